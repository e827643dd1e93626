// What is fast and what is not: `npm run bench` measures every target in one run, beside what is compared with it.
//   node test/bench/speed.js [--runs 15] [--sizes 100,6000,10000,100000] [--only show,lint] [--json FILE] [--markdown]
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { groupsOf, startGroup } from './groups.js'
import { timeInTurn } from './in-turn.js'
import { median } from './median.js'
import { optionsFrom } from './options.js'
import { bundleSchemaCheck, installAjv } from './peers/prepare-peers.js'
import { PreparedLibrary } from './prepared-library.js'
import { machine, medianTable, targetTable } from './report.js'
import { peakMemoryOf } from './run-once.js'
import { judge } from './targets.js'

/** What the others are compared with: it is always measured. */
const BASES = ['node', 'stat', 'read', 'schemaCheck', 'ajv', 'load']

/** The commands whose memory counts, and how often it is measured. */
const MEMORY = { names: ['lintCold', 'load', 'export'], runs: 3 }

const { runs, sizes, only, json, isMarkdown } = optionsFrom(process.argv.slice(2))
const scratch = mkdtempSync(join(tmpdir(), 'source-cards-bench-run-'))
/** @type {PreparedLibrary[]} */
const libraries = []
process.on('SIGINT', () => process.exit(130))
process.on('exit', () => {
  for (const library of libraries) library.restore()
  rmSync(scratch, { recursive: true, force: true })
})

const ajv = installAjv()
if ('failure' in ajv) tell(`ajv-cli is not measured, as it could not be installed: ${ajv.failure}`)
const schemaCheck = await bundleSchemaCheck(scratch)
for (const size of sizes) {
  tell(`a library of ${size} cards`)
  libraries.push(new PreparedLibrary(size))
}
const setting = { scratch, schemaCheck, ajv: 'script' in ajv ? ajv.script : undefined }
const groups = [startGroup(libraries), ...libraries.flatMap(library => groupsOf(library, setting))]

/** @type {import('./targets.js').Figures} */
const figures = { groups: [], memory: {} }
for (const group of groups) {
  const commands = wanted(group.commands)
  if (Object.keys(commands).every(name => isBase(name))) continue
  tell(group.name)
  for (const library of group.libraries) await library.settle()
  figures.groups.push(timeInTurn(commands, runs))
  for (const [name, command] of Object.entries(commands))
    if (MEMORY.names.some(start => name.startsWith(`${start}@`)))
      figures.memory[name] = median(Array.from({ length: MEMORY.runs }, () => peakMemoryOf(command)))
  for (const library of group.libraries) library.restore()
}

const verdicts = judge(figures)
const date = new Date().toISOString().slice(0, 10)
if (json !== undefined)
  writeFileSync(
    json,
    `${JSON.stringify({ date, machine: machine(), runs, ...figures, verdicts }, undefined, 2)}\n`,
  )
const measured = isMarkdown ? verdicts : verdicts.filter(({ verdict }) => verdict !== 'not measured')
console.log(`Measured on ${date} by \`npm run bench\` on ${machine()}:
medians of ${runs} runs of the whole command (a third of them where it takes more than five seconds), each in turn with
what it is compared with; a ratio is the median of those of the rounds. The libraries are generated, 0.9 KB a card, and
in the page cache. Cold means that the cache of \`cards\` is empty.

${targetTable(measured)}

${medianTable(figures, sizes)}`)

/** @param {Record<string, import('./run-once.js').Command>} commands */
function wanted(commands) {
  return Object.fromEntries(
    Object.entries(commands).filter(
      ([name]) => only === undefined || isBase(name) || only.some(start => name.startsWith(start)),
    ),
  )
}

/** @param {string} name */
function isBase(name) {
  return BASES.includes(name.split('@')[0] ?? '')
}

/** @param {string} line */
function tell(line) {
  process.stderr.write(`${line}\n`)
}
