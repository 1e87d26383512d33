import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { call, telegram, type Booking } from './house'

const SERVICES = { BookingInfoOutputService: 'pmsfc5001', OutputCompleteService: 'pmsfc5002' } as const
type Service = keyof typeof SERVICES

function envelope(service: Service, content: string): string {
  const number = SERVICES[service]
  return `<?xml version="1.0" encoding="UTF-8"?>
<S:Envelope xmlns:S="http://schemas.xmlsoap.org/soap/envelope/"><S:Body>
<ns2:executeResponse xmlns:ns2="http://${number}.${number.slice(0, 7)}.pms.lincoln.seanuts.co.jp/"><return>
<commonResponse><isSuccess>true</isSuccess></commonResponse>${content}
</return></ns2:executeResponse></S:Body></S:Envelope>`
}

function answer(response: ServerResponse, status: number, body: string) {
  response.writeHead(status, { 'Content-Type': 'text/xml; charset=UTF-8' }).end(body)
}

/** A TL-Lincoln of one hotel's own: it gives out one output, and hears that it was received, unless it is out of order. */
export async function lincoln(hotel: string, output: string, bookings: Booking[]) {
  let confirming = true
  let confirmed = false
  const entries = bookings
    .map((booking) => telegram(booking).replace(/^<\?xml[^>]*\?>\s*/, ''))
    .map((xml) => `<bookingInfoList><infoTravelXML><![CDATA[${xml}]]></infoTravelXML></bookingInfoList>`)
    .join('\n')
  const server = createServer((request, response) => {
    request.resume()
    if (request.url?.endsWith('/BookingInfoOutputService')) {
      const settings = `<configurationSettings><outputId>${output}</outputId></configurationSettings>`
      answer(response, 200, envelope('BookingInfoOutputService', confirmed ? '' : `${settings}${entries}`))
    } else if (confirming) {
      confirmed = true
      answer(response, 200, envelope('OutputCompleteService', ''))
    } else {
      answer(response, 503, '')
    }
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const { port } = server.address() as AddressInfo

  return {
    /** From now on the hotel is polled. */
    link: () =>
      call('PUT', `/hotels/${hotel}/connection`, {
        address: `http://127.0.0.1:${port}/pmsservice/V1`,
        systemId: 'STORY',
        user: hotel,
        password: 'specimen',
        poll: true,
      }),
    /** Whether it takes confirmations. */
    takesConfirmations(takes: boolean) {
      confirming = takes
    },
    async close() {
      await call('PUT', `/hotels/${hotel}/connection`, { poll: false })
      server.closeAllConnections()
      server.close()
    },
  }
}
