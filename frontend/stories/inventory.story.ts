import { describe, expect, it } from 'vitest'
import { Desk, LANGUAGES } from './desk'
import { bookingNumber, call, inDays, newHotel, post } from './house'

const WORDS = {
  ja: {
    left: (rooms: number) => `残り ${rooms} 室`,
    sold: (rooms: number) => `販売 ${rooms} 室`,
    stopped: '販売停止',
    stop: '販売停止にする',
    undo: '元に戻す',
    taken: '元に戻しました。',
  },
  en: {
    left: (rooms: number) => `${rooms} left`,
    sold: (rooms: number) => `${rooms} of 20 sold`,
    stopped: 'sale stopped',
    stop: 'Stop the sale',
    undo: 'Undo',
    taken: 'Taken back.',
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
    const dialog = await desk.dialog()
    await desk.expectAccessible()
    await dialog.getByRole('button', { name: words.stop }).focus()
    await desk.page.keyboard.press('Enter')
    await named(desk, 'FAM', DAY, words.stopped).waitFor()
    expect((await nightOf(hotel, 'FAM', DAY))?.stopSell).toBe(true)

    await desk.page.getByRole('status').getByRole('button', { name: words.undo }).focus()
    await desk.page.keyboard.press('Enter')
    await desk.page.getByText(words.taken).waitFor()
    expect((await nightOf(hotel, 'FAM', DAY))?.stopSell).toBe(false)

    await cell(desk, 'FAM', DAY).focus()
    await desk.page.keyboard.press('s')
    await named(desk, 'FAM', DAY, words.stopped).waitFor()
    await desk.close()
  })
})

describe('an oversold night', () => {
  it('marks an oversold night and leads to the moves that clear it', async () => {
    const hotel = await newHotel({ rooms: { TWN: 1 } })
    await call('PUT', `/hotels/${hotel}/calendar/overbooking`, { roomType: 'TWN', from: DAY, to: inDays(4), rooms: 1 })
    await post(hotel, { checkIn: DAY, code: '0002', guests: 2 })
    await post(hotel, { checkIn: DAY, code: '0002', guests: 2 })
    const desk = await Desk.open({ at: `/h/${hotel}/inventory` })
    await named(desk, 'TWN', DAY, '1 室の売り過ぎ').click()
    await desk.click('link', 'ほかのタイプへ移して解消')
    await desk.click('button', '移動案を探す')
    await desk.click('button', '1 室を移動する')
    await desk.page.getByText('1 室を移動しました。').waitFor()
    expect((await nightOf(hotel, 'TWN', DAY))?.oversold).toBe(0)
    await desk.close()
  })
})

describe('a stop-sell that waits for approval', () => {
  it('stands above the nights, says because of whom, and goes when it is dismissed with a reason', async () => {
    const hotel = await newHotel({ rooms: { TWN: 0 } })
    await call('PUT', `/hotels/${hotel}/connection`, {
      address: 'http://127.0.0.1:9/pmsservice/V1',
      systemId: 'STORY',
      user: hotel,
      password: 'story',
      poll: false,
    })
    await call('PUT', `/hotels/${hotel}/room-type-groups`, { 2: 'TWN' })
    const number = bookingNumber()
    await post(hotel, { number, checkIn: DAY, code: '0002', guests: 2 })
    const desk = await Desk.open({ at: `/h/${hotel}/inventory` })
    const proposals = desk.page.getByRole('region', { name: '販売停止の提案' })
    await proposals.getByRole('link', { name: number }).waitFor()
    await proposals.getByRole('button', { name: '承認する' }).waitFor()
    await desk.expectAccessible()
    await proposals.getByRole('button', { name: '却下する' }).click()
    await proposals.getByLabel('却下の理由').fill('別館で受け入れるため')
    await proposals.getByRole('button', { name: '却下する' }).click()
    await proposals.waitFor({ state: 'detached' })
    await desk.close()
  })
})

describe('looking at other nights', () => {
  it('goes on by a week, and the address says where', async () => {
    const hotel = await newHotel()
    const desk = await Desk.open({ at: `/h/${hotel}/inventory` })
    await cell(desk, 'SGL', inDays(13)).waitFor()
    await desk.click('button', '次の週')
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
    await desk.page.evaluate(() => scrollTo(0, 0))
    expect(await desk.page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
    await desk.close()
  })
})
