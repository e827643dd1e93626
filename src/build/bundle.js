// Bundles the program into a few files, each for some commands.
import { mkdirSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build as esbuild, transform } from 'esbuild'
import { bundleCore, coreOf, stubs } from './core.js'
import { filesOf } from './program-files.js'

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
export const withoutSupportsColor = {
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
 * Bundles the program into files, each a table of modules, of which each is a function, so that V8 compiles what a
 * command needs and nothing else; a file is faster to read than twenty, but not when most of it is not needed. The
 * first holds the core, and in which file each other module is. What the others have in common esbuild finds (it splits
 * ES modules only, hence the conversion; CommonJS as it starts faster).
 * @param {string} directory where the program goes
 */
export async function bundle(directory) {
  const core = await coreOf(root, [withoutChildProcess, loadedLate])
  const { outputFiles, metafile } = await esbuild({
    absWorkingDir: root,
    entryPoints: { ...core.late, ...Object.fromEntries(seldomNeeded.map(name => [name, name])) },
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
    plugins: [withoutChildProcess, withoutSupportsColor, loadedLate, stubs(root, core)],
  })
  const users = outputFiles.map(({ text }) => text)
  const program = await bundleCore(root, core, users, [withoutChildProcess, loadedLate])
  const fileOf = filesOf(metafile, Object.keys(core.late), seldomNeeded)
  const files = Object.fromEntries(
    outputFiles.map(({ path }) => [`./${basename(path)}`, fileOf(basename(path))]),
  )
  mkdirSync(directory, { recursive: true })
  const parts = "module.exports=require('./cards.js').parts()"
  writeTable(
    join(directory, 'cards.cjs'),
    [
      ['cards.js', program],
      ['parts.js', parts],
    ],
    files,
  )
  for (const name of new Set(Object.values(files))) {
    const outputs = outputFiles.filter(({ path }) => files[`./${basename(path)}`] === name)
    const rows = outputs.map(async ({ path, text }) => [basename(path), await converted(text)])
    writeTable(join(directory, name), await Promise.all(rows))
  }
}

/**
 * @param {string} file
 * @param {readonly (readonly string[])[]} rows names of modules and their code
 * @param {Record<string, string>} [files] in which file each other module is
 */
function writeTable(file, rows, files) {
  const modules = rows.map(
    ([name, code = '']) => `"./${name}":function(exports,require,module){${ascii(code)}}`,
  )
  const index = files ? `files:()=>(${JSON.stringify(files)}),` : ''
  writeFileSync(file, `({${index}modules:{${modules.join(',\n')}}})\n`)
}

/** @param {string} text of an ES module */
async function converted(text) {
  const { code } = await transform(text, {
    format: 'cjs',
    platform: 'node',
    target: 'node20',
    charset: 'ascii',
    minify: true,
    supported: { 'dynamic-import': false },
  })
  return code
}

/**
 * One byte a character is the fastest to read and compare. esbuild leaves regular expressions as they are; what is not
 * ASCII anywhere else, it has escaped itself.
 * @param {string} code
 */
function ascii(code) {
  return code.replace(/[^\0-\x7f]/g, unit => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
}
