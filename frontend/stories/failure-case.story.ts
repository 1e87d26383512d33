import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { Desk, LANGUAGES, type Language } from './desk'
import { admin, bookingNumber, call, inDays, newHotel, post, postAll, send, telegram, type Booking } from './house'

const WORDS = {
  ja: {
    choose: /^対応を選ぶ/,
    unmapped: 'コード 0011「スイート（新設）」の部屋タイプが未登録です',
    cases: '30 件',
    suite: 'JPN 和室',
    before: '30 件すべてがすぐに取り込まれます。',
    save: '保存して取り込む',
    healed: '30 件を取り込みました',
    checkOut: 'チェックアウト',
    check: '結果を確かめる',
    changes: '変わるところ',
    would: 'この内容で取り込まれます。',
    why: '直した理由（記録に残ります）',
    apply: 'この内容で取り込む',
    imported: '取り込みました。',
    reservation: '予約を開く',
    full: /^空室なし：TWN/,
    upgrade: 'JPN へアップグレード',
    none: '振り替えられる部屋タイプはありません。理由は次のとおりです。',
    tooSmall: '定員を超えます（定員 2 名、宿泊 3 名）。',
    explorer: '階層・玉突きで探す',
    noneThere: '代わりに用意できる部屋タイプもありません。',
    stay: '宿泊の条件',
    original: '原文を表示（記録されます）',
    originalText: '原文の電文',
  },
  en: {
    choose: /^Choose a room type/,
    unmapped: 'No room type for code 0011 “スイート（新設）”',
    cases: '30 cases',
    suite: 'JPN 和室',
    before: 'All 30 are imported at once.',
    save: 'Save and import',
    healed: '30 imported',
    checkOut: 'Check-out',
    check: 'See what it becomes',
    changes: 'What changes',
    would: 'It will be imported like this.',
    why: 'Why you corrected it (on record)',
    apply: 'Import it like this',
    imported: 'Imported.',
    reservation: 'Open the reservation',
    full: /^No room free: TWN/,
    upgrade: 'Upgrade to JPN',
    none: 'No room type can take this guest. This is why:',
    tooSmall: 'Too small: sleeps 2, 3 guests.',
    explorer: 'Look for a way in the upgrade explorer',
    noneThere: 'No other room type fits either.',
    stay: 'The stay',
    original: 'Show the original (this is recorded)',
    originalText: 'The original telegram',
  },
} satisfies Record<Language, unknown>

interface Listed {
  items: { id: number; class: string; state: string; bookingNumber: string }[]
}

const failuresOf = async (hotel: string, state = '') =>
  (await call<Listed>('GET', `/failures?hotel=${hotel}&limit=100&sort=arrival${state && `&state=${state}`}`)).items

/** A hotel with one case; answers where it stands. */
async function oneCase(booking: Booking, rooms: Record<string, number> = {}): Promise<{ hotel: string; at: string }> {
  const hotel = await newHotel({ rooms })
  await post(hotel, booking)
  const [failure] = await failuresOf(hotel)
  return { hotel, at: `/h/${hotel}/failures/${failure?.id}` }
}

const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { level: 1, name })

/** A stay that ends on the day it begins: one date is wrong, the room and its rate are there. */
async function wrongCheckOut(): Promise<{ hotel: string; at: string }> {
  const hotel = await newHotel()
  const xml = telegram({ code: '0001', checkIn: inDays(9) })
  await send(hotel, xml.replace(/<CheckOutDate>.*</, `<CheckOutDate>${inDays(8)}<`).replace(/<Nights>.*\n/, ''))
  const [failure] = await failuresOf(hotel)
  return { hotel, at: `/h/${hotel}/failures/${failure?.id}` }
}

/** A room type that was opened yesterday, sold by two travel sites, thirty times. */
const suites = (): Booking[] =>
  Array.from({ length: 30 }, (_, at) => ({
    code: '0011',
    roomName: 'スイート（新設）',
    guests: 2,
    company: at % 2 ? '一休.com' : 'じゃらんnet',
    checkIn: inDays(2 + Math.min(at, 27)),
  }))

describe.each(LANGUAGES)('a room code that nobody knows, thirty bookings (%s)', (language) => {
  const words = WORDS[language]

  it('takes at most four clicks from the overview until all are imported', async () => {
    const hotel = await newHotel()
    await postAll(hotel, suites())
    const desk = await Desk.open({ language, at: `/h/${hotel}/overview` })
    const { page } = desk

    await desk.click('link', words.choose)
    await heading(page, words.unmapped).waitFor()
    await page.getByText(words.cases, { exact: true }).waitFor()
    await desk.click('radio', words.suite)
    await page.getByText(words.before).waitFor()
    await desk.click('button', words.save)
    await page.getByText(words.healed, { exact: true }).waitFor()

    expect(desk.clicks).toBeLessThanOrEqual(4)
    expect(await failuresOf(hotel)).toEqual([])
    const { items } = await call<{ items: unknown[] }>('GET', `/hotels/${hotel}/reservations?limit=100`)
    expect(items).toHaveLength(30)
    await desk.close()
  })
})

