import { describe, expect, it } from 'vitest'
import { Desk, LANGUAGES } from './desk'
import { bookingNumber, call, inDays, newHotel, post, postAll, type Booking } from './house'

const WORDS = {
  ja: {
    causes: '原因別',
    list: '一覧',
    runs: '一括処理の記録',
    kind: '種類',
    search: '予約番号・宿泊者名・部屋コード',
    clear: '条件を消す',
    cases: '30 件を見る',
    together: 'まとめて処理',
    retry: /件を再試行する/,
    snooze: /^あとで/,
    snoozeNow: /件をあとにする/,
    dismiss: /^終了/,
    dismissNow: /件を終了する/,
    reason: '理由（必須）',
    frozen: /に固定されます/,
    done: '完了',
    stopped: '停止中',
    goOn: /件を続ける/,
    resolved: '解決済み',
    failed: '失敗',
    partly: '完了（失敗あり）',
    nothing: '取込エラーはありません',
    newOnes: '新着 1 件を表示',
  },
  en: {
    causes: 'By cause',
    list: 'List',
    runs: 'Bulk runs',
    kind: 'Kind of error',
    search: 'Booking number, guest or room code',
    clear: 'Clear filters',
    cases: 'See 30 cases',
    together: 'Handle together',
    retry: /^Retry \d+ case/,
    snooze: /^Snooze/,
    snoozeNow: /^Snooze \d+ case/,
    dismiss: /^Dismiss/,
    dismissNow: /^Dismiss \d+ case/,
    reason: 'Reason (required)',
    frozen: /The set is fixed now/,
    done: 'Done',
    stopped: 'Stopped',
    goOn: /^Go on with/,
    resolved: 'Resolved',
    failed: 'Failed',
    partly: 'Done, some failed',
    nothing: 'No import errors',
    newOnes: 'Show 1 new case',
  },
}
const ja = WORDS.ja

const unmapped = (bookings: number, more: Partial<Booking> = {}): Booking[] =>
  Array.from({ length: bookings }, (_, index) => ({
    code: '0011',
    roomName: 'スイート（新設）',
    checkIn: inDays(2 + index),
    nights: 2,
    ...more,
  }))
const invalid = (): Booking => ({ checkIn: inDays(14), nights: 0, code: '0001' })

const rows = (desk: Desk) => desk.page.getByRole('row').filter({ has: desk.page.getByRole('cell') })
const lines = (desk: Desk, name: string) => desk.page.getByRole('list', { name }).getByRole('listitem')

describe.each(LANGUAGES)('looking at what failed (%s)', (language) => {
  const words = WORDS[language]

  it('shows thirty failures of one cause as one line with a 30, and each of them when asked', async () => {
    const hotel = await newHotel()
    await postAll(hotel, unmapped(30))
    const desk = await Desk.open({ language, at: `/h/${hotel}/failures` })
    const line = lines(desk, words.causes).filter({ hasText: '0011' })
    await line.waitFor()
    expect(await lines(desk, words.causes).count()).toBe(1)
    expect(await line.getByRole('paragraph').first().innerText()).toMatch(/^30/)
    await desk.expectAccessible()
    await desk.click('link', words.cases)
    await desk.page.waitForURL(/cause=/)
    await rows(desk).first().waitFor()
    expect(await desk.page.getByRole('table', { name: words.list }).getAttribute('aria-rowcount')).toBe('31')
    await desk.close()
  })

  it('says in an empty hotel what would fill the page', async () => {
    const hotel = await newHotel()
    const desk = await Desk.open({ language, at: `/h/${hotel}/failures` })
    await desk.page.getByText(words.nothing, { exact: true }).waitFor()
    await desk.close()
  })

  it('puts a frozen set off until tomorrow, and shows how far it is', async () => {
    const hotel = await newHotel()
    await postAll(hotel, unmapped(14))
    const desk = await Desk.open({ language, at: `/h/${hotel}/failures` })
    await desk.click('button', words.together)
    await desk.page.getByText(words.frozen).waitFor()
    await desk.expectAccessible()
    await desk.page.getByRole('radio', { name: words.snooze }).check()
    await desk.click('button', words.snoozeNow)
    await desk.page.waitForURL('**/failures/bulk/**')
    await desk.page.getByRole('heading', { level: 1 }).locator('..').getByText(words.done, { exact: true }).waitFor()
    const progress = desk.page.getByRole('progressbar')
    expect(await progress.getAttribute('aria-valuenow')).toBe('14')
    expect(await desk.page.getByRole('listitem').filter({ hasText: '✓' }).count()).toBe(3)
    const { items } = await call<{ items: { id: number }[] }>('GET', `/failures?hotel=${hotel}`)
    const cases = await Promise.all(
      items.map(({ id }) => call<{ snoozedUntil: string | null }>('GET', `/failures/${id}`)),
    )
    expect(cases.filter(({ snoozedUntil }) => snoozedUntil !== null)).toHaveLength(14)
    await desk.close()
  })
})

