// Writes a .gz beside each text asset, so that the application sends it as it lies there.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { constants, gzipSync } from 'node:zlib'

const assets = join(
  process.env.FRONTEND_OUT ?? join(dirname(fileURLToPath(import.meta.url)), '../target/classes/static'),
  'assets',
)
for (const name of readdirSync(assets)) {
  if (/\.(js|css|svg)$/.test(name)) {
    const path = join(assets, name)
    writeFileSync(`${path}.gz`, gzipSync(readFileSync(path), { level: constants.Z_BEST_COMPRESSION }))
  }
}
