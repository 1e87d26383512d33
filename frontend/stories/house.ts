import { createHash, randomInt } from 'node:crypto'

/** The running application that the stories are told against, reached as an administrator and as an OTA system would. */
export const base = process.env.TORITSUGI_URL ?? 'http://127.0.0.1:8080'
export const admin = { username: 'admin', password: process.env.TORITSUGI_ADMIN_PASSWORD ?? 'first-steps' }
const intakeKey = process.env.TORITSUGI_INTAKE_KEY ?? 'first-steps-intake-key'

/** The application may be reached through a development server; an OTA system goes to it directly. */
const direct = process.env.TORITSUGI_DIRECT_URL ?? base

export interface Cookie {
  name: string
  value: string
}

let session: Cookie[] | null = null

/** The cookies of a session of the administrator. */
export async function signedIn(): Promise<Cookie[]> {
  if (session) return session
  const answer = await fetch(`${base}/api/v1/session`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(admin),
  })
  if (answer.status !== 204)
    throw new Error(`The administrator cannot sign in: ${answer.status} ${await answer.text()}`)
  session = answer.headers.getSetCookie().map((line) => {
    const [pair = ''] = line.split(';')
    const at = pair.indexOf('=')
    return { name: pair.slice(0, at), value: pair.slice(at + 1) }
  })
  return session
}

/** Calls the admin API; throws what was refused. `T` is the body that comes back. */
export async function call<T = unknown>(
  method: string,
  path: string,
  body?: unknown,
  headers: Record<string, string> = {},
): Promise<T> {
  const cookies = await signedIn()
  const answer = await fetch(`${base}/api/v1${path}`, {
    method,
    headers: {
      'Content-Type': 'application/json',
      Cookie: cookies.map(({ name, value }) => `${name}=${value}`).join('; '),
      'X-XSRF-TOKEN': cookies.find(({ name }) => name === 'XSRF-TOKEN')?.value ?? '',
      ...headers,
    },
    body: body === undefined ? undefined : JSON.stringify(body),
  })
  const text = await answer.text()
  if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${text}`)
  return (text ? JSON.parse(text) : undefined) as T
}

export interface RoomType {
  code: string
  name: string
  capacity: number
  baseRate: number
  rooms: number
  /** The code by which OTAs book it. */
  sold: string
}

/** The types of the demo hotel. */
export const TYPES: RoomType[] = [
  { code: 'SGL', name: 'シングル', capacity: 1, baseRate: 8_000, rooms: 20, sold: '0001' },
  { code: 'TWN', name: 'ツイン', capacity: 2, baseRate: 13_000, rooms: 20, sold: '0002' },
  { code: 'DBL', name: 'ダブル', capacity: 2, baseRate: 12_000, rooms: 20, sold: '0003' },
  { code: 'FAM', name: 'ファミリー', capacity: 5, baseRate: 19_000, rooms: 20, sold: '0005' },
  { code: 'JPN', name: '和室', capacity: 4, baseRate: 18_000, rooms: 20, sold: '0007' },
]

const EDGES = [
  { from: 'SGL', to: 'DBL', priority: 1, active: true },
  { from: 'SGL', to: 'TWN', priority: 2, active: true },
  { from: 'DBL', to: 'JPN', priority: 1, active: true },
  { from: 'TWN', to: 'FAM', priority: 1, active: true },
  { from: 'TWN', to: 'JPN', priority: 2, active: true },
]

/** A hotel that no other story knows, with five types, mapped codes and a small hierarchy; answers its code. */
export async function newHotel(
  wanted: { rooms?: Record<string, number>; mapped?: boolean; edges?: typeof EDGES } = {},
): Promise<string> {
  const hotel = `S${randomInt(36 ** 5, 36 ** 6)
    .toString(36)
    .toUpperCase()}`
  await call('PUT', `/hotels/${hotel}`, {
    name: `物語ホテル ${hotel}`,
    timeZone: 'Asia/Tokyo',
    confirmPolicy: 'STORED',
    horizonDays: 540,
  })
  for (const type of TYPES) {
    await call('PUT', `/hotels/${hotel}/room-types/${type.code}`, {
      name: type.name,
      capacity: type.capacity,
      smoking: false,
      baseRate: type.baseRate,
      rooms: wanted.rooms?.[type.code] ?? type.rooms,
    })
    if (wanted.mapped !== false) {
      await call('POST', `/hotels/${hotel}/mappings`, { channel: '*', code: type.sold, roomType: type.code })
    }
  }
  await call('PUT', `/hotels/${hotel}/hierarchy`, { edges: wanted.edges ?? EDGES })
  return hotel
}

export interface Booking {
  number?: string
  kind?: 'NewBookReport' | 'ModificationReport' | 'CancellationReport'
  /** SalesOfficeCompanyName, as the OTA writes it. */
  company?: string
  guest?: string
  kanji?: string
  checkIn: string
  nights?: number
  rooms?: number
  code?: string
  roomName?: string
  price?: number
  guests?: number
  /** When the OTA wrote it, for the order of telegrams of one booking. */
  minute?: number
}

const day = (date: string, plus: number) =>
  new Date(new Date(`${date}T00:00:00Z`).getTime() + plus * 86_400_000).toISOString().slice(0, 10)

/** A date so many days from today in Tokyo. */
export function inDays(days: number): string {
  return day(new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Tokyo' }).format(new Date()), days)
}

let telegrams = 0

/** A number that no other booking bears. */
export const bookingNumber = () =>
  `ST${Date.now().toString(36).toUpperCase()}${(++telegrams).toString().padStart(4, '0')}`

/** A telegram as TL-Lincoln sends it. */
export function telegram(booking: Booking): string {
  const nights = booking.nights ?? 1
  const rooms = booking.rooms ?? 1
  const guests = booking.guests ?? 1
  const price = booking.price ?? 10_000
  const number = booking.number ?? bookingNumber()
  const id = createHash('sha256').update(`${number}:${++telegrams}:${Date.now()}`).digest('hex')
  const dataId = `20${BigInt(`0x${id.slice(0, 12)}`)}`.padEnd(17, '0').slice(0, 17)
  const minute = String(booking.minute ?? 0).padStart(2, '0')
  const lists = Array.from({ length: rooms }, () =>
    Array.from(
      { length: nights },
      (_, night) => `<RoomAndGuestList>
      <RoomInformation>
        <RoomTypeCode>${booking.code ?? '0001'}</RoomTypeCode>
        <RoomTypeName>${booking.roomName ?? '部屋'}</RoomTypeName>
        <PerRoomPaxCount>${guests}</PerRoomPaxCount>
        <RoomPaxMaleCount>${guests}</RoomPaxMaleCount>
      </RoomInformation>
      <RoomRateInformation>
        <RoomDate>${day(booking.checkIn, night)}</RoomDate>
        <TotalPerRoomRate>${price}</TotalPerRoomRate>
      </RoomRateInformation>
    </RoomAndGuestList>`,
    ).join('\n'),
  ).join('\n')
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<AllotmentBookingReport>
  <TransactionType>
    <DataFrom>FromTravelAgency</DataFrom>
    <DataClassification>${booking.kind ?? 'NewBookReport'}</DataClassification>
    <DataID>${dataId}</DataID>
    <SystemDate>${inDays(-1)}</SystemDate>
    <SystemTime>09:${minute}:00</SystemTime>
  </TransactionType>
  <SalesOfficeInformation>
    <SalesOfficeCompanyName>${booking.company ?? 'じゃらんnet'}</SalesOfficeCompanyName>
  </SalesOfficeInformation>
  <BasicInformation>
    <TravelAgencyBookingNumber>${number}</TravelAgencyBookingNumber>
    <GuestOrGroupNameSingleByte>${booking.guest ?? 'ﾐﾎﾝ ｲﾁﾛｳ'}</GuestOrGroupNameSingleByte>
    <GuestOrGroupNameKanjiName>${booking.kanji ?? '見本 一郎'}</GuestOrGroupNameKanjiName>
    <CheckInDate>${booking.checkIn}</CheckInDate>
    <CheckOutDate>${day(booking.checkIn, nights)}</CheckOutDate>
    <Nights>${nights}</Nights>
    <TotalRoomCount>${rooms}</TotalRoomCount>
    <GrandTotalPaxCount>${rooms * guests}</GrandTotalPaxCount>
  </BasicInformation>
  <BasicRateInformation>
    <RoomRateOrPersonalRate>RoomRate</RoomRateOrPersonalRate>
    <TotalAccommodationCharge>${price * nights * rooms}</TotalAccommodationCharge>
  </BasicRateInformation>
  <RoomAndGuestInformation>
    ${lists}
  </RoomAndGuestInformation>
</AllotmentBookingReport>`
}

