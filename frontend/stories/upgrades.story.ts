import { describe, expect, it } from 'vitest'
import { Desk, LANGUAGES } from './desk'
import { bookingNumber, call, inDays, newHotel, post } from './house'

const WORDS = {
  ja: {
    answer: '結論',
    options: '行き先の候補',
    nights: '泊ごとの空室',
    full: 'が満室',
    none: '代わりに用意できる部屋タイプもありません。',
    paths: 'すべての経路',
    permitted: '段',
    propose: '移動案を探す',
    proposal: '移動案',
    moves: '動く予約',
    before: '移動前',
    after: '移動後',
    apply: '1 室を移動する',
    applyAndImport: '1 室を移動して取り込む',
    moved: '1 室を移動しました。',
    undo: '元に戻す',
    undone: '移動を元に戻しました。',
    noMoves: '動かす必要はありません',
    assign: 'FAM で取り込む',
    history: '移動案の履歴',
    wasUndone: '取り消し済み',
  },
  en: {
    answer: 'In short',
    options: 'Where the guest could go',
    nights: 'Free rooms by night',
    full: 'full on',
    none: 'No other room type fits either.',
    paths: 'All paths',
    permitted: 'step',
    propose: 'Look for moves',
    proposal: 'Proposed moves',
    moves: 'Bookings that move',
    before: 'Before',
    after: 'After',
    apply: 'Move 1 room',
    applyAndImport: 'Move 1 room and import',
    moved: '1 room moved.',
    undo: 'Undo',
    undone: 'The moves were taken back.',
    noMoves: 'Nothing has to move',
    assign: 'Import into FAM',
    history: 'Proposed moves',
    wasUndone: 'Taken back',
  },
}

const DAY = inDays(30)
const NEXT = inDays(31)
const TWIN = '0002'
const FAMILY = '0005'
const JAPANESE = '0007'

const explorer = (hotel: string, query: string) => `/h/${hotel}/upgrades?${query}`
const twinStay = `type=TWN&checkIn=${DAY}&checkOut=${inDays(32)}&guests=2&rooms=1`
const month = (date: string) => date.split('-').slice(1).map(Number).join('/')

interface Rooms {
  items: { rooms: { assignedType: string }[] }[]
}

async function assignedType(hotel: string, number: string): Promise<string | undefined> {
  const found = await call<Rooms>('GET', `/hotels/${hotel}/reservations?bookingNumber=${number}`)
  return found.items[0]?.rooms[0]?.assignedType
}

/** One twin, taken on the first night by a guest who could go; family and Japanese rooms are taken on the second. */
async function hotelWithOneToMove(): Promise<{ hotel: string; number: string }> {
  const hotel = await newHotel({ rooms: { TWN: 1, FAM: 1, JPN: 1 } })
  const number = bookingNumber()
  await post(hotel, { number, checkIn: DAY, code: TWIN, guests: 2, kanji: '架空 二郎' })
  await post(hotel, { checkIn: NEXT, code: FAMILY, guests: 2 })
  await post(hotel, { checkIn: NEXT, code: JAPANESE, guests: 2 })
  return { hotel, number }
}