describe('finding failures', () => {
  it('keeps the kind and the search in the address, over a reload', async () => {
    const hotel = await newHotel()
    const wanted = bookingNumber()
    await postAll(hotel, [...unmapped(3), invalid(), { ...unmapped(1)[0], checkIn: inDays(5), number: wanted }])
    const desk = await Desk.open({ at: `/h/${hotel}/failures` })
    await lines(desk, ja.causes).filter({ hasText: '0011' }).waitFor()
    expect(await lines(desk, ja.causes).count()).toBe(2)

    await desk.page.getByLabel(ja.kind).selectOption('VALIDATION')
    await lines(desk, ja.causes).filter({ hasText: '0011' }).waitFor({ state: 'detached' })
    await desk.page.reload()
    await lines(desk, ja.causes).first().waitFor()
    expect(await lines(desk, ja.causes).count()).toBe(1)
    expect(await desk.page.getByLabel(ja.kind).inputValue()).toBe('VALIDATION')

    await desk.click('button', ja.clear)
    await desk.page.getByLabel(ja.search).fill(wanted)
    await desk.page.keyboard.press('Enter')
    await rows(desk).filter({ hasText: wanted }).waitFor()
    await desk.page.reload()
    await rows(desk).filter({ hasText: wanted }).waitFor()
    expect(await rows(desk).count()).toBe(1)
    expect(await desk.page.getByLabel(ja.search).inputValue()).toBe(wanted)
    await desk.close()
  })

  it('goes through the list by j and k, opens a case by Enter and finds the row again', async () => {
    const hotel = await newHotel()
    await postAll(hotel, unmapped(5))
    const desk = await Desk.open({ at: `/h/${hotel}/failures?view=list` })
    await rows(desk).nth(4).waitFor()
    for (const key of ['j', 'j', 'j', 'k']) await desk.page.keyboard.press(key)
    const second = await rows(desk).nth(1).getByRole('link').getAttribute('href')
    await desk.page.keyboard.press('Enter')
    await desk.page.waitForURL(`**${second}`)
    await desk.page.goBack()
    await rows(desk).nth(4).waitFor()
    expect(await rows(desk).nth(1).getAttribute('aria-current')).toBe('true')
    await desk.close()
  })

  it('announces what comes meanwhile, and shows it when one wants', async () => {
    const hotel = await newHotel()
    await postAll(hotel, unmapped(2, { checkIn: inDays(9) }))
    const desk = await Desk.open({ at: `/h/${hotel}/failures?view=list` })
    await desk.page.locator('[data-live="live"]').waitFor()
    await rows(desk).nth(1).waitFor()
    const first = await rows(desk).first().getByRole('link').innerText()
    await post(hotel, { ...unmapped(1)[0], checkIn: inDays(0) })
    await desk.page.getByRole('button', { name: ja.newOnes }).waitFor()
    expect(await rows(desk).first().getByRole('link').innerText()).toBe(first)
    await desk.click('button', ja.newOnes)
    await rows(desk).nth(2).waitFor()
    expect(await rows(desk).first().getByRole('link').innerText()).not.toBe(first)
    await desk.close()
  })

  it('shows rows healing where they stand', async () => {
    const hotel = await newHotel()
    await postAll(hotel, unmapped(3))
    const desk = await Desk.open({ at: `/h/${hotel}/failures?view=list` })
    await desk.page.locator('[data-live="live"]').waitFor()
    await rows(desk).nth(2).waitFor()
    await call('POST', `/hotels/${hotel}/mappings`, { channel: '*', code: '0011', roomType: 'TWN' })
    await rows(desk).filter({ hasText: ja.resolved }).nth(2).waitFor()
    expect(await rows(desk).count()).toBe(3)
    await desk.close()
  })

  it('is a list of cards on a phone, nothing wider than it', async () => {
    const hotel = await newHotel()
    await postAll(hotel, unmapped(3))
    const desk = await Desk.open({ width: 390, height: 844, at: `/h/${hotel}/failures?view=list` })
    await rows(desk).nth(2).waitFor()
    expect(await desk.page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
    await desk.close()
  })
})

describe('handling many at once', () => {
  it('asks a reason before it dismisses the ticked ones, and leaves the others', async () => {
    const hotel = await newHotel()
    await postAll(hotel, unmapped(5))
    const desk = await Desk.open({ at: `/h/${hotel}/failures?view=list` })
    await rows(desk).nth(4).waitFor()
    await rows(desk).nth(0).getByRole('checkbox').click()
    await rows(desk)
      .nth(2)
      .getByRole('checkbox')
      .click({ modifiers: ['Shift'] })
    await desk.click('button', ja.together)
    await desk.page.getByRole('radio', { name: ja.dismiss }).check()
    await desk.click('button', ja.dismissNow)
    await desk.page.getByRole('alert').waitFor()
    await desk.expectAccessible()
    await desk.page.getByLabel(ja.reason).fill('予約サイトの画面で確認し、手で入力した')
    await desk.click('button', ja.dismissNow)
    await desk.page.waitForURL('**/failures/bulk/**')
    await desk.page.getByRole('cell', { name: ja.done }).nth(2).waitFor()
    const left = await call<{ items: unknown[] }>('GET', `/failures?hotel=${hotel}`)
    expect(left.items).toHaveLength(2)
    await desk.close()
  })

  it('stops when the same error comes again, can be left and found again, and goes on', async () => {
    const hotel = await newHotel()
    await postAll(hotel, unmapped(4))
    const desk = await Desk.open({ at: `/h/${hotel}/failures` })
    await desk.click('button', ja.together)
    await desk.click('button', ja.retry)
    await desk.page.waitForURL('**/failures/bulk/**')
    await desk.page.getByRole('alert').filter({ hasText: '0011' }).waitFor()
    await desk.expectAccessible()
    await desk.click('link', ja.runs)
    await lines(desk, ja.runs).filter({ hasText: ja.stopped }).getByRole('link').click()
    await desk.click('button', ja.goOn)
    await desk.page.getByRole('cell', { name: ja.failed }).nth(3).waitFor()
    await desk.page.getByText(ja.partly, { exact: true }).waitFor()
    await desk.close()
  })
})
