// Makes the V8 code caches of the built program: `node code-cache.js DIRECTORY` runs it a little, so that what
// commands need is compiled, and writes the compiled code. In a process of its own, since the program is run for it.
import { spawnSync } from 'node:child_process'
import { renameSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { ProgramLoader } from '../../bin/program-loader.cjs'

const here = fileURLToPath(import.meta.url)
const sample = fileURLToPath(new URL('../../cards', import.meta.url))

/** What the caches are made for; what else runs is compiled when it is reached. */
const commands = [
  ['show', 'MDc4MjQ5Yj', '--color', 'always'],
  ['list', 'type:paper'],
  ['search', 'reward'],
]

/**
 * Writes the cache of each chunk beside it.
 * @param {string} directory of the chunks
 */
export function writeCodeCaches(directory) {
  const { status, stderr } = spawnSync(process.execPath, [here, directory], {
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  if (status !== 0) throw new Error(`The code caches could not be made:\n${stderr}`)
}

/** @param {string} directory */
async function makeCaches(directory) {
  const loader = new ProgramLoader(directory)
  const { main } = loader.load('cards.cjs')
  for (const command of commands) await main([...command, '--dir', sample])
  for (const { path, bytes } of loader.codeCaches()) {
    // Another process may be reading it.
    writeFileSync(`${path}.new`, bytes)
    renameSync(`${path}.new`, path)
  }
}

if (process.argv[1] === here && process.argv[2]) {
  await makeCaches(process.argv[2])
  process.exitCode = 0
}
