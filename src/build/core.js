// The core of the program: the modules that every command needs, in one scope.
//
// esbuild splits a program into chunks, and what one chunk uses of another is a call of a getter and an object to
// make. With the core in 48 chunks, `cards show` started 4 ms later than with it in one. So the core is bundled alone,
// and what is loaded late gets, in place of each module of the core, a stub that takes its exports from there.
import { relative, sep } from 'node:path'
import { build as esbuild } from 'esbuild'
import { buildId } from './build-id.js'

const MAIN = 'src/main.ts'
/** The module with all that others take of the core. */
const PARTS = './parts.js'

/**
 * @typedef {object} Core
 * @property {ReadonlyMap<string, Module>} modules by file
 * @property {Readonly<Record<string, string>>} late the files that the core loads late, by the name of their module
 *
 * @typedef {object} Module
 * @property {string} prefix what stands before each of its names in the core's exports
 * @property {readonly string[]} names what it exports
 * @property {boolean} isCommonJs then its one name is `default`
 */

/**
 * Finds the modules to which the imports of the program lead.
 * @param {string} root of the repository
 * @param {import('esbuild').Plugin[]} plugins
 * @returns {Promise<Core>}
 */
export async function coreOf(root, plugins) {
  /** @type {Map<string, string>} */
  const late = new Map()
  const bundled = await esbuild({
    ...options(root),
    entryPoints: [MAIN],
    bundle: true,
    plugins: [...plugins, loadingLate(root, (name, file) => late.set(name, file))],
  })
  // What a plugin made up is in none.
  const files = Object.keys(bundled.metafile.inputs).filter(file => !file.includes(':'))
  const alone = await esbuild({ ...options(root), entryPoints: files, outdir: root, outbase: root })
  const exported = new Map(
    Object.values(alone.metafile.outputs).map(({ entryPoint, exports }) => [entryPoint, exports]),
  )
  /** @type {Map<string, Module>} */
  const modules = new Map()
  for (const file of files) {
    const isCommonJs = bundled.metafile.inputs[file]?.format === 'cjs'
    const names = isCommonJs ? ['default'] : (exported.get(file) ?? [])
    modules.set(file, { prefix: `m${modules.size}_`, names, isCommonJs })
  }
  return { modules, late: Object.fromEntries(late) }
}

/**
 * Puts a stub in place of every module of the core.
 * @param {string} root
 * @param {Core} core
 * @returns {import('esbuild').Plugin}
 */
export function stubs(root, { modules }) {
  return {
    name: 'stubs',
    setup(build) {
      build.onResolve({ filter: /^\.\/parts\.js$/ }, () => ({ path: PARTS, external: true }))
      build.onLoad({ filter: /\.[cm]?[jt]s$/ }, ({ path }) => {
        const module = modules.get(fromRoot(root, path))
        return module && { contents: stub(module), loader: 'js' }
      })
    },
  }
}

/** @param {Module} module */
function stub({ prefix, names, isCommonJs }) {
  if (isCommonJs) return `module.exports = require('${PARTS}').${prefix}default`
  return `export { ${names.map(name => `${prefix}${name} as ${name}`).join(', ')} } from '${PARTS}'`
}

/**
 * Bundles the core.
 * @param {string} root
 * @param {Core} core
 * @param {readonly string[]} users the code of all modules that are loaded late; what they take, `parts` gives
 * @param {import('esbuild').Plugin[]} plugins
 * @returns {Promise<string>} a CommonJS module, which exports `main` and `parts`
 */
export async function bundleCore(root, { modules }, users, plugins) {
  const used = new Set(users.flatMap(text => text.match(/\bm\d+_\w+/g) ?? []))
  const imports = [...modules].flatMap(([file, { prefix, names }]) =>
    names
      .filter(name => used.has(`${prefix}${name}`))
      .map(name => `import { ${name} as ${prefix}${name} } from './${file}'`),
  )
  const { outputFiles } = await esbuild({
    ...options(root),
    stdin: {
      contents: [
        ...imports,
        `export { main } from './${MAIN}'`,
        // To export each would take as long as all else that the core does when it is loaded.
        `export const parts = () => ({ ${[...used].join(', ')} })`,
      ].join('\n'),
      resolveDir: root,
      sourcefile: 'core.mjs',
    },
    bundle: true,
    format: 'cjs',
    charset: 'ascii',
    minify: true,
    supported: { 'dynamic-import': false },
    define: { BUILD: JSON.stringify(buildId(root)) },
    plugins: [...plugins, loadingLate(root)],
  })
  return outputFiles[0]?.text ?? ''
}

/** @param {string} root */
function options(root) {
  return /** @type {const} */ ({
    absWorkingDir: root,
    write: false,
    metafile: true,
    platform: 'node',
    target: 'node20',
    legalComments: 'none',
    logLevel: 'warning',
  })
}

/**
 * Leaves what is loaded late to be loaded.
 * @param {string} root
 * @param {(name: string, file: string) => void} [tell]
 * @returns {import('esbuild').Plugin}
 */
function loadingLate(root, tell = () => {}) {
  return {
    name: 'loading-late',
    setup(build) {
      build.onResolve({ filter: /^\./ }, async ({ path, kind, ...rest }) => {
        if (kind !== 'dynamic-import') return undefined
        const resolved = await build.resolve(path, { ...rest, kind: 'import-statement' })
        const file = fromRoot(root, resolved.path)
        const name = file
          .replace(/^src\//, '')
          .replace(/\.ts$/, '')
          .replaceAll('/', '-')
        tell(name, file)
        return { path: `./${name}.js`, external: true }
      })
    },
  }
}

/**
 * A path as esbuild names it: from the root, with forward slashes.
 * @param {string} root
 * @param {string} path
 */
function fromRoot(root, path) {
  return relative(root, path).replaceAll(sep, '/')
}
