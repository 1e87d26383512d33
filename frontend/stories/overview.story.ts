import type { Page, WebSocketRoute } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { Desk, LANGUAGES } from './desk'
import { inDays, newHotel, post, postAll, send, telegram } from './house'

const WORDS = {
  ja: {
    now: 'いま対応が必要なもの',
    upgrade: /^FAM へアップグレード/,
    choose: /^対応を選ぶ/,
    same: '同じ原因 3 件をまとめて解決',
    correct: /^内容を/,
    undated: '到着日不明',
    clock: /^(\d+ 日 \d+ 時間|\d+ 時間 \d+ 分|\d+ 分)\s/,
    days: (days: number) => `${days} 日`,
    full: '空室なし',
    unmapped: '部屋タイプ未対応',
    asTable: '表で見る',
    total: '合計',
    quiet: '対応が必要なものはありません',
    lastImport: /最後の取込 .* JST/,
    attention: '要対応',
    cases: (count: number) => `${count} 件`,
    live: /ライブ/,
    lost: /再接続中\s+最終更新 \d\d:\d\d:\d\d JST/,
  },
  en: {
    now: 'What needs you now',
    upgrade: /^Upgrade to FAM/,
    choose: /^Choose a room type/,
    same: 'Solves 3 cases of one cause',
    correct: /^(Correct the content|Look at it)/,
    undated: 'date unknown',
    clock: /^(\d+ d \d+ h|\d+ h \d+ min|\d+ min)\s/,
    days: (days: number) => `${days} d`,
    full: 'No room free',
    unmapped: 'Room type not mapped',
    asTable: 'As a table',
    total: 'Total',
    quiet: 'Nothing needs you',
    lastImport: /Last import .* JST/,
    attention: 'Needs attention',
    cases: (count: number) => `${count}`,
    live: /Live/,
    lost: /Reconnecting\s+last news \d\d:\d\d:\d\d JST/,
  },
}

const tile = (page: Page, name: string) => page.getByRole('group', { name, exact: true })
const rows = (page: Page, name: string) => page.getByRole('table', { name }).getByRole('row')

/** One case of each kind: a full night tomorrow, an unknown code in two days, and a stay without nights. */
async function plant(): Promise<string> {
  const hotel = await newHotel({ rooms: { TWN: 1 } })
  await post(hotel, { code: '0002', checkIn: inDays(1), guests: 2 })
  await post(hotel, { code: '0001', checkIn: inDays(12), nights: 0 })
  await postAll(
    hotel,
    [3, 2, 4].map((days) => ({ code: '0011', roomName: 'スイート', checkIn: inDays(days), guests: 2 })),
  )
  const late = telegram({ code: '0002', checkIn: inDays(1), guests: 2, kanji: '架空 二郎' })
  await send(hotel, late.replace('<CheckOutDate>', '<CheckInTime>23:59:00</CheckInTime><CheckOutDate>'))
  return hotel
}

describe.each(LANGUAGES)('seeing what needs me (%s)', (language) => {
  const words = WORDS[language]

  it('shows what failed, the next arrival first, with its clock and the next step', async () => {
    const hotel = await plant()
    const desk = await Desk.open({ language, at: `/h/${hotel}/overview` })
    const { page } = desk
    await page.getByRole('link', { name: words.upgrade }).waitFor()
    const [, first, second, third] = await rows(page, words.now).all()

    expect(await first?.getByRole('cell').first().innerText()).toMatch(words.clock)
    expect(await first?.innerText()).toContain(words.full)
    expect(await first?.innerText()).toContain('架空 ●●')
    expect(await second?.getByRole('cell').first().innerText()).toMatch(new RegExp(`^${words.days(2)}\\s`))
    expect(await second?.innerText()).toContain(words.unmapped)
    expect(await second?.innerText()).toContain(words.same)
    expect(await second?.getByRole('link', { name: words.choose }).count()).toBe(1)
    expect(await third?.getByRole('cell').first().innerText()).toBe(words.undated)
    expect(await third?.getByRole('link', { name: words.correct }).count()).toBe(1)
    expect(await tile(page, words.attention).innerText()).toContain(words.cases(5))

    await page.getByText(words.asTable).click()
    const totals = page.getByRole('row', { name: new RegExp(`^${words.total}`) })
    expect((await totals.getByRole('cell').allInnerTexts()).slice(0, 2)).toEqual(['1', '5'])
    await desk.expectAccessible()

    await desk.click('link', words.upgrade)
    await page.waitForURL(/\/failures\/\d+$/)
    await desk.close()
  })

  it('is quiet when nothing is to do, and shows a failure the moment it happens', async () => {
    const hotel = await newHotel()
    await post(hotel, { checkIn: inDays(5) })
    const desk = await Desk.open({ language, at: `/h/${hotel}/overview` })
    const { page } = desk
    await page.getByText(words.quiet).waitFor()
    await page.getByText(words.lastImport).waitFor()
    await page.getByRole('status').filter({ hasText: words.live }).waitFor()
    await desk.expectAccessible()

    await post(hotel, { code: '0011', roomName: 'スイート', checkIn: inDays(2), guests: 2 })
    await page.getByRole('link', { name: words.choose }).waitFor()
    expect(await page.getByText(words.quiet).count()).toBe(0)
    await desk.close()
  })

  it('catches up without a gap after the live connection was lost', async () => {
    const hotel = await newHotel()
    await post(hotel, { code: '0011', roomName: 'スイート', checkIn: inDays(2), guests: 2 })
    const desk = await Desk.open({ language })
    const { page } = desk
    const line = await liveLine(page)
    await page.goto(`/h/${hotel}/overview`)
    await page.getByRole('status').filter({ hasText: words.live }).waitFor()
    await tile(page, words.attention)
      .getByRole('link', { name: words.cases(1), exact: true })
      .waitFor()

    await line.cut()
    await page.getByRole('status').filter({ hasText: words.lost }).waitFor()
    await postAll(
      hotel,
      [3, 4, 5].map((days) => ({ code: '0012', roomName: '離れ', checkIn: inDays(days), guests: 2 })),
    )
    expect(await tile(page, words.attention).innerText()).toContain(words.cases(1))

    line.mend()
    await page.getByRole('status').filter({ hasText: words.live }).waitFor()
    await tile(page, words.attention)
      .getByRole('link', { name: words.cases(4), exact: true })
      .waitFor()
    await desk.close()
  })
})

/** The live connection of a page, to be cut and mended; everything else goes on. */
async function liveLine(page: Page) {
  const open = new Set<WebSocketRoute>()
  let cut = false
  await page.routeWebSocket(/\/ws\/live$/, async (route) => {
    if (cut) return route.close()
    open.add(route)
    route.connectToServer()
  })
  return {
    async cut() {
      cut = true
      for (const route of open) await route.close()
      open.clear()
    },
    mend() {
      cut = false
    },
  }
}
