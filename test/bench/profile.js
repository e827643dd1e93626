// Where the time of a command goes: runs it unminified with V8's profiler and prints the largest costs, of the program
// and of each of its worker threads. What follows `profile.js` is the command.
//   node test/bench/profile.js lint --dir /tmp/library          with an empty cache
//   node test/bench/profile.js --warm lint --dir /tmp/library   with the cache that a run before has filled
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import { profileCosts } from './profile-costs.js'

const SHOWN = 40

const [first, ...rest] = process.argv.slice(2)
const isWarm = first === '--warm'
const args = isWarm || first === undefined ? rest : [first, ...rest]
const scratch = mkdtempSync(join(tmpdir(), 'source-cards-profile-'))
// Where a program of the package has it, as other files are looked for from there.
const program = join(scratch, 'dist', 'cards.cjs')
try {
  await build({
    absWorkingDir: fileURLToPath(new URL('../../', import.meta.url)),
    entryPoints: ['src/main.ts'],
    outfile: program,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    footer: { js: 'module.exports.main().then(() => process.exit())' },
    logLevel: 'warning',
  })
  if (isWarm) run([])
  const profiles = join(scratch, 'profiles')
  mkdirSync(profiles)
  const { status } = run(['--cpu-prof', '--cpu-prof-dir', profiles])
  console.log(`cards ${args.join(' ')}: exit ${status}`)
  const costs = readdirSync(profiles).map(name =>
    profileCosts(JSON.parse(readFileSync(join(profiles, name), 'utf8'))),
  )
  for (const thread of costs.sort((a, b) => b.total - a.total)) print(thread)
} finally {
  rmSync(scratch, { recursive: true, force: true })
}

/** @param {readonly string[]} options of Node */
function run(options) {
  const { NODE_EXTRA_CA_CERTS: _, ...env } = process.env
  return spawnSync(process.execPath, [...options, program, ...args], {
    env: { ...env, CARDS_CACHE_DIR: join(scratch, 'cache') },
    stdio: ['inherit', 'ignore', 'inherit'],
  })
}

/** @param {import('./profile-costs.js').Costs} costs */
function print({ total, self, inclusive }) {
  const block = (/** @type {[string, number][]} */ rows) =>
    rows.slice(0, SHOWN).map(([name, time]) => `${time.toFixed(1).padStart(9)}  ${name}`)
  console.log(
    [`\n${total.toFixed(0)} ms`, '\n     self', ...block(self), '\ninclusive', ...block(inclusive)].join(
      '\n',
    ),
  )
}