describe('a mapping', () => {
  it('says before it is saved which bookings will find no room, and leads to them afterwards', async () => {
    const hotel = await newHotel({ rooms: { JPN: 1 } })
    await postAll(hotel, suites())
    const [first] = await failuresOf(hotel)
    const desk = await Desk.open({ at: `/h/${hotel}/failures/${first?.id}` })
    const { page } = desk
    await desk.click('radio', WORDS.ja.suite)
    await page.getByText('30 件のうち 28 件がすぐに取り込まれます。').waitFor()
    await page.getByText('2 件は取り込まれません：空室なし').waitFor()
    await page.getByText('内訳を見る').click()
    await desk.expectAccessible()
    await desk.click('button', WORDS.ja.save)
    await page.getByText('28 件を取り込みました', { exact: true }).waitFor()

    const left = await failuresOf(hotel)
    expect(left.map((failure) => failure.class)).toEqual(['NO_AVAILABILITY', 'NO_AVAILABILITY'])
    await desk.click('link', left[0]?.bookingNumber ?? '')
    await heading(page, /^空室なし：JPN/).waitFor()
    await desk.close()
  })

  it('can be taken back', async () => {
    const { hotel, at } = await oneCase({ code: '0044', checkIn: inDays(4) })
    const desk = await Desk.open({ at })
    await desk.click('radio', WORDS.ja.suite)
    await desk.click('button', WORDS.ja.save)
    await desk.click('button', '元に戻す')
    await desk.page.getByText('0044 の登録を取り消しました。').waitFor()
    const { items } = await call<{ items: unknown[] }>('GET', `/hotels/${hotel}/mappings?code=0044`)
    expect(items).toEqual([])
    await desk.close()
  })
})

describe.each(LANGUAGES)('a booking with a wrong date (%s)', (language) => {
  const words = WORDS[language]

  it('is corrected: first what would change, then, with a reason, imported', async () => {
    const { at } = await wrongCheckOut()
    const desk = await Desk.open({ language, at })
    const { page } = desk
    await page.getByLabel(words.checkOut).fill(inDays(10))
    await desk.click('button', words.check)
    await page.getByText(words.would).waitFor()
    const changes = page.getByRole('region', { name: words.changes })
    expect(await changes.getByRole('row').nth(1).innerText()).toContain(inDays(10))
    await page.getByLabel(words.why).fill('予約サイトで確認')
    await desk.expectAccessible()
    await desk.click('button', words.apply)
    await page.getByRole('link', { name: words.reservation }).waitFor()
    await page.getByText('予約サイトで確認').waitFor()
    await desk.close()
  })
})

describe.each(LANGUAGES)('a full room type (%s)', (language) => {
  const words = WORDS[language]

  it('is answered by an upgrade that the guest is placed into', async () => {
    const hotel = await newHotel({ rooms: { TWN: 1, FAM: 0, JPN: 2 } })
    const stay = { code: '0002', checkIn: inDays(5), nights: 2, guests: 2 }
    await post(hotel, stay)
    await post(hotel, stay)
    const [failure] = await failuresOf(hotel)
    const desk = await Desk.open({ language, at: `/h/${hotel}/failures/${failure?.id}` })
    await heading(desk.page, words.full).waitFor()
    await desk.click('button', words.upgrade)
    await desk.click('link', words.reservation)
    await desk.page.waitForURL(`**/h/${hotel}/reservations/*`)
    const [placed] = (
      await call<{ items: { rooms: { bookedType: string; assignedType: string }[] }[] }>(
        'GET',
        `/hotels/${hotel}/reservations?bookingNumber=${failure?.bookingNumber}`,
      )
    ).items
    expect(placed?.rooms[0]).toMatchObject({ bookedType: 'TWN', assignedType: 'JPN' })
    await desk.close()
  })

  it('is shown to have no way out, type by type, and leads on to the explorer, asked for this stay', async () => {
    const { hotel, at } = await oneCase({ code: '0001', checkIn: inDays(5), guests: 3 }, { SGL: 0, JPN: 0, FAM: 0 })
    const desk = await Desk.open({ language, at })
    await desk.page.getByText(words.none).waitFor()
    await desk.page.getByText(words.tooSmall).first().waitFor()
    await desk.click('link', words.explorer)
    await desk.page.waitForURL(`**/h/${hotel}/upgrades?failure=*`)
    await desk.page.getByText(words.noneThere).waitFor()
    const stay = desk.page.getByRole('form', { name: words.stay })
    const fields = await stay
      .locator('select, input')
      .evaluateAll((all) => all.map((one) => 'value' in one && one.value))
    expect(fields).toEqual(['SGL', inDays(5), inDays(6), '3', '1'])
    await desk.close()
  })
})