export interface ReceiptLine {
  id: number
  outcome: string
  class: string | null
  code: string | null
  reservation: string | null
}

/** Sends a body as an OTA system would and waits for what became of it. */
export async function send(hotel: string, xml: string): Promise<ReceiptLine[]> {
  const answer = await fetch(`${direct}/ota/tl-lincoln/${hotel}`, {
    method: 'POST',
    headers: { Authorization: `Bearer ${intakeKey}`, 'Content-Type': 'application/xml', Prefer: 'wait=20' },
    body: xml,
  })
  if (answer.status >= 400 && answer.status !== 422) throw new Error(`${answer.status} ${await answer.text()}`)
  return ((await answer.json()) as { telegrams: ReceiptLine[] }).telegrams
}

/** Posts a booking; answers its line of the receipt. */
export async function post(hotel: string, booking: Booking): Promise<ReceiptLine> {
  const [line] = await send(hotel, telegram(booking))
  if (!line) throw new Error('The receipt has no line')
  return line
}

/** Posts many bookings in one SOAP answer, as a poll of TL-Lincoln brings them. */
export function postAll(hotel: string, bookings: Booking[]): Promise<ReceiptLine[]> {
  const entries = bookings
    .map((booking) => telegram(booking).replace(/^<\?xml[^>]*\?>\s*/, ''))
    .map((xml) => `<bookingInfoList><infoTravelXML><![CDATA[${xml}]]></infoTravelXML></bookingInfoList>`)
  return send(
    hotel,
    `<?xml version="1.0" encoding="UTF-8"?>
<S:Envelope xmlns:S="http://schemas.xmlsoap.org/soap/envelope/"><S:Body>
<ns2:executeResponse xmlns:ns2="http://pmsfc5001.pmsfc50.pms.lincoln.seanuts.co.jp/"><return>
<commonResponse><isSuccess>true</isSuccess></commonResponse>
<configurationSettings><outputId>STORY</outputId></configurationSettings>
${entries.join('\n')}
</return></ns2:executeResponse></S:Body></S:Envelope>`,
  )
}
