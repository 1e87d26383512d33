import { describe, expect, it } from 'vitest'
import { Desk, LANGUAGES } from './desk'
import { call, inDays, newHotel, post } from './house'

const WORDS = {
  ja: {
    choose: '対応を選ぶ',
    type: '部屋タイプ',
    code: '部屋コード',
    save: '保存して取り込む',
    none: '未対応のコードはありません。',
    undo: '元に戻す',
    add: '対応を追加',
    until: '到着日（まで、当日を含む）',
    overlap: /すでに別の対応があります/,
    other: 'その対応を開く',
    remove: /削除 0001/,
    edit: /編集 0001/,
    healed: /2 件すべてがすぐに取り込まれます/,
  },
  en: {
    choose: 'Choose a type',
    type: 'Room type',
    code: 'Room code',
    save: 'Save and import',
    none: 'Every code that came has a room type.',
    undo: 'Undo',
    add: 'Add a mapping',
    until: 'Arrivals until (included)',
    overlap: /have another mapping already/,
    other: 'Open that one',
    remove: /Delete 0001/,
    edit: /Edit 0001/,
    healed: /2/,
  },
}

interface Listed<T> {
  items: T[]
}

const mappings = async (hotel: string) =>
  (await call<Listed<{ code: string; roomType: string; validTo: string | null }>>('GET', `/hotels/${hotel}/mappings`))
    .items

describe.each(LANGUAGES)('mappings (%s)', (language) => {
  const words = WORDS[language]

  it('shows a code that bookings wait for, says what a type would heal, and heals it', async () => {
    const hotel = await newHotel()
    await post(hotel, { code: '0011', roomName: 'スイート（新設）', checkIn: inDays(4) })
    await post(hotel, { code: '0011', roomName: 'スイート（新設）', checkIn: inDays(5) })
    const desk = await Desk.open({ language, at: `/h/${hotel}/mappings` })
    await desk.page.getByText('スイート（新設）').waitFor()
    await desk.click('button', words.choose)
    const dialog = desk.page.getByRole('dialog')
    await dialog.getByLabel(words.type).selectOption('JPN')
    await dialog.getByText(words.healed).first().waitFor()
    await desk.expectAccessible()
    await dialog.getByRole('button', { name: words.save }).click()
    await desk.page.getByText(words.none).waitFor()
    expect(await mappings(hotel)).toContainEqual(expect.objectContaining({ code: '0011', roomType: 'JPN' }))
    await desk.page.waitForFunction(
      async (code) => {
        const answer = await fetch(`/api/v1/hotels/${code}/reservations`)
        return ((await answer.json()) as { items: unknown[] }).items.length === 2
      },
      hotel,
      { polling: 300 },
    )
    await desk.close()
  })

  it('explains what is in the way of a mapping, and leads there', async () => {
    const hotel = await newHotel()
    const desk = await Desk.open({ language, at: `/h/${hotel}/mappings` })
    await desk.click('button', words.add)
    const dialog = desk.page.getByRole('dialog')
    await dialog.getByLabel(words.code).fill('0001')
    await dialog.getByLabel(words.type).selectOption('TWN')
    await dialog.getByText(words.overlap).waitFor()
    await desk.click('button', words.other)
    await desk.page.getByLabel(words.until).fill(inDays(30))
    await desk.page.getByRole('dialog').getByRole('button', { name: words.save }).click()
    await desk.page.getByRole('dialog').waitFor({ state: 'detached' })
    expect(await mappings(hotel)).toContainEqual(
      expect.objectContaining({ code: '0001', roomType: 'SGL', validTo: inDays(30) }),
    )
    // The refused preview is in the console as a failed request.
    await desk.close([/409/])
  })

  it('deletes a mapping and takes it back', async () => {
    const hotel = await newHotel()
    const desk = await Desk.open({ language, at: `/h/${hotel}/mappings` })
    await desk.click('button', words.remove)
    await desk.page.getByRole('button', { name: words.edit }).waitFor({ state: 'detached' })
    expect((await mappings(hotel)).map(({ code }) => code)).not.toContain('0001')
    await desk.click('button', words.undo)
    await desk.page.getByRole('button', { name: words.edit }).waitFor()
    expect((await mappings(hotel)).map(({ code }) => code)).toContain('0001')
    await desk.close()
  })
})

it('keeps the filter of mappings in the address, and fits a phone', async () => {
  const hotel = await newHotel()
  const desk = await Desk.open({ width: 390, height: 844, at: `/h/${hotel}/mappings?q=FAM` })
  await desk.page.getByText('ファミリー').waitFor()
  expect(await desk.page.getByRole('button', { name: WORDS.ja.edit }).count()).toBe(0)
  expect(await desk.page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
  await desk.close()
})
