// What is measured, in groups of commands that are run in turn.
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** @typedef {import('./run-once.js').Command} Command */
/** @typedef {import('./prepared-library.js').PreparedLibrary} PreparedLibrary */

/**
 * @typedef {object} Group
 * @property {string} name
 * @property {Record<string, Command>} commands by what they are called in `NAMES`, and for which size: `name@size`
 * @property {PreparedLibrary[]} libraries
 */

/**
 * @typedef {object} Setting
 * @property {string} scratch a directory for caches
 * @property {string} schemaCheck the path of the bundled peer
 * @property {string | undefined} ajv the path of ajv-cli, if there is one
 */

const path = (/** @type {string} */ name) => fileURLToPath(new URL(name, import.meta.url))
const program = process.env.CARDS_PROGRAM ?? path('../../bin/cards.cjs')
const schema = path('../../schemas/card.schema.json')

/** At more cards it takes minutes and gigabytes. */
const MOST_FOR_AJV = 10_000

/**
 * What starts and ends, at all sizes.
 * @param {PreparedLibrary[]} libraries
 * @returns {Group}
 */
export function startGroup(libraries) {
  const [{ root: cwd } = { root: '.' }] = libraries
  const showId = libraries.map(({ root, count, sample }) => [
    `showId@${count}`,
    { args: [program, 'show', sample.id], cwd: root },
  ])
  return {
    name: 'start',
    libraries,
    commands: {
      'node@0': { args: ['-e', '0'], cwd },
      'version@0': { args: [program, '--version'], cwd },
      'help@0': { args: [program, '--help'], cwd },
      ...Object.fromEntries(showId),
    },
  }
}

/**
 * The groups of one library. Warm commands share a cache, cold ones have an empty one each time.
 * @param {PreparedLibrary} library
 * @param {Setting} setting
 * @returns {Group[]}
 */
export function groupsOf(library, { scratch, schemaCheck, ajv }) {
  const { root: cwd, count, sample } = library
  const warm = inCache(mkdtempSync(join(scratch, 'warm-')))
  const changed = inCache(mkdtempSync(join(scratch, 'changed-')))
  const cold = () => inCache(emptied(join(scratch, `cold-${count}`)))
  const cards = (/** @type {string[]} */ ...args) => ({ args: [program, ...args], cwd })
  const stat = { args: [path('peers/stat-all.cjs'), 'cards'], cwd }
  return named(library, {
    warm: {
      node: { args: ['-e', '0'], cwd },
      stat,
      lintUnchanged: { ...cards('lint'), prepare: () => warm },
      list: { ...cards('list', 'type:paper', 'tag:safety', 'published:2020..'), prepare: () => warm },
      showUrl: { ...cards('show', sample.url), prepare: () => warm },
      search: { ...cards('search', 'causal', 'inference'), prepare: () => warm },
    },
    changed: {
      stat,
      lintChanged: {
        ...cards('lint'),
        prepare: () => {
          library.changeNext()
          return changed
        },
      },
    },
    cold: {
      read: { args: [path('peers/read-all.cjs'), 'cards'], cwd },
      schemaCheck: { args: [schemaCheck, 'cards'], cwd },
      // It finds the registries invalid, which are no cards, and so exits with 1.
      ...(ajv !== undefined && count <= MOST_FOR_AJV
        ? {
            ajv: {
              args: [ajv, 'validate', '--spec=draft2020', '-s', schema, '-d', 'cards/**/*.yaml'],
              cwd,
              statuses: [1],
            },
          }
        : {}),
      lintCold: { ...cards('lint'), prepare: cold },
      lintNoCache: cards('lint', '--no-cache'),
      load: cards('list', '--count', '--no-cache'),
      export: cards('export', '--format', 'ndjson', '--no-cache'),
    },
  })
}

/**
 * @param {PreparedLibrary} library
 * @param {Record<string, Record<string, Command>>} groups
 * @returns {Group[]}
 */
function named(library, groups) {
  return Object.entries(groups).map(([name, commands]) => ({
    name: `${name}, ${library.count} cards`,
    libraries: [library],
    commands: Object.fromEntries(
      Object.entries(commands).map(([command, value]) => [
        `${command}@${command === 'node' ? 0 : library.count}`,
        value,
      ]),
    ),
  }))
}

/** @param {string} directory */
function inCache(directory) {
  return { CARDS_CACHE_DIR: directory }
}

/** @param {string} directory */
function emptied(directory) {
  rmSync(directory, { recursive: true, force: true })
  mkdirSync(directory, { recursive: true })
  return directory
}
