// Builds what runs: dist/, CommonJS in a few chunks with a V8 code cache beside each.
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build as esbuild, transform } from 'esbuild'
import { writeCodeCaches } from './code-cache.js'
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
        ? { path: importer, namespace: 'nothing' }
        : undefined,
    )
    build.onLoad({ filter: /.*/, namespace: 'nothing' }, () => ({ contents: 'module.exports = {}' }))
  },
}

/**
 * Bundles the program: what every command needs in `cards.cjs`, what a dynamic import brings in in chunks of their
 * own. CommonJS, as ES modules take longer to start; esbuild only splits those, so each chunk is converted.
 * @param {string} directory where the chunks go; emptied first
 */
export async function bundle(directory) {
  const { outputFiles } = await esbuild({
    absWorkingDir: root,
    entryPoints: { cards: 'src/main.ts' },
    outdir: directory,
    bundle: true,
    splitting: true,
    write: false,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    legalComments: 'none',
    logLevel: 'warning',
    plugins: [withoutChildProcess],
  })
  rmSync(directory, { recursive: true, force: true })
  mkdirSync(directory, { recursive: true })
  for (const { path, text } of outputFiles) {
    // ASCII is one byte a character, which is read and checked fastest.
    const { code } = await transform(text, {
      format: 'cjs',
      platform: 'node',
      target: 'node20',
      charset: 'ascii',
      minify: true,
      supported: { 'dynamic-import': false },
    })
    writeFileSync(
      join(directory, basename(path).replace(/\.js$/, '.cjs')),
      code.replaceAll(/(require\("\.\/[^"]+)\.js"\)/g, '$1.cjs")'),
    )
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const directory = join(root, 'dist')
  await generate({ check: false })
  await bundle(directory)
  writeCodeCaches(directory)
  console.log(`built ${readdirSync(directory).length} files in dist/`)
}
