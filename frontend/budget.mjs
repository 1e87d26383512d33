// The JavaScript of a first visit, compressed: the entry, what it imports, and the same for the page behind it.
import { readFileSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const limit = 250_000
const firstPage = 'src/overview/OverviewPage.vue'
const out = process.env.FRONTEND_OUT ?? join(dirname(fileURLToPath(import.meta.url)), '../target/classes/static')
const manifest = JSON.parse(readFileSync(join(out, 'manifest.json'), 'utf8'))

/** A chunk with all that it imports; `lazily` adds what it loads on its own accord, which the overview's chart is. */
function chunks(key, lazily, found = new Set()) {
  const chunk = manifest[key]
  if (!chunk || found.has(key)) return found
  found.add(key)
  for (const next of chunk.imports ?? []) chunks(next, lazily, found)
  if (lazily) for (const next of chunk.dynamicImports ?? []) chunks(next, false, found)
  return found
}

const size = (keys) => [...keys].reduce((sum, key) => sum + statSync(join(out, `${manifest[key].file}.gz`)).size, 0)

const shown = new Set([...chunks('index.html', false), ...chunks(firstPage, false)])
const complete = new Set([...shown, ...chunks(firstPage, true)])
const kilobytes = (bytes) => `${(bytes / 1000).toFixed(1)} kB`
console.log(
  `JavaScript of the overview, compressed: ${kilobytes(size(shown))} until it shows, ` +
    `${kilobytes(size(complete))} with its chart; ${kilobytes(limit)} is the limit`,
)
if (size(complete) > limit) {
  for (const key of complete)
    console.error(`${kilobytes(statSync(join(out, `${manifest[key].file}.gz`)).size)}\t${key}`)
  process.exit(1)
}
