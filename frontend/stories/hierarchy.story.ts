import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { Desk, LANGUAGES, type Language } from './desk'
import { call, inDays, newHotel } from './house'

interface Edge {
  from: string
  to: string
  priority: number
  active: boolean
  kind?: string
}

const WORDS = {
  ja: {
    from: (type: string) => `${type} から線を引く`,
    to: (type: string) => `${type} へ線を引く`,
    save: '保存',
    saved: /部屋タイプ階層を保存しました/,
    unsaved: '未保存の変更 1',
    cycle: '循環になります：FAM → TWN → FAM',
    closes: '循環になる',
    equal: /SGL から DBL, TWN への優先が同じ（1）/,
    undo: '元に戻す',
    layOver: '自分の変更を重ねる',
    stale: /さんが先に保存しました/,
    edge: (from: string, to: string) => new RegExp(`^${from} → ${to}：`),
  },
  en: {
    from: (type: string) => `Draw from ${type}`,
    to: (type: string) => `Draw to ${type}`,
    save: 'Save',
    saved: /The hierarchy is saved/,
    unsaved: '1 unsaved change',
    cycle: 'This closes a circle: FAM → TWN → FAM',
    closes: 'closes a circle',
    equal: /From SGL to DBL, TWN the priority is the same \(1\)/,
    undo: 'Undo',
    layOver: 'Lay mine over theirs',
    stale: /saved first/,
    edge: (from: string, to: string) => new RegExp(`^${from} → ${to}: `),
  },
}

const stored = async (hotel: string) => (await call<{ edges: Edge[] }>('GET', `/hotels/${hotel}/hierarchy`)).edges
const pairs = (edges: Edge[]) => edges.map(({ from, to }) => `${from}→${to}`).sort()

/** Somebody else saves: nothing leads away from this type any more. */
async function saveWithout(hotel: string, type: string): Promise<void> {
  const edges = await stored(hotel)
  await call('PUT', `/hotels/${hotel}/hierarchy`, { edges: edges.filter((edge) => edge.from !== type) })
}

async function openGraph(hotel: string, language: Language = 'ja', query = '') {
  const desk = await Desk.open({ language, at: `/h/${hotel}/hierarchy${query}` })
  await desk.page.getByRole('button', { name: WORDS[language].edge('SGL', 'DBL') }).waitFor()
  return desk
}

/** Takes the dot at the right of a type and carries it to another type; `before` is looked at while it is in the hand. */
async function draw(
  page: Page,
  words: (typeof WORDS)[Language],
  from: string,
  to: string,
  before?: () => Promise<void>,
) {
  await page.getByTitle(words.from(from)).waitFor()
  const start = await page.getByTitle(words.from(from)).boundingBox()
  const end = await page.getByTitle(words.to(to)).boundingBox()
  if (!start || !end) throw new Error(`No dots at ${from} and ${to}`)
  await page.mouse.move(start.x + start.width / 2, start.y + start.height / 2)
  await page.mouse.down()
  await page.mouse.move(end.x + 40, end.y + 20, { steps: 6 })
  await page.mouse.move(end.x + end.width / 2, end.y + end.height / 2, { steps: 3 })
  await before?.()
  await page.mouse.up()
}

