import chromium from '@sparticuz/chromium'
import { chromium as browsers, type Browser, type BrowserContext } from 'playwright-core'
import { base, signedIn } from './house'

export type Language = 'ja' | 'en'

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

export async function browser(): Promise<Browser> {
  running ??= await browsers.launch({
    executablePath: process.env.CHROMIUM_PATH ?? (await chromium.executablePath()),
    args: FLAGS,
    headless: true,
  })
  return running
}

/** Ends the browser; another one is started when it is needed. */
export async function closeBrowser(): Promise<void> {
  await running?.close()
  running = null
}

/** A browser of somebody who has not been here before, in the wanted language and theme; signed in unless not wanted. */
export async function newVisitor(wanted: Wanted): Promise<BrowserContext> {
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
  return context
}
