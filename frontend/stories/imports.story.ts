import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { Desk, LANGUAGES } from './desk'
import { bookingNumber, inDays, newHotel, post, postAll, send, telegram } from './house'

const WORDS = {
  ja: {
    log: '取込記録の一覧',
    outcome: '結果',
    needsPerson: '要対応',
    channel: '予約サイト',
    rakuten: '楽天',
    number: '予約番号',
    clear: '条件を消す',
    nothing: '条件に当てはまる電文はありません。',
    received: '受信・保存',
    import: '取り込み',
    held: '取込エラーとして保留',
    made: '予約を作成',
    toFailure: '取込エラーを開く',
    toReservation: '予約を開く',
    showRaw: '原文を表示する（記録されます）',
    raw: '電文の原文',
    duplicate: '重複',
    toOriginal: /最初に届いた電文/,
  },
  en: {
    log: 'Import log',
    outcome: 'Outcome',
    needsPerson: 'Needs attention',
    channel: 'OTA',
    rakuten: 'Rakuten',
    number: 'Booking number',
    clear: 'Clear filters',
    nothing: 'No telegram matches these filters.',
    received: 'Received and stored',
    import: 'Import',
    held: 'Held as an import error',
    made: 'Reservation made',
    toFailure: 'Open the import error',
    toReservation: 'Open the reservation',
    showRaw: 'Show the original (this is recorded)',
    raw: 'The telegram as received',
    duplicate: 'Duplicate',
    toOriginal: /Open the first one/,
  },
}

const bookings = (page: Page, log: string) => page.getByRole('table', { name: log }).getByRole('link')

describe.each(LANGUAGES)('looking up what was received (%s)', (language) => {
  const words = WORDS[language]

  it('narrows the log, and the address says so', async () => {
    const hotel = await newHotel()
    const number = bookingNumber()
    await post(hotel, { number, company: '楽天トラベル', checkIn: inDays(4) })
    await postAll(hotel, [
      { company: 'じゃらんnet', checkIn: inDays(5) },
      { company: 'じゃらんnet', checkIn: inDays(6), code: '0011', roomName: 'スイート' },
    ])
    const desk = await Desk.open({ language, at: `/h/${hotel}/imports` })
    const { page } = desk
    const found = bookings(page, words.log)
    await found.nth(2).waitFor()

    await page.getByLabel(words.outcome, { exact: true }).selectOption({ label: words.needsPerson })
    await page.waitForURL(/outcome=rejected/)
    await found.nth(1).waitFor({ state: 'detached' })
    expect(await page.getByRole('table', { name: words.log }).innerText()).toContain('mapping.unknown_code')

    await page.reload()
    await found.first().waitFor()
    expect(await found.count()).toBe(1)
    await page.getByLabel(words.channel, { exact: true }).selectOption({ label: words.rakuten })
    await page.getByText(words.nothing).waitFor()
    await desk.expectAccessible()

    await desk.click('button', words.clear)
    await page.getByLabel(words.number, { exact: true }).fill(number)
    await page.waitForURL(new RegExp(`bookingNumber=${number}$`))
    await page.getByRole('link', { name: new RegExp(number) }).waitFor()
    await desk.close()
  })

  it('tells a telegram’s story, and leads to its case and its original', async () => {
    const hotel = await newHotel()
    const number = bookingNumber()
    await post(hotel, { number, checkIn: inDays(6), code: '0011', roomName: 'スイート' })
    const desk = await Desk.open({ language, at: `/h/${hotel}/imports` })
    const { page } = desk
    await desk.click('link', new RegExp(number))
    for (const step of [words.received, words.import, words.held])
      await page.getByText(step, { exact: true }).first().waitFor()
    await page.getByRole('link', { name: words.toFailure }).waitFor()
    await desk.click('button', words.showRaw)
    await page.getByRole('region', { name: words.raw }).getByText(`<RoomTypeCode>0011</RoomTypeCode>`).waitFor()
    await desk.close()
  })

  it('says of a repetition that it is one', async () => {
    const hotel = await newHotel()
    const xml = telegram({ checkIn: inDays(7) })
    await send(hotel, xml)
    const [second] = await send(hotel, xml)
    const desk = await Desk.open({ language, at: `/h/${hotel}/imports/${second?.id}` })
    const { page } = desk
    await page.getByText(words.duplicate, { exact: true }).first().waitFor()
    await desk.click('link', words.toOriginal)
    await page.getByText(words.made, { exact: true }).waitFor()
    await page.getByRole('link', { name: words.toReservation }).waitFor()
    await desk.close()
  })
})

describe('reading far back', () => {
  it('draws only what is in sight, and goes through it by j, k and Enter', async () => {
    const hotel = await newHotel()
    const numbers = Array.from({ length: 130 }, bookingNumber)
    await postAll(
      hotel,
      numbers.map((number, index) => ({ number, checkIn: inDays(3 + (index % 60)) })),
    )
    const desk = await Desk.open({ at: `/h/${hotel}/imports` })
    const { page } = desk
    const found = bookings(page, WORDS.ja.log)
    await found.first().waitFor()
    expect(await found.count()).toBeLessThan(60)
    const oldest = page.getByRole('link', { name: new RegExp(numbers[0] ?? '') })
    // The end moves away while more is loaded.
    await expect
      .poll(
        async () => {
          await page.keyboard.press('End')
          return oldest.count()
        },
        { timeout: 15_000 },
      )
      .toBe(1)
    await page.keyboard.press('Home')
    await page.keyboard.press('j')
    await page.keyboard.press('j')
    await page.keyboard.press('k')
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { level: 1, name: new RegExp(numbers.at(-1) ?? '') }).waitFor()
    await desk.close()
  })
})
