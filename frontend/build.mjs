// What Maven calls: installs what the lock file names, when it has changed, and builds, when a source has changed.
//   node build.mjs          the UI into target/classes/static
//   node build.mjs check    types, ESLint, Prettier, component tests, budget
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'

const here = dirname(fileURLToPath(import.meta.url))
const out = join(here, '../target/classes/static')
const installedMark = join(here, 'node_modules/.installed-from')
const builtMark = join(here, '../target/frontend/built-from')

function run(command, ...args) {
  const done = spawnSync(command, args, { cwd: here, stdio: 'inherit', shell: process.platform === 'win32' })
  if (done.error) {
    console.error(`${command} cannot be started: ${done.error.message}. Node 20.19 or newer is needed.`)
    process.exit(1)
  }
  if (done.status !== 0) process.exit(done.status ?? 1)
}

function files(folder) {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
    .sort()
}

function hash(paths) {
  const sum = createHash('sha256')
  for (const path of paths) sum.update(relative(here, path)).update('\0').update(readFileSync(path)).update('\0')
  return sum.digest('hex')
}

const marked = (mark, value) => existsSync(mark) && readFileSync(mark, 'utf8') === value
function remember(mark, value) {
  mkdirSync(dirname(mark), { recursive: true })
  writeFileSync(mark, value)
}

const lock = hash([join(here, 'package-lock.json')])
if (!marked(installedMark, lock)) {
  run('npm', 'ci', '--no-audit', '--no-fund', '--ignore-scripts', '--loglevel=error')
  remember(installedMark, lock)
}

if (process.argv[2] === 'check') {
  run('npm', 'run', '--silent', 'types')
  run('npm', 'run', '--silent', 'lint')
  run('npm', 'run', '--silent', 'test')
  run(process.execPath, 'budget.mjs')
} else {
  const sources = hash([
    ...files(join(here, 'src')).filter((path) => !path.endsWith('schema.d.ts')),
    ...files(join(here, 'public')),
    join(here, '../docs/openapi.json'),
    join(here, 'index.html'),
    join(here, 'vite.config.ts'),
    join(here, 'package-lock.json'),
  ])
  if (!marked(builtMark, sources) || !existsSync(join(out, 'index.html'))) {
    run('npm', 'run', '--silent', 'build', '--', '--logLevel', 'warn')
    run(process.execPath, 'compress.mjs')
    remember(builtMark, sources)
  }
}