describe.each(LANGUAGES)('drawing the hierarchy (%s)', (language) => {
  const words = WORDS[language]

  it('draws a relation from one type to another, saves it, and takes it back', async () => {
    const hotel = await newHotel()
    const desk = await openGraph(hotel, language)
    const { page } = desk
    await draw(page, words, 'JPN', 'FAM')
    await page.getByRole('button', { name: words.edge('JPN', 'FAM') }).waitFor()
    await page.getByText(words.unsaved).waitFor()
    await page.getByRole('button', { name: words.save, exact: true }).click()
    await page.getByText(words.saved).waitFor()
    expect(pairs(await stored(hotel))).toContain('JPN→FAM')
    await page.getByRole('status').getByRole('button', { name: words.undo }).click()
    await page.getByRole('button', { name: words.edge('JPN', 'FAM') }).waitFor({ state: 'detached' })
    expect(pairs(await stored(hotel))).not.toContain('JPN→FAM')
    await desk.close()
  })

  it('marks where a circle would close, refuses it by name, and stores nothing', async () => {
    const hotel = await newHotel()
    const before = await stored(hotel)
    const desk = await openGraph(hotel, language)
    const { page } = desk
    await draw(page, words, 'FAM', 'TWN', async () => {
      await page.getByText(words.closes).first().waitFor()
      // FAM is reached from TWN and from SGL; nothing else leads there.
      expect(await page.getByText(words.closes).count()).toBe(2)
    })
    await page.getByRole('alert').getByText(words.cycle).waitFor()
    await desk.expectAccessible()
    expect(await page.getByRole('button', { name: words.edge('FAM', 'TWN') }).count()).toBe(0)
    expect(await stored(hotel)).toEqual(before)
    await desk.close()
  })

  it('edits a priority on the line, is warned before saving, and goes back and forth', async () => {
    const hotel = await newHotel()
    const desk = await openGraph(hotel, language)
    const { page } = desk
    const badge = page.getByRole('button', { name: words.edge('SGL', 'TWN') })
    await badge.click()
    await page.getByRole('dialog').getByRole('spinbutton').fill('1')
    await page.keyboard.press('Enter')
    await page.getByText(words.equal).waitFor()
    expect(await badge.textContent()).toContain('1')
    await page.keyboard.press('Control+z')
    await page.getByText(words.equal).waitFor({ state: 'detached' })
    expect(await badge.textContent()).toContain('2')
    await page.keyboard.press('Control+Shift+z')
    await page.getByText(words.equal).waitFor()
    await page.getByRole('button', { name: words.save, exact: true }).click()
    await page.getByText(words.saved).waitFor()
    expect((await stored(hotel)).find((edge) => edge.to === 'TWN')?.priority).toBe(1)
    await desk.close()
  })

  it('tells a person at once that somebody else has saved, and lays the changes over', async () => {
    const hotel = await newHotel()
    const desk = await openGraph(hotel, language)
    const { page } = desk
    await draw(page, words, 'JPN', 'FAM')
    await saveWithout(hotel, 'DBL')
    await page.getByRole('alert').getByText(words.stale).waitFor()
    await desk.expectAccessible()
    await page.getByRole('button', { name: words.layOver }).click()
    await page.getByRole('button', { name: words.edge('DBL', 'JPN') }).waitFor({ state: 'detached' })
    await page.getByRole('button', { name: words.save, exact: true }).click()
    await page.getByText(words.saved).waitFor()
    const now = pairs(await stored(hotel))
    expect(now).toContain('JPN→FAM')
    expect(now).not.toContain('DBL→JPN')
    await desk.close()
  })
})

it('refuses the second of two who save, when the news of the first has not come', async () => {
  const hotel = await newHotel()
  const desk = await Desk.open()
  const { page } = desk
  await page.routeWebSocket('**/ws/live', () => undefined)
  await page.goto(`/h/${hotel}/hierarchy`)
  await draw(page, WORDS.ja, 'JPN', 'FAM')
  await saveWithout(hotel, 'DBL')
  await page.getByRole('button', { name: '保存', exact: true }).click()
  await page.getByRole('alert').getByText(WORDS.ja.stale).waitFor()
  expect(pairs(await stored(hotel))).not.toContain('JPN→FAM')
  await page.getByRole('button', { name: '自分の変更を捨てて読み込む' }).click()
  await page.getByText('未保存の変更').waitFor({ state: 'detached' })
  await page.getByRole('button', { name: WORDS.ja.edge('DBL', 'JPN') }).waitFor({ state: 'detached' })
  await desk.close([/412/])
})

