// Builds what runs: dist/, with V8's code cache beside each file.
import { spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build as esbuild, transform } from 'esbuild'
import { bundleApi, declareApi } from './build-api.js'
import { generate } from './generate.js'

const root = fileURLToPath(new URL('../../', import.meta.url))

/**
 * Commander loads `child_process`, and with it Node's network modules, for subcommands that are programs of their
 * own. We have none, and it would cost a tenth of the start-up time.
 * @type {import('esbuild').Plugin}
 */
const withoutChildProcess = {
  name: 'without-child-process',
  setup(build) {
    build.onResolve({ filter: /^node:child_process$/ }, ({ importer }) =>
      /[\\/]node_modules[\\/]commander[\\/]/.test(importer)
        ? { path: 'child-process', namespace: 'nothing' }
        : undefined,
    )
    build.onLoad({ filter: /.*/, namespace: 'nothing' }, () => ({ contents: 'module.exports = {}' }))
  },
}

/**
 * Chalk looks at the terminal when it is loaded, with Node's modules for it. We tell it what the terminal can do.
 * @type {import('esbuild').Plugin}
 */
const withoutSupportsColor = {
  name: 'without-supports-color',
  setup(build) {
    build.onResolve({ filter: /^#supports-color$/ }, ({ path }) => ({ path, namespace: 'no-colors' }))
    build.onLoad({ filter: /.*/, namespace: 'no-colors' }, () => ({
      contents: 'export default { stdout: false, stderr: false }',
    }))
  },
}

/** Packages that few runs need: modules of their own, which the `require` of a .cjs file in src/ loads. */
const seldomNeeded = ['chalk', 'js-yaml', 'string-width']

/** @type {import('esbuild').Plugin} */
const loadedLate = {
  name: 'loaded-late',
  setup(build) {
    build.onResolve({ filter: /^[a-z-]+$/ }, ({ path, kind }) =>
      kind === 'require-call' && seldomNeeded.includes(path)
        ? { path: `./${path}.js`, external: true }
        : undefined,
    )
  },
}

/**
 * Bundles the program into three files: what every command needs, what those that read need, and the rest. They are
 * tables of modules, of which each is a function, so that V8 compiles what a command needs and nothing else. esbuild finds what belongs together (it splits
 * ES modules only, hence the conversion; CommonJS as it starts faster), and one file is faster to read than twenty.
 * @param {string} directory where the program goes
 */
export async function bundle(directory) {
  const { outputFiles, metafile } = await esbuild({
    absWorkingDir: root,
    entryPoints: { cards: 'src/main.ts', ...Object.fromEntries(seldomNeeded.map(name => [name, name])) },
    outdir: directory,
    bundle: true,
    splitting: true,
    write: false,
    metafile: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    legalComments: 'none',
    logLevel: 'warning',
    plugins: [withoutChildProcess, withoutSupportsColor, loadedLate],
  })
  const needed = reachable(metafile, ({ kind }) => kind === 'import-statement')
  const readers = reachable(metafile, ({ entryPoint }) => !isSeldomEntry(entryPoint))
  /** @param {string} name of an output */
  const fileOf = name => (needed.has(name) ? 'cards.cjs' : readers.has(name) ? 'more.cjs' : 'seldom.cjs')
  mkdirSync(directory, { recursive: true })
  for (const name of ['cards.cjs', 'more.cjs', 'seldom.cjs']) {
    const outputs = outputFiles.filter(({ path }) => fileOf(basename(path)) === name)
    const rows = outputs.map(
      async ({ path, text }) =>
        `"./${basename(path)}":function(exports,require,module){${await converted(text)}}`,
    )
    writeFileSync(join(directory, name), `({${(await Promise.all(rows)).join(',\n')}})\n`)
  }
}

/**
 * The names of the outputs to which the program's imports lead.
 * @param {import('esbuild').Metafile} metafile
 * @param {(step: { kind: string, entryPoint: string | undefined }) => boolean} isTaken whether an import is followed,
 *   by its kind and the file of src/ that it leads to when it is loaded late
 */
function reachable({ outputs }, isTaken) {
  const byName = new Map(Object.entries(outputs).map(([path, output]) => [basename(path), output]))
  /** @type {Set<string>} */
  const found = new Set()
  const visit = (/** @type {string} */ name) => {
    if (found.has(name)) return
    found.add(name)
    for (const { path, kind } of byName.get(name)?.imports ?? []) {
      const target = byName.get(basename(path))
      if (target && isTaken({ kind, entryPoint: target.entryPoint })) visit(basename(path))
    }
  }
  visit('cards.js')
  return found
}

/**
 * The commands that only read, and have to start fast. `export` and `refs` go through all cards or documents whatever
 * they are asked, and have much code: with it here, all the others would start later.
 */
export const readingCommands = ['dupes', 'list', 'lint', 'path', 'rules', 'schema', 'search', 'show']

/**
 * What is loaded late, and not for reading cards alone: only with an option of such a command, or where somebody is asked.
 */
const seldomLoaded = ['src/cli/terminal-prompts.ts', 'src/commands/scan-documents.ts']

/** @param {string | undefined} entryPoint a file of src/ that is loaded late */
export function isSeldomEntry(entryPoint) {
  if (entryPoint !== undefined && seldomLoaded.includes(entryPoint)) return true
  const command = /^src\/commands\/([a-z-]+)\.ts$/.exec(entryPoint ?? '')?.[1]
  return command !== undefined && commandFiles().has(command) && !readingCommands.includes(command)
}

/** The names of the files that are commands, not what several share: those that their list loads. */
function commandFiles() {
  const list = readFileSync(join(root, 'src/commands/index.ts'), 'utf8')
  return new Set([...list.matchAll(/import\('\.\/([a-z-]+)\.ts'\)/g)].map(([, name]) => name))
}

/** @param {string} text of an ES module */
async function converted(text) {
  const { code } = await transform(text, {
    format: 'cjs',
    platform: 'node',
    target: 'node20',
    // One byte a character is the fastest to read and compare.
    charset: 'ascii',
    minify: true,
    supported: { 'dynamic-import': false },
  })
  // esbuild leaves regular expressions as they are; what is not ASCII anywhere else, it has escaped itself.
  return code.replace(/[^\0-\x7f]/g, unit => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const changed = await generate({ check: false })
  for (const path of changed) console.log(`wrote ${path}`)
  const dist = join(root, 'dist')
  await bundle(dist)
  await bundleApi(root, dist, [withoutSupportsColor])
  declareApi(root, join(dist, 'types'))
  spawnSync(process.execPath, [join(root, 'bin', 'make-code-cache.cjs')], { stdio: 'inherit' })
  console.log('built dist/')
}
