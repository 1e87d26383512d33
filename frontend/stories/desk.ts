import axe from 'axe-core'
import type { BrowserContext, Locator, Page } from 'playwright-core'
import { afterAll, expect, onTestFailed } from 'vitest'
import { closeBrowser, newVisitor, type Language, type Wanted } from './browser'

export { type Language } from './browser'
/** For stories whose words matter: `describe.each(LANGUAGES)`. */
export const LANGUAGES: Language[] = ['ja', 'en']

afterAll(closeBrowser)

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
    const context = await newVisitor(wanted)
    const desk = new Desk(context, await context.newPage())
    onTestFailed(() => desk.lookBack())
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

  /** The dialog, once it has the focus: a key that is pressed before goes elsewhere. */
  async dialog(): Promise<Locator> {
    const dialog = this.page.getByRole('dialog')
    await dialog.and(this.page.locator(':focus-within')).waitFor()
    return dialog
  }

  /** What a screen reader and a designer would send back, by axe: WCAG 2.2 A and AA. */
  async expectAccessible(): Promise<void> {
    // From the top: under the bar that stays there, targets would count as covered.
    await this.page.evaluate(() => window.scrollTo(0, 0))
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

  /** What the person saw when the story went wrong: a picture beside the report, and what the page said last. */
  private async lookBack(): Promise<void> {
    if (this.page.isClosed()) return
    const name = (expect.getState().currentTestName ?? 'story').replace(/[^\p{L}\p{N}]+/gu, '-').slice(-100)
    await this.page.screenshot({ path: `../target/stories/${name}.png`, fullPage: true })
    console.log(`${name}: ${await this.page.locator('.toasts').innerText()} ${this.complaints.join('; ')}`)
  }

  /** Cuts the connection, or brings it back. */
  async offline(away: boolean): Promise<void> {
    await this.context.setOffline(away)
  }

  async screenshot(path: string): Promise<void> {
    await this.page.screenshot({ path, fullPage: true })
  }
}
