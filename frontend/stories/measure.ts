// What a person waits for, of an application that runs (bench/run ui): the largest paint of the overview, the list of 10,000
// failures from its data to where it can be used, each several times, and the frames of that list while it is scrolled.
import { closeBrowser, newVisitor } from './browser'
import { call, inDays, newHotel, postAll } from './house'
import { busyHotel } from './planted'

const ROUNDS = 7
const FAILURES = 10_000
const TURNS = 300

/** The value below which that share of the others is. */
function ranked(values: number[]): (share: number) => number {
  const sorted = [...values].sort((a, b) => a - b)
  return (share) => Math.round(sorted[Math.floor((sorted.length - 1) * share)] ?? NaN)
}

function row(what: string, values: number[]): string {
  const at = ranked(values)
  return `| ${what} | ${at(0.5)} ms | ${at(0)}–${at(1)} ms |`
}

async function largestPaint(address: string, empty: boolean): Promise<number[]> {
  const paints: number[] = []
  let visitor = await newVisitor({})
  for (let round = 0; round < ROUNDS; round++) {
    if (empty) {
      await visitor.close()
      visitor = await newVisitor({})
    }
    const page = await visitor.newPage()
    await page.goto(address)
    await page.waitForLoadState('networkidle')
    paints.push(
      await page.evaluate(
        () =>
          new Promise<number>((resolve) => {
            new PerformanceObserver((list) => resolve(list.getEntries().at(-1)?.startTime ?? NaN)).observe({
              type: 'largest-contentful-paint',
              buffered: true,
            })
          }),
      ),
    )
    await page.close()
  }
  await visitor.close()
  return paints
}

/** From the last byte of the first page of failures to the frame in which its rows stand. */
async function listUsable(address: string): Promise<number[]> {
  const waits: number[] = []
  for (let round = 0; round < ROUNDS; round++) {
    const visitor = await newVisitor({})
    const page = await visitor.newPage()
    await page.addInitScript(() => {
      const rows = () => document.querySelectorAll('[data-failure]').length
      const look = () => {
        if (rows() > 0) requestAnimationFrame(() => performance.mark('usable'))
        else requestAnimationFrame(look)
      }
      requestAnimationFrame(look)
    })
    await page.goto(address)
    await page.waitForFunction(() => performance.getEntriesByName('usable').length > 0)
    waits.push(
      await page.evaluate(() => {
        const data = performance
          .getEntriesByType('resource')
          .filter((entry) => entry.name.includes('/api/v1/failures?'))
          .map((entry) => (entry as PerformanceResourceTiming).responseEnd)
        return (performance.getEntriesByName('usable')[0]?.startTime ?? NaN) - Math.min(...data)
      }),
    )
    await visitor.close()
  }
  return waits
}

/** How long each frame took while somebody turned the wheel through the list, and how far that went. */
async function scrolled(address: string): Promise<{ frames: number[]; pixels: number }> {
  const visitor = await newVisitor({})
  const page = await visitor.newPage()
  await page.goto(address)
  await page.locator('[data-failure]').first().waitFor()
  await page.evaluate(() => {
    let last = performance.now()
    const look = (now: number) => {
      performance.measure('frame', { start: last, end: now })
      last = now
      requestAnimationFrame(look)
    }
    requestAnimationFrame(look)
  })
  await page.mouse.move(700, 500)
  for (let turn = 0; turn < TURNS; turn++) await page.mouse.wheel(0, 300)
  const seen = await page.evaluate(() => ({
    frames: performance.getEntriesByName('frame').map((frame) => frame.duration),
    pixels: window.scrollY,
  }))
  await visitor.close()
  return seen
}

const busy = await busyHotel()
const full = await newHotel()
for (let sent = 0; sent < FAILURES; sent += 1_000) {
  await postAll(
    full,
    Array.from({ length: 1_000 }, (_, index) => ({
      code: `9${index % 40}`,
      checkIn: inDays(index % 300),
      guest: 'ﾐﾎﾝ ｲﾁﾛｳ',
    })),
  )
}
for (let waiting = true; waiting;) {
  const groups = await call<{ items: { count: number }[] }>(
    'GET',
    `/failures?hotel=${full}&groupBy=fingerprint&limit=200`,
  )
  waiting = groups.items.reduce((sum, group) => sum + group.count, 0) < FAILURES
}

const paint = [
  row(
    'largest contentful paint of the overview, nothing in the cache',
    await largestPaint(`/h/${busy}/overview`, true),
  ),
  row('the same, files in the cache', await largestPaint(`/h/${busy}/overview`, false)),
]
const list = `/h/${full}/failures?view=list`
const usable = row(`list of ${FAILURES.toLocaleString('en-US')} failures usable after its data`, await listUsable(list))
const { frames, pixels } = await scrolled(list)
const took = ranked(frames)

console.log(
  [
    `| what | median of ${ROUNDS} | range |`,
    '|---|---|---|',
    ...paint,
    usable,
    '',
    `Scrolled by the wheel over ${pixels} px of it: ${frames.length} frames, half of them within ${took(0.5)} ms, 95 % within ` +
      `${took(0.95)} ms, the longest ${took(1)} ms.`,
  ].join('\n'),
)
await closeBrowser()
