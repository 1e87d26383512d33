// The JavaScript of a first visit, compressed: the entry, the shell, the overview, and whatever they import or load by themselves.
import { readFileSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const limit = 250_000
const pages = ['AppShell', 'OverviewPage']
const out = process.env.FRONTEND_OUT ?? join(dirname(fileURLToPath(import.meta.url)), '../target/classes/static')
const manifest = JSON.parse(readFileSync(join(out, 'manifest.json'), 'utf8'))
const entry = 'index.html'

/** The chunk of a page, by its name. */
function chunkOf(page) {
  const key = Object.keys(manifest).find((one) => manifest[one].name === page && manifest[one].file.endsWith('.js'))
  if (!key) throw new Error(`No chunk of ${page} in the manifest`)
  return key
}

/** A chunk with all that it imports; `lazily` adds what it loads by itself. */
function chunks(key, lazily, found = new Set()) {
  if (found.has(key)) return found
  found.add(key)
  const chunk = manifest[key]
  for (const next of chunk.imports ?? []) chunks(next, false, found)
  if (lazily) for (const next of chunk.dynamicImports ?? []) chunks(next, false, found)
  return found
}

const bytes = (keys) => [...keys].reduce((sum, key) => sum + statSync(join(out, `${manifest[key].file}.gz`)).size, 0)
const kilobytes = (size) => `${(size / 1000).toFixed(1)} kB`

const first = new Set(chunks(entry, false))
for (const page of pages) chunks(chunkOf(page), true, first)
console.log(`JavaScript of a first visit, compressed: ${kilobytes(bytes(first))} of ${kilobytes(limit)}`)
if (bytes(first) > limit) {
  for (const key of first) console.error(`${kilobytes(bytes([key]))}\t${key}`)
  process.exit(1)
}
