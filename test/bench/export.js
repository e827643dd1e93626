// What it costs to export: peak memory and time of `cards export` in every format, with readable keys, too, and into a
// folder where Markdown is, beside `cards list --count`, which
// loads the library and writes nothing. `node test/bench/export.js [CARDS [FORMAT…]]`, after `npm run build`.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { generateLibrary } from './generate-library.js'

const program = process.env.CARDS_PROGRAM ?? fileURLToPath(new URL('../../bin/cards.cjs', import.meta.url))
const peakMemory = fileURLToPath(new URL('./peak-memory.cjs', import.meta.url))
const [count = '100000', ...named] = process.argv.slice(2)

/** The formats with citation keys, which can be readable ones. */
const KEYED = new Set(['csl-json', 'bibtex', 'biblatex', 'ris'])
const WIDTH = 'export -f biblatex --key author-year-title'.length

const root = mkdtempSync(join(tmpdir(), 'cards-bench-'))
try {
  generateLibrary(join(root, 'cards'), Number(count))
  console.log(
    `Node ${process.version}, ${process.platform} ${process.arch}, ${cpus().length} × ${cpus()[0]?.model}; ${count} cards`,
  )
  const base = measure(['list', '--count'])
  /** @type {{ name: string }[]} */
  const formats = JSON.parse(run(['export', '--formats', '--json']).stdout)
  const names = named.length > 0 ? named : formats.map(({ name }) => name)
  console.log(`${'command'.padEnd(WIDTH)} peak MB   over    seconds`)
  printRow('list --count', base, base)
  for (const name of names) {
    printRow(`export -f ${name}`, measure(['export', '-f', name, '-o', '/dev/null']), base)
    const readable = ['--key', 'author-year-title']
    if (KEYED.has(name))
      printRow(
        `export -f ${name} ${readable.join(' ')}`,
        measure(['export', '-f', name, ...readable, '-o', '/dev/null']),
        base,
      )
    if (name === 'markdown')
      printRow('export -f markdown -o pages/', measure(['export', '-f', name, '-o', 'pages/']), base)
  }
} finally {
  rmSync(root, { recursive: true, force: true })
}

/**
 * @param {readonly string[]} args
 * @returns {{ megabytes: number, seconds: number }} peak memory and time
 */
function measure(args) {
  const start = process.hrtime.bigint()
  const { output, stderr, status } = run(args)
  const seconds = Number(process.hrtime.bigint() - start) / 1e9
  if (status !== 0) throw new Error(`cards ${args.join(' ')} failed: ${stderr}`)
  return { megabytes: Number(output[3]) / 1024, seconds }
}

/** @param {readonly string[]} args */
function run(args) {
  return spawnSync(process.execPath, ['--require', peakMemory, program, ...args], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
    encoding: 'utf8',
  })
}

/**
 * @param {string} name
 * @param {ReturnType<typeof measure>} figures
 * @param {ReturnType<typeof measure>} base
 */
function printRow(name, { megabytes, seconds }, base) {
  const over = megabytes - base.megabytes
  console.log(
    `${name.padEnd(WIDTH)} ${megabytes.toFixed(0).padStart(7)} ${over.toFixed(0).padStart(6)} ${seconds.toFixed(2).padStart(10)}`,
  )
}
