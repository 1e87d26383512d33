import chromium from '@sparticuz/chromium'
import axe from 'axe-core'
import { chromium as browsers, type Browser, type BrowserContext, type Page } from 'playwright-core'
import { afterAll, expect } from 'vitest'
import { base, signedIn } from './house'

export type Language = 'ja' | 'en'
/** For stories whose words matter: `describe.each(LANGUAGES)`. */
export const LANGUAGES: Language[] = ['ja', 'en']

export interface Wanted {
  language?: Language
  appearance?: 'light' | 'dark'
  width?: number
  height?: number
  /** Where it begins, as `/h/SMP/overview`. */
  at?: string
  /** Without: at the sign-in page. */
  asAdmin?: boolean
}

/** It looks nowhere but at the application; containers give it no sandbox and little shared memory. */
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-dev-shm-usage',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
]

let running: Browser | null = null

async function browser(): Promise<Browser> {
  running ??= await browsers.launch({
    executablePath: process.env.CHROMIUM_PATH ?? (await chromium.executablePath()),
    args: FLAGS,
    headless: true,
  })
  return running
}

afterAll(async () => {
  await running?.close()
  running = null
})

/** A person at a browser. What went wrong on the page is kept, and comes out when the desk is closed. */
export class Desk {
  /** What the browser's console complained of. */
  readonly complaints: string[] = []
  /** How often the person clicked or pressed Enter on something, see `click`. */
  clicks = 0

  private constructor(
    readonly context: BrowserContext,
    readonly page: Page,
  ) {
    page.setDefaultTimeout(15_000)
    page.on('console', (message) => {
      if (message.type() === 'error' || message.type() === 'warning') this.complaints.push(message.text())
    })
    page.on('pageerror', (error) => this.complaints.push(String(error)))
  }

  static async open(wanted: Wanted = {}): Promise<Desk> {
    const context = await (
      await browser()
    ).newContext({
      baseURL: base,
      viewport: { width: wanted.width ?? 1440, height: wanted.height ?? 900 },
      locale: wanted.language === 'en' ? 'en-GB' : 'ja-JP',
      timezoneId: 'Asia/Tokyo',
      colorScheme: wanted.appearance ?? 'light',
      reducedMotion: 'reduce',
    })
    await context.addInitScript(
      ([language, appearance]) => {
        localStorage.setItem('toritsugi.language', String(language))
        localStorage.setItem('toritsugi.appearance', String(appearance))
      },
      [wanted.language ?? 'ja', wanted.appearance ?? 'light'],
    )
    if (wanted.asAdmin !== false) {
      const { hostname } = new URL(base)
      await context.addCookies((await signedIn()).map((cookie) => ({ ...cookie, domain: hostname, path: '/' })))
    }
    const desk = new Desk(context, await context.newPage())
    if (wanted.at) await desk.page.goto(wanted.at)
    return desk
  }

  /** Clicks a button or link by its name, and counts. */
  async click(
    role: 'button' | 'link' | 'option' | 'radio' | 'row' | 'tab' | 'checkbox' | 'menuitem',
    name: string | RegExp,
  ): Promise<void> {
    this.clicks++
    await this.page.getByRole(role, { name }).first().click()
  }

  /** What a screen reader and a designer would send back, by axe: WCAG 2.2 A and AA. */
  async expectAccessible(): Promise<void> {
    await this.page.evaluate(axe.source)
    const found = await this.page.evaluate(async () => {
      const { axe: run } = window as unknown as { axe: typeof axe }
      const result = await run.run(document, {
        runOnly: { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] },
      })
      return result.violations.map(
        (violation) =>
          `${violation.id}: ${violation.help}: ${violation.nodes
            .slice(0, 3)
            .map((node) => `${node.html.slice(0, 160)} ${node.failureSummary ?? ''}`)
            .join(' | ')}`,
      )
    })
    expect(found, `axe on ${this.page.url()}`).toEqual([])
  }

  /** Ends the story: the page is accessible as it stands, and the console had nothing to complain of but what is `expected`. */
  async close(expected: RegExp[] = []): Promise<void> {
    await this.expectAccessible()
    const unexpected = this.complaints.filter((complaint) => !expected.some((pattern) => pattern.test(complaint)))
    await this.context.close()
    expect(unexpected, 'the console').toEqual([])
  }

  /** Cuts the connection, or brings it back. */
  async offline(away: boolean): Promise<void> {
    await this.context.setOffline(away)
  }

  async screenshot(path: string): Promise<void> {
    await this.page.screenshot({ path, fullPage: true })
  }
}
