import { describe, expect, it } from 'vitest'
import { Desk, LANGUAGES } from './desk'
import { call, inDays, newHotel, post } from './house'

const WORDS = {
  ja: {
    left: (rooms: number) => `残り ${rooms} 室`,
    sold: (rooms: number) => `販売 ${rooms} 室`,
    stopped: '販売停止',
    stop: '販売停止にする',
    undo: '元に戻す',
    taken: '元に戻しました。',
    over: '1 室の売り過ぎ',
    clear: 'ほかのタイプへ移して解消',
    propose: '移動案を探す',
    apply: '1 室を移動する',
    moved: '1 室を移動しました。',
    inventory: '在庫',
    next: '次の週',
  },
  en: {
    left: (rooms: number) => `${rooms} left`,
    sold: (rooms: number) => `${rooms} of 20 sold`,
    stopped: 'sale stopped',
    stop: 'Stop the sale',
    undo: 'Undo',
    taken: 'Taken back.',
    over: 'oversold by 1',
    clear: 'Clear it by moving bookings',
    propose: 'Look for moves',
    apply: 'Move 1 room',
    moved: '1 room moved.',
    inventory: 'Inventory',
    next: 'Next week',
  },
}

const DAY = inDays(3)

interface Nights {
  items: { roomType: string; date: string; stopSell: boolean; oversold: number }[]
}

async function nightOf(hotel: string, roomType: string, date: string) {
  const { items } = await call<Nights>('GET', `/hotels/${hotel}/calendar?from=${date}&roomType=${roomType}`)
  return items[0]
}

/** A cell by its type and night; all that it shows is its name. */
const cell = (desk: Desk, type: string, date: string) =>
  desk.page.getByRole('gridcell', { name: new RegExp(`^${type}.*${date}`) })

const named = (desk: Desk, type: string, date: string, words: string) =>
  desk.page.getByRole('gridcell', { name: new RegExp(`^${type}.*${date}.*${words}`) })

describe.each(LANGUAGES)('the inventory (%s)', (language) => {
  const words = WORDS[language]

  it('shows what is sold and free as bookings come in', async () => {
    const hotel = await newHotel()
    const desk = await Desk.open({ language, at: `/h/${hotel}/inventory` })
    await named(desk, 'TWN', DAY, words.left(20)).waitFor()
    await post(hotel, { checkIn: DAY, code: '0002', guests: 2 })
    await named(desk, 'TWN', DAY, words.left(19)).waitFor()
    await named(desk, 'TWN', DAY, words.sold(1)).waitFor()
    await desk.close()
  })

  it('stops the sale of a night by keyboard, and takes that back', async () => {
    const hotel = await newHotel()
    const desk = await Desk.open({ language, at: `/h/${hotel}/inventory` })
    await cell(desk, 'DBL', inDays(0)).focus()
    for (let night = 0; night < 3; night++) await desk.page.keyboard.press('ArrowRight')
    await desk.page.keyboard.press('ArrowDown')
    await desk.page.keyboard.press('Enter')
    const dialog = desk.page.getByRole('dialog')
    await dialog.waitFor()
    await desk.expectAccessible()
    await dialog.getByRole('button', { name: words.stop }).focus()
    await desk.page.keyboard.press('Enter')
    await named(desk, 'FAM', DAY, words.stopped).waitFor()
    expect((await nightOf(hotel, 'FAM', DAY))?.stopSell).toBe(true)

    await desk.page.getByRole('status').getByRole('button', { name: words.undo }).focus()
    await desk.page.keyboard.press('Enter')
    await desk.page.getByText(words.taken).waitFor()
    expect((await nightOf(hotel, 'FAM', DAY))?.stopSell).toBe(false)
    await desk.close()
  })

  it('marks an oversold night and leads to the moves that clear it', async () => {
    const hotel = await newHotel({ rooms: { TWN: 1 } })
    await call('PUT', `/hotels/${hotel}/calendar/overbooking`, { roomType: 'TWN', from: DAY, to: inDays(4), rooms: 1 })
    await post(hotel, { checkIn: DAY, code: '0002', guests: 2 })
    await post(hotel, { checkIn: DAY, code: '0002', guests: 2 })
    const desk = await Desk.open({ language, at: `/h/${hotel}/inventory` })
    await named(desk, 'TWN', DAY, words.over).click()
    await desk.click('link', words.clear)
    await desk.click('button', words.propose)
    await desk.click('button', words.apply)
    await desk.page.getByText(words.moved).waitFor()
    expect((await nightOf(hotel, 'TWN', DAY))?.oversold).toBe(0)
    await desk.close()
  })
})

describe('looking at other nights', () => {
  it('goes on by a week, and the address says where', async () => {
    const hotel = await newHotel()
    const desk = await Desk.open({ at: `/h/${hotel}/inventory` })
    await cell(desk, 'SGL', inDays(13)).waitFor()
    await desk.click('button', WORDS.ja.next)
    await cell(desk, 'SGL', inDays(20)).waitFor()
    await desk.page.waitForURL(`**/inventory?from=${inDays(7)}`)
    await desk.close()
  })

  it('has a card for each night on a phone, no wider than it', async () => {
    const hotel = await newHotel()
    const desk = await Desk.open({ width: 390, height: 844, at: `/h/${hotel}/inventory` })
    await desk.page.getByRole('button', { name: new RegExp(`TWN.*${DAY}.*残り 20 室`) }).click()
    await desk.page.getByRole('dialog').getByRole('button', { name: WORDS.ja.stop }).click()
    await desk.page.getByRole('button', { name: new RegExp(`TWN.*${DAY}.*販売停止`) }).waitFor()
    await desk.page.getByRole('status').getByRole('button', { name: '閉じる' }).click()
    expect(await desk.page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
    await desk.close()
  })
})