describe('editing as a list', () => {
  it('adds a relation by keyboard alone, and saves it', async () => {
    const hotel = await newHotel()
    const desk = await Desk.open({ at: `/h/${hotel}/hierarchy?view=list` })
    const { page } = desk
    await page.getByRole('combobox', { name: '新しい線 元のタイプ' }).focus()
    await page.keyboard.type('JPN')
    await page.keyboard.press('Tab')
    await page.keyboard.type('FAM')
    await page.keyboard.press('Tab')
    await page.keyboard.type('3')
    await page.keyboard.press('Enter')
    await page.getByText('未保存の変更 1').waitFor()
    expect(await page.getByRole('combobox', { name: '6 行目 行き先' }).inputValue()).toBe('FAM')
    // The head of the page comes before the list.
    await page.getByRole('button', { name: '保存', exact: true }).focus()
    await page.keyboard.press('Enter')
    await page.getByText(WORDS.ja.saved).waitFor()
    expect((await stored(hotel)).find((edge) => edge.from === 'JPN')).toMatchObject({ to: 'FAM', priority: 3 })
    await desk.close()
  })

  it('shows a circle that was closed by choosing another type, and does not let it be saved', async () => {
    const hotel = await newHotel()
    const desk = await Desk.open({ at: `/h/${hotel}/hierarchy?view=list` })
    const { page } = desk
    await page.getByRole('combobox', { name: '4 行目 行き先' }).selectOption('SGL')
    await page
      .getByRole('alert')
      .getByText(/循環になります：/)
      .waitFor()
    const save = page.getByRole('button', { name: '保存', exact: true })
    expect(await save.getAttribute('aria-disabled')).toBe('true')
    await page.getByRole('button', { name: '図で編集' }).click()
    await page
      .getByRole('button', { name: /循環のため保存できません/ })
      .first()
      .waitFor()
    await desk.expectAccessible()
    await page.keyboard.press('Control+z')
    await page.getByRole('alert').waitFor({ state: 'detached' })
    await desk.close()
  })

  it('is what a phone begins with, and nothing is wider than it', async () => {
    const hotel = await newHotel()
    const desk = await Desk.open({ width: 390, height: 844, at: `/h/${hotel}/hierarchy` })
    await desk.page.getByRole('combobox', { name: '1 行目 元のタイプ' }).waitFor()
    expect(await desk.page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
    await desk.close()
  })
})

describe('what stands beside the hierarchy', () => {
  it('reorders where a type leads with Alt and an arrow, and says what that changes', async () => {
    const hotel = await newHotel()
    const desk = await openGraph(hotel, 'ja', '?type=TWN')
    const { page } = desk
    await page.getByRole('row', { name: /JPN 和室/ }).focus()
    await page.keyboard.press('Alt+ArrowUp')
    await page.getByText('JPN 和室 は 1 番目です。').waitFor()
    await page.getByRole('button', { name: '変更の影響を見る' }).click()
    const dialog = page.getByRole('dialog', { name: '変更の影響' })
    await dialog.getByText('優先 2 → 1').waitFor()
    await dialog.getByRole('row', { name: /TWN ツイン FAM、JPN JPN、FAM/ }).waitFor()
    await desk.expectAccessible()
    await page.keyboard.press('Escape')
    await desk.close()
  })

  it('changes what is tried out as soon as the rules are saved', async () => {
    const hotel = await newHotel({ rooms: { SGL: 0 } })
    const desk = await openGraph(hotel, 'ja', '?type=SGL')
    const { page } = desk
    await page.getByText('最良：DBL ダブル').waitFor()
    const rules = page.getByRole('region', { name: '規則' })
    await rules.getByRole('button', { name: '編集' }).click()
    await rules.getByLabel('差額の上限（1泊）').fill('3000')
    await rules.getByRole('button', { name: '除外日を追加' }).click()
    await rules.getByLabel('除外日 1 の初日').fill(inDays(100))
    await rules.getByText('未保存').waitFor()
    await desk.expectAccessible()
    await rules.getByRole('button', { name: '保存' }).click()
    await page.getByText('規則を保存しました').waitFor()
    await page.getByText('ご案内できるタイプがありません。').waitFor()
    await rules.getByText('¥3,000').waitFor()
    await page.getByRole('status').getByRole('button', { name: '元に戻す' }).click()
    await page.getByText('最良：DBL ダブル').waitFor()
    await desk.close()
  })

  it('brings an older state back as a draft', async () => {
    const hotel = await newHotel()
    const first = pairs(await stored(hotel))
    await call('PUT', `/hotels/${hotel}/hierarchy`, { edges: [] })
    const desk = await Desk.open({ at: `/h/${hotel}/hierarchy` })
    const { page } = desk
    await page.getByRole('button', { name: /この時点に戻す/ }).click()
    await page.getByText('未保存の変更 5').waitFor()
    await page.getByRole('button', { name: '保存', exact: true }).click()
    await page.getByText(WORDS.ja.saved).waitFor()
    expect(pairs(await stored(hotel))).toEqual(first)
    await desk.close()
  })
})

it('asks before unsaved changes are left behind', async () => {
  const hotel = await newHotel()
  const desk = await openGraph(hotel)
  const { page } = desk
  await draw(page, WORDS.ja, 'JPN', 'FAM')
  await page.getByRole('link', { name: '在庫' }).click()
  const dialog = page.getByRole('dialog', { name: '保存していない変更があります' })
  await dialog.getByRole('button', { name: 'この画面に残る' }).click()
  await page.getByRole('button', { name: WORDS.ja.edge('JPN', 'FAM') }).waitFor()
  await page.getByRole('link', { name: '在庫' }).click()
  await dialog.getByRole('button', { name: '捨てて移動する' }).click()
  await page.waitForURL('**/inventory')
  expect(pairs(await stored(hotel))).not.toContain('JPN→FAM')
  await desk.close()
})
