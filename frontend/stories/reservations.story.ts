import { describe, expect, it } from 'vitest'
import { Desk, LANGUAGES } from './desk'
import { bookingNumber, call, inDays, newHotel, post } from './house'

const WORDS = {
  ja: {
    page: '予約',
    number: '予約番号',
    state: '状態',
    cancelled: '取消',
    show: '表示する',
    move: '部屋タイプを変える',
    to: '割り当てる部屋タイプ',
    save: '保存',
    undo: '元に戻す',
    upgraded: 'アップグレード',
    locked: 'ほかの予約のために動かさない',
  },
  en: {
    page: 'Reservations',
    number: 'Booking number',
    state: 'State',
    cancelled: 'Cancelled',
    show: 'Show',
    move: 'Change the room type',
    to: 'Room type to assign',
    save: 'Save',
    undo: 'Undo',
    upgraded: 'Upgraded',
    locked: 'Do not move for other bookings',
  },
}

interface Stored {
  rooms: { bookedType: string; assignedType: string; chargedType: string }[]
  locked: boolean
}

async function stored(hotel: string, number: string): Promise<Stored> {
  const list = await call<{ items: { id: string }[] }>('GET', `/hotels/${hotel}/reservations?bookingNumber=${number}`)
  return call<Stored>('GET', `/hotels/${hotel}/reservations/${list.items[0]?.id}`)
}

describe.each(LANGUAGES)('reservations (%s)', (language) => {
  const words = WORDS[language]

  it('finds a booking by its number, keeps the filter over a reload, and masks the guest', async () => {
    const hotel = await newHotel()
    const number = bookingNumber()
    await post(hotel, { number, checkIn: inDays(5), nights: 2 })
    await post(hotel, { checkIn: inDays(6) })
    const desk = await Desk.open({ language, at: `/h/${hotel}/reservations` })
    await desk.page.getByLabel(words.number).fill(number)
    await desk.page.keyboard.press('Enter')
    await desk.page.waitForURL(`**?bookingNumber=${number}`)
    await desk.page.reload()
    await desk.page.getByRole('cell', { name: number }).waitFor()
    expect(await desk.page.locator('tbody tr').count()).toBe(1)
    expect(await desk.page.getByText('見本 一郎').count()).toBe(0)
    await desk.page.getByText('見本 ●●').waitFor()
    await desk.page.keyboard.press('j')
    await desk.page.keyboard.press('Enter')
    await desk.page.getByRole('heading', { level: 1, name: new RegExp(number) }).waitFor()
    await desk.click('button', words.show)
    await desk.page.getByText('見本 一郎').waitFor()
    const audit = await call<{ items: { action: string }[] }>('GET', `/audit?hotel=${hotel}&action=guest.shown`)
    expect(audit.items).toHaveLength(1)
    await desk.close()
  })

  it('gives a room another type without changing what is charged, and takes it back', async () => {
    const hotel = await newHotel()
    const number = bookingNumber()
    const { reservation } = await post(hotel, { number, checkIn: inDays(5), code: '0001' })
    const desk = await Desk.open({ language, at: `/h/${hotel}/reservations/${reservation}` })
    await desk.click('button', words.move)
    await desk.page.getByLabel(words.to).selectOption('TWN')
    await desk.click('button', words.save)
    await desk.page.getByText(words.upgraded, { exact: true }).waitFor()
    expect((await stored(hotel, number)).rooms).toEqual([
      expect.objectContaining({ bookedType: 'SGL', assignedType: 'TWN', chargedType: 'SGL' }),
    ])
    await desk.click('button', words.undo)
    await desk.page.getByText(words.upgraded, { exact: true }).waitFor({ state: 'detached' })
    expect((await stored(hotel, number)).rooms[0]?.assignedType).toBe('SGL')
    await desk.close()
  })
})

describe('a reservation', () => {
  it('is marked not to be moved, and shows every revision with its telegram', async () => {
    const hotel = await newHotel()
    const number = bookingNumber()
    const { reservation } = await post(hotel, { number, checkIn: inDays(5), minute: 1 })
    await post(hotel, { number, checkIn: inDays(6), nights: 2, kind: 'ModificationReport', minute: 2 })
    const desk = await Desk.open({ at: `/h/${hotel}/reservations/${reservation}` })
    await desk.page.getByText('第 2 版').waitFor()
    await desk.page.getByText('第 1 版').waitFor()
    await desk.click('checkbox', WORDS.ja.locked)
    await desk.page.getByText('しるしを保存しました').waitFor()
    expect((await stored(hotel, number)).locked).toBe(true)
    await desk.close()
  })

  it('says what would fill an empty list, and fits a phone', async () => {
    const hotel = await newHotel()
    const desk = await Desk.open({ width: 390, height: 844, at: `/h/${hotel}/reservations` })
    await desk.page.getByText('電文が取り込まれると').waitFor()
    await post(hotel, { checkIn: inDays(5), company: 'Booking.com' })
    await desk.page.getByText('Booking.com').waitFor()
    expect(await desk.page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
    await desk.close()
  })
})
