import { describe, expect, it } from 'vitest'
import { Desk, LANGUAGES } from './desk'
import { admin, newHotel } from './house'

const WORDS = {
  ja: {
    user: 'ユーザー名',
    password: 'パスワード',
    enter: 'サインイン',
    leave: 'サインアウト',
    overview: '概況',
    find: /検索/,
  },
  en: {
    user: 'User name',
    password: 'Password',
    enter: 'Sign in',
    leave: 'Sign out',
    overview: 'Overview',
    find: /Find/,
  },
}

describe.each(LANGUAGES)('signing in (%s)', (language) => {
  const words = WORDS[language]

  it('refuses a wrong password in words, then lets in and goes where one wanted to', async () => {
    const hotel = await newHotel()
    const desk = await Desk.open({ language, asAdmin: false, at: `/h/${hotel}/inventory` })
    await desk.page.getByLabel(words.user).fill(admin.username)
    await desk.page.getByLabel(words.password).fill('not the password')
    await desk.click('button', words.enter)
    await desk.page.getByRole('alert').waitFor()
    await desk.expectAccessible()
    await desk.page.getByLabel(words.password).fill(admin.password)
    await desk.click('button', words.enter)
    await desk.page.waitForURL(`**/h/${hotel}/inventory`)
    await desk.page.getByRole('heading', { level: 1 }).waitFor()
    // The browser itself reports the refused sign-in.
    await desk.close([/401/])
  })

  it('signs out, and the page is not to be had any more', async () => {
    const hotel = await newHotel()
    const desk = await Desk.open({ language, asAdmin: false, at: '/sign-in' })
    await desk.page.getByLabel(words.user).fill(admin.username)
    await desk.page.getByLabel(words.password).fill(admin.password)
    await desk.click('button', words.enter)
    await desk.page.waitForURL('**/overview')
    await desk.click('button', words.leave)
    await desk.page.waitForURL('**/sign-in')
    await desk.page.goto(`/h/${hotel}/overview`)
    await desk.page.waitForURL('**/sign-in?to=**')
    await desk.close([/401/])
  })
})

describe('finding one’s way', () => {
  it('finds a page by Ctrl+K and a few letters', async () => {
    const hotel = await newHotel()
    const desk = await Desk.open({ at: `/h/${hotel}/overview` })
    await desk.page.getByRole('heading', { level: 1, name: '概況' }).waitFor()
    await desk.page.keyboard.press('Control+k')
    await desk.page.getByRole('combobox', { name: WORDS.ja.find }).fill('在庫')
    await desk.page.getByRole('option', { name: /在庫/ }).waitFor()
    await desk.page.keyboard.press('Enter')
    await desk.page.waitForURL(`**/h/${hotel}/inventory`)
    await desk.close()
  })

  it('wears the dark theme when asked, and keeps it', async () => {
    const hotel = await newHotel()
    const desk = await Desk.open({ language: 'en', at: `/h/${hotel}/overview` })
    await desk.click('button', 'Use the dark theme')
    await desk.page.waitForFunction(() => document.documentElement.classList.contains('dark'))
    expect(await desk.page.evaluate(() => localStorage.getItem('toritsugi.appearance'))).toBe('dark')
    await desk.close()
  })

  it('wears the dark theme already where one signs in', async () => {
    const desk = await Desk.open({ appearance: 'dark', asAdmin: false, at: '/sign-in' })
    await desk.page.getByLabel(WORDS.ja.user).waitFor()
    expect(await desk.page.evaluate(() => getComputedStyle(document.body).backgroundColor)).toBe('rgb(18, 22, 31)')
    await desk.close([/401/])
  })

  it('opens the menu on a phone, and nothing is wider than it', async () => {
    const hotel = await newHotel()
    const desk = await Desk.open({ width: 390, height: 844, at: `/h/${hotel}/overview` })
    await desk.click('button', 'メニュー')
    await desk.page.getByRole('link', { name: '在庫' }).last().click()
    await desk.page.waitForURL(`**/h/${hotel}/inventory`)
    expect(await desk.page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
    await desk.close()
  })
})
