import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { i18n } from './index'

const SOURCE = join(process.cwd(), 'src')
const files = (ending: RegExp) =>
  readdirSync(SOURCE, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && ending.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))

/** Keys that stand in the code as they are; those put together at run time are checked by the stories. */
function usedKeys(): string[] {
  const keys = new Set<string>()
  for (const file of files(/\.(vue|ts)$/)) {
    if (file.endsWith('.spec.ts')) continue
    for (const [, key = ''] of readFileSync(file, 'utf8').matchAll(/\bt\(\s*'([\w.]+)'/g)) keys.add(key)
  }
  return [...keys].sort()
}

describe('words', () => {
  it('are there in Japanese and in English for every key that a page uses', async () => {
    await Promise.all(files(/^words\.ts$/).map((file) => import(/* @vite-ignore */ file)))
    const keys = usedKeys()
    expect(keys.length).toBeGreaterThan(40)
    const missing = (language: 'ja' | 'en') => keys.filter((key) => !i18n.global.te(key, language))
    expect({ ja: missing('ja'), en: missing('en') }).toEqual({ ja: [], en: [] })
  })
})
