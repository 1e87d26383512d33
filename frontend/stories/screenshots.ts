// Pictures of every page at two widths, in both languages and themes, of an application that runs:
//   bench/run screenshots             all of them into target/screenshots
//   bench/run screenshots --readme    only the three that stand in the README, into docs/images
import { mkdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import type { Page } from 'playwright-core'
import { closeBrowser, newVisitor, type Language } from './browser'
import { call, inDays } from './house'
import { lincoln } from './lincoln'
import { busyHotel } from './planted'

const house = join(dirname(fileURLToPath(import.meta.url)), '../..')
const out = join(house, 'target/screenshots')
const images = join(house, 'docs/images')
/** Longer pages are cut off. */
const HIGHEST = 3_000
const forReadme = process.argv.includes('--readme')

interface Listed {
  items: { id: string | number; telegramId?: number; class?: string }[]
}

const hotel = await busyHotel()
const remote = await polled(hotel)
const failures = (await call<Listed>('GET', `/failures?hotel=${hotel}&limit=200&sort=arrival`)).items
const ofClass = (name: string) => failures.find((failure) => failure.class === name) ?? failures[0]
const reservation = (await call<Listed>('GET', `/hotels/${hotel}/reservations?limit=1`)).items[0]
const mapping = ofClass('ROOM_MAPPING')

/** The hotel's TL-Lincoln, from which an output came that is confirmed meanwhile. */
async function polled(hotel: string) {
  const remote = await lincoln(hotel, `${hotel}0001`, [{ checkIn: inDays(40) }, { checkIn: inDays(41) }])
  await remote.link()
  for (let outputs: { state: string }[] = []; outputs[0]?.state !== 'confirmed';) {
    await setTimeout(500)
    outputs = (await call<{ items: { state: string }[] }>('GET', `/outputs?hotel=${hotel}`)).items
  }
  return remote
}

const PAGES: Record<string, string> = {
  'sign-in': '/sign-in',
  overview: `/h/${hotel}/overview`,
  failures: `/h/${hotel}/failures`,
  'failures-list': `/h/${hotel}/failures?view=list`,
  'failure-mapping': `/h/${hotel}/failures/${mapping?.id}`,
  'failure-full': `/h/${hotel}/failures/${ofClass('NO_AVAILABILITY')?.id}`,
  'failure-waiting': `/h/${hotel}/failures/${ofClass('OUT_OF_ORDER')?.id}`,
  'failure-invalid': `/h/${hotel}/failures/${ofClass('VALIDATION')?.id}`,
  reservations: `/h/${hotel}/reservations`,
  reservation: `/h/${hotel}/reservations/${reservation?.id}`,
  inventory: `/h/${hotel}/inventory`,
  hierarchy: `/h/${hotel}/hierarchy`,
  'hierarchy-list': `/h/${hotel}/hierarchy?view=list`,
  upgrades: `/h/${hotel}/upgrades`,
  mappings: `/h/${hotel}/mappings`,
  imports: `/h/${hotel}/imports`,
  import: `/h/${hotel}/imports/${mapping?.telegramId}`,
  outputs: `/h/${hotel}/outputs`,
}

/** The page stands: nothing is being loaded, the letters are there. */
async function settled(page: Page): Promise<void> {
  await page.waitForLoadState('networkidle')
  await page.evaluate(() => document.fonts.ready)
}

/** The whole page in a window as high as it is: long lists only have the rows that a window shows. */
async function whole(page: Page, width: number, height: number, path: string): Promise<void> {
  const long = await page.evaluate(() => document.documentElement.scrollHeight)
  await page.setViewportSize({ width, height: Math.max(height, Math.min(long, HIGHEST)) })
  await settled(page)
  await page.screenshot({ path })
  await page.setViewportSize({ width, height })
}

let complaints = 0
for (const language of (forReadme ? [] : ['ja', 'en']) as Language[]) {
  for (const appearance of ['light', 'dark'] as const) {
    for (const width of [1440, 390]) {
      const folder = join(out, `${language}-${appearance}-${width}`)
      mkdirSync(folder, { recursive: true })
      const height = width === 390 ? 844 : 900
      const visitor = await newVisitor({ language, appearance, width, height })
      const page = await visitor.newPage()
      for (const [name, address] of Object.entries(PAGES)) {
        await page.goto(address)
        await settled(page)
        await whole(page, width, height, join(folder, `${name}.png`))
        const wide = await page.evaluate(() => document.documentElement.scrollWidth)
        if (wide > width) {
          complaints++
          console.error(`${folder}/${name}: ${wide} px wide, ${width} are there`)
        }
      }
      await visitor.close()
    }
  }
}

if (forReadme) {
  mkdirSync(images, { recursive: true })
  const visitor = await newVisitor({ language: 'ja', appearance: 'light' })
  const page = await visitor.newPage()
  for (const [name, shown] of [
    ['overview', 'overview'],
    ['failure', 'failure-mapping'],
    ['hierarchy', 'hierarchy'],
  ] as const) {
    await page.goto(PAGES[shown] ?? '/')
    await settled(page)
    await page.screenshot({ path: join(images, `${name}.png`) })
  }
  await visitor.close()
}
await closeBrowser()
await remote.close()
process.exit(complaints > 0 ? 1 : 0)