describe.each(LANGUAGES)('looking for an upgrade (%s)', (language) => {
  const words = WORDS[language]

  it('shows for a full type the options in the order of the API, with their paths and nights', async () => {
    const hotel = await newHotel({ rooms: { TWN: 1, FAM: 3 } })
    await post(hotel, { checkIn: DAY, code: TWIN, guests: 2 })
    const said = await call<{ options: { roomType: string }[] }>(
      'GET',
      `/hotels/${hotel}/upgrades?roomType=TWN&checkIn=${DAY}&checkOut=${inDays(32)}&guests=2`,
    )
    const desk = await Desk.open({ language, at: explorer(hotel, twinStay) })
    const options = desk.page.getByRole('list', { name: words.options }).getByRole('listitem')
    await options.first().waitFor()
    const shown = await options.locator('strong').allTextContents()
    expect(shown.filter((text) => /^[A-Z]{3}$/.test(text))).toEqual(said.options.map((option) => option.roomType))
    expect(await options.first().innerText()).toMatch(/TWN[\s\S]*→[\s\S]*FAM/)
    const answer = await desk.page.getByRole('region', { name: words.answer }).innerText()
    expect(answer).toContain(month(DAY))
    expect(answer).toMatch(/FAM.*1.*\+¥6,000/)
    const nights = desk.page.getByRole('region', { name: words.nights })
    expect(await nights.getByRole('row', { name: /TWN/ }).getByRole('cell').allTextContents()).toMatchObject([
      '0',
      '1',
      expect.anything(),
    ])
    expect(await nights.getByRole('row', { name: /FAM/ }).getByRole('cell').allTextContents()).toMatchObject([
      '3',
      '3',
      expect.anything(),
    ])
    await desk.page.getByText(words.paths).click()
    await desk.page.getByText(words.permitted).last().waitFor()
    await desk.close()
  })

  it('proves that there is none by naming the night of each type', async () => {
    const hotel = await newHotel({ rooms: { TWN: 1, FAM: 1, JPN: 1 } })
    await post(hotel, { checkIn: DAY, code: TWIN, guests: 2 })
    await post(hotel, { checkIn: NEXT, code: FAMILY, guests: 2 })
    await post(hotel, { checkIn: NEXT, code: JAPANESE, guests: 2 })
    const desk = await Desk.open({ language, at: explorer(hotel, twinStay) })
    await desk.page.getByText(words.none).waitFor()
    const family = desk.page.getByRole('row', { name: /FAM.*upgrade\.full/ })
    const reason = await family.innerText()
    expect(reason).toContain(words.full)
    expect(reason).toContain(month(NEXT))
    await desk.close()
  })

  it('moves another booking out of the way, and takes that back', async () => {
    const { hotel, number } = await hotelWithOneToMove()
    const desk = await Desk.open({ language, at: explorer(hotel, twinStay) })
    await desk.click('button', words.propose)
    const proposal = desk.page.getByRole('region', { name: words.proposal })
    const move = proposal.getByRole('list', { name: words.moves }).getByRole('listitem')
    await move.waitFor()
    expect(await move.innerText()).toContain(number)
    expect(await move.innerText()).not.toContain('二郎')
    const after = proposal.getByRole('region', { name: words.after })
    await after.waitFor()
    expect(
      (
        await proposal
          .getByRole('region', { name: words.before })
          .getByRole('row', { name: /TWN/ })
          .getByRole('cell')
          .allTextContents()
      )[0],
    ).toBe('0')
    expect((await after.getByRole('row', { name: /TWN/ }).getByRole('cell').allTextContents())[0]).toBe('1')
    expect(await assignedType(hotel, number)).toBe('TWN')
    await desk.expectAccessible()

    await proposal.getByRole('button', { name: words.apply }).click()
    await desk.page.getByText(words.moved).waitFor()
    expect(await assignedType(hotel, number)).not.toBe('TWN')

    await desk.page.getByRole('status').getByRole('button', { name: words.undo, exact: true }).click()
    await desk.page.getByText(words.undone).waitFor()
    expect(await assignedType(hotel, number)).toBe('TWN')

    await desk.page.getByRole('link', { name: words.history, exact: true }).click()
    await desk.page.getByRole('list', { name: words.history }).getByText(words.wasUndone).waitFor()
    await desk.close()
  })
})

describe('coming from an import error', () => {
  const words = WORDS.ja

  it('imports the failed booking into the best option', async () => {
    const hotel = await newHotel({ rooms: { TWN: 1, FAM: 1 } })
    await post(hotel, { checkIn: DAY, code: TWIN, guests: 2 })
    const number = bookingNumber()
    await post(hotel, { number, checkIn: DAY, code: TWIN, guests: 2 })
    const failures = await call<{ items: { id: number }[] }>('GET', `/failures?hotel=${hotel}`)
    const desk = await Desk.open({ at: explorer(hotel, `failure=${failures.items[0]?.id}`) })
    await desk.page.getByRole('link', { name: number }).waitFor()
    await desk.click('button', words.assign)
    await desk.page.getByText('FAM で取り込みます。').waitFor()
    await expect.poll(() => assignedType(hotel, number)).toBe('FAM')
    await desk.close()
  })

  it('imports it into its own type by moving another', async () => {
    const { hotel, number } = await hotelWithOneToMove()
    const failed = bookingNumber()
    await post(hotel, { number: failed, checkIn: DAY, nights: 2, code: TWIN, guests: 2 })
    const failures = await call<{ items: { id: number }[] }>('GET', `/failures?hotel=${hotel}`)
    const desk = await Desk.open({ at: explorer(hotel, `failure=${failures.items[0]?.id}`) })
    await desk.click('button', words.propose)
    await desk.click('button', words.applyAndImport)
    await desk.page.getByText(words.moved).waitFor()
    await expect.poll(() => assignedType(hotel, failed)).toBe('TWN')
    expect(await assignedType(hotel, number)).not.toBe('TWN')
    await desk.close()
  })
})

describe('a proposal that something overtook', () => {
  it('is refused with what changed', async () => {
    const { hotel, number } = await hotelWithOneToMove()
    const desk = await Desk.open({ language: 'en', at: explorer(hotel, twinStay) })
    await desk.click('button', WORDS.en.propose)
    const apply = desk.page.getByRole('button', { name: WORDS.en.apply })
    await apply.waitFor()
    await post(hotel, { number, kind: 'CancellationReport', checkIn: DAY, code: TWIN, guests: 2, minute: 9 })
    await apply.click()
    await desk.page
      .getByText(/came free by itself|cancelled, or the guest has left/)
      .first()
      .waitFor()
    await desk.close([/409/])
  })
})