describe('a session that ends while somebody types a correction', () => {
  it('loses nothing: signing in again sends it', async () => {
    const { at } = await wrongCheckOut()
    const desk = await Desk.open({ at })
    const { page, context } = desk
    const words = WORDS.ja
    await page.getByLabel(words.checkOut).fill(inDays(10))
    await desk.click('button', words.check)
    await page.getByText(words.would).waitFor()
    await page.getByLabel(words.why).fill('電話で確認')
    await context.clearCookies()
    await desk.click('button', words.apply)
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('パスワード').fill(admin.password)
    await dialog.getByRole('button', { name: 'サインイン', exact: true }).click()
    await page.getByRole('link', { name: words.reservation }).waitFor()
    await page.getByText('電話で確認').waitFor()
    // The browser itself reports the refused call.
    await desk.close([/401/])
  })
})

describe('the original telegram', () => {
  it('is read on a click that is recorded, and shows the value that is to blame', async () => {
    const { hotel, at } = await oneCase({ code: '0044', roomName: '離れ', checkIn: inDays(4) })
    const desk = await Desk.open({ at })
    await desk.click('button', WORDS.ja.original)
    const original = desk.page.getByRole('region', { name: WORDS.ja.originalText })
    await original.locator('mark').first().waitFor()
    expect(await original.locator('mark').allInnerTexts()).toEqual(['0044', '離れ'])
    expect(await original.innerText()).toContain('<RoomTypeCode>0044</RoomTypeCode>')
    const { items } = await call<{ items: { action: string }[] }>(
      'GET',
      `/audit?hotel=${hotel}&action=telegram.raw_read`,
    )
    expect(items).toHaveLength(1)
    await desk.close()
  })
})

describe('what else can be done about a case', () => {
  it('is to write a note, to leave it until later, and to dismiss it with a reason', async () => {
    const { hotel, at } = await oneCase({ code: '0044', checkIn: inDays(4) })
    const desk = await Desk.open({ at })
    const { page } = desk
    const dialog = page.getByRole('dialog')

    await desk.click('button', 'メモを残す')
    await dialog.getByLabel('次の人へのメモ').fill('予約サイトに問い合わせ中')
    await desk.expectAccessible()
    await dialog.getByRole('button', { name: 'メモを残す' }).click()
    await page.getByText('予約サイトに問い合わせ中').waitFor()
    await dialog.waitFor({ state: 'detached' })

    await desk.click('button', 'あとで')
    await dialog.getByRole('button', { name: '3 時間後' }).click()
    await dialog.getByRole('button', { name: '保留にする' }).click()
    await page.getByText('指定の時刻まで保留にしました。').waitFor()
    await dialog.waitFor({ state: 'detached' })

    await desk.click('button', '理由を付けて終了')
    expect(await dialog.getByRole('button', { name: '終了にする' }).getAttribute('aria-disabled')).toBe('true')
    await dialog.getByLabel('理由').fill('テスト予約')
    await dialog.getByRole('button', { name: '終了にする' }).click()
    await page.getByText('理由：テスト予約').waitFor()
    expect(await failuresOf(hotel, 'dismissed')).toHaveLength(1)
    await desk.close()
  })
})

describe('two people at one case', () => {
  it('are told of each other, and what the second typed stays', async () => {
    const { hotel, at } = await oneCase({ code: '0044', checkIn: inDays(4) })
    const [failure] = await failuresOf(hotel)
    const desk = await Desk.open({ at })
    const { page } = desk
    await desk.click('button', '理由を付けて終了')
    const reason = page.getByRole('dialog').getByLabel('理由')
    await reason.fill('二重の連絡')
    // What the live feed tells of the other person comes too late.
    const tooLate = new Promise<void>((late) => {
      page.on('response', (answer) => answer.url().endsWith('/dismiss') && late())
    })
    await page.route(`**/api/v1/failures/${failure?.id}`, async (route) => {
      await tooLate
      await route.continue()
    })
    await call('POST', `/failures/${failure?.id}/snooze`, { until: new Date(Date.now() + 3_600_000).toISOString() })
    await page.getByRole('dialog').getByRole('button', { name: '終了にする' }).click()
    await page.getByText(/その間にこのケースが動きました/).waitFor()
    expect(await reason.inputValue()).toBe('二重の連絡')
    await page.getByRole('dialog').getByRole('button', { name: '終了にする' }).click()
    await page.getByText('理由：二重の連絡').waitFor()
    // The browser itself reports the refused call.
    await desk.close([/409/])
  })
})

describe('cases of one cause', () => {
  it('are gone through by the keys [ and ]', async () => {
    const hotel = await newHotel()
    await postAll(
      hotel,
      [2, 3, 4].map((days) => ({ number: bookingNumber(), code: '0077', checkIn: inDays(days) })),
    )
    const [first, second] = await failuresOf(hotel)
    const desk = await Desk.open({ at: `/h/${hotel}/failures/${first?.id}` })
    await desk.page.getByText('3 件中 1 件目').waitFor()
    await desk.page.keyboard.press(']')
    await desk.page.waitForURL(`**/failures/${second?.id}`)
    await desk.page.getByText('3 件中 2 件目').waitFor()
    await desk.page.keyboard.press('[')
    await desk.page.waitForURL(`**/failures/${first?.id}`)
    await desk.page.getByText('3 件中 1 件目').waitFor()
    await desk.close()
  })
})
