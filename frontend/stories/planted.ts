import { call, inDays, newHotel, post, postAll, type Booking } from './house'

/** Invented guests; every name is a specimen. */
const GUESTS = [
  ['ﾐﾎﾝ ｲﾁﾛｳ', '見本 一郎'],
  ['ｶｸｳ ｼﾞﾛｳ', '架空 二郎'],
  ['ﾚｲﾀﾞｲ ﾊﾅｺ', '例題 花子'],
  ['ｶﾘｿﾒ ﾐﾄﾞﾘ', '仮初 みどり'],
  ['EXAMPLE ANN', 'EXAMPLE ANN'],
] as const
const COMPANIES = ['じゃらんnet', '楽天トラベル', '一休.com', 'JTB', 'Booking.com', 'Agoda']

function booking(index: number, more: Partial<Booking>): Booking {
  const [guest, kanji] = GUESTS[index % GUESTS.length] ?? GUESTS[0]
  return { guest, kanji, company: COMPANIES[index % COMPANIES.length], checkIn: inDays(3), ...more }
}

/** A hotel on a busy morning: bookings in, a room type that nobody mapped, a full night, a waiting change, bad dates. */
export async function busyHotel(unmapped = 30): Promise<string> {
  const hotel = await newHotel({ rooms: { SGL: 20, TWN: 4, DBL: 8, FAM: 3, JPN: 5 } })
  await call('PUT', `/hotels/${hotel}`, { name: '見本ホテル東京', timeZone: 'Asia/Tokyo' })
  const codes = ['0001', '0002', '0003', '0005', '0007']
  await postAll(
    hotel,
    Array.from({ length: 40 }, (_, index) =>
      booking(index, {
        code: codes[index % 3],
        checkIn: inDays(2 + (index % 12)),
        nights: 1 + (index % 3),
        price: 8_000 + (index % 5) * 1_500,
      }),
    ),
  )
  await postAll(
    hotel,
    Array.from({ length: unmapped }, (_, index) =>
      booking(index, {
        code: '0011',
        roomName: 'スイート（新設）',
        guests: 2,
        price: 26_000,
        checkIn: inDays(index % 9),
        nights: 2,
      }),
    ),
  )
  await postAll(
    hotel,
    Array.from({ length: 6 }, (_, index) =>
      booking(index, { code: '0002', checkIn: inDays(1), nights: 2, price: 13_000, guests: 2 }),
    ),
  )
  await postAll(
    hotel,
    Array.from({ length: 5 }, (_, index) =>
      booking(index, { code: '0005', checkIn: inDays(20), nights: 1, price: 19_000, guests: 4 }),
    ),
  )
  await post(hotel, booking(3, { kind: 'ModificationReport', checkIn: inDays(12), code: '0003', minute: 30 }))
  await post(hotel, booking(2, { checkIn: inDays(14), nights: 0, code: '0001' }))
  await call('PUT', `/hotels/${hotel}/hierarchy/rules`, {
    maxUpgradeLevels: 2,
    priceDifferenceLimit: 20_000,
    capacityRequired: true,
    smoking: 'match',
    blackoutDates: [{ from: inDays(60), to: inDays(63) }],
  })
  return hotel
}
