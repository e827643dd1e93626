// Builds what `import … from 'source-cards'` gives: dist/api.js with its parts in dist/api/, and its types in dist/types/.
import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join, relative, resolve } from 'node:path'
import { build as esbuild } from 'esbuild'

const ENTRY = 'src/api.ts'

/**
 * Bundles the API into ES modules that need no package: those that few programs need are modules of their own. Not
 * minified, as people debug what they import.
 * @param {string} root of the repository
 * @param {string} directory where it goes: `api.js`, and `api/` beside it
 * @param {import('esbuild').Plugin[]} plugins
 */
export async function bundleApi(root, directory, plugins) {
  const { outputFiles } = await esbuild({
    absWorkingDir: root,
    entryPoints: { api: ENTRY },
    outdir: directory,
    chunkNames: 'api/[name]-[hash]',
    bundle: true,
    splitting: true,
    write: false,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    legalComments: 'none',
    logLevel: 'warning',
    // CommonJS packages among its parts ask for modules of Node, which ES modules have no `require` for.
    banner: {
      js: "import { createRequire as requireFrom } from 'node:module'\nconst require = requireFrom(import.meta.url)",
    },
    plugins,
  })
  replaceFiles(
    join(directory, 'api'),
    outputFiles.filter(({ path }) => dirname(path) !== directory),
  )
  for (const { path, contents } of outputFiles) if (dirname(path) === directory) writeFileSync(path, contents)
}

/**
 * Writes the types of the API: the declarations that `api.d.ts` leads to, and no others. The compiler only reads and
 * writes here: whether types are right is what `npm run check` asks.
 * @param {string} root of the repository
 * @param {string} directory where they go
 */
export function declareApi(root, directory) {
  const scratch = mkdtempSync(join(tmpdir(), 'source-cards-types-'))
  try {
    const config = join(scratch, 'tsconfig.json')
    const compilerOptions = {
      rootDir: join(root, 'src'),
      outDir: join(scratch, 'types'),
      typeRoots: [join(root, 'node_modules', '@types')],
      declaration: true,
      emitDeclarationOnly: true,
      noEmit: false,
      noCheck: true,
      allowJs: false,
      checkJs: false,
    }
    const files = [join(root, ENTRY)]
    writeFileSync(
      config,
      JSON.stringify({ extends: join(root, 'tsconfig.json'), compilerOptions, include: [], files }),
    )
    const compiler = createRequire(join(root, 'package.json')).resolve('typescript/package.json')
    execFileSync(process.execPath, [join(dirname(compiler), 'bin', 'tsc'), '-p', config], {
      stdio: 'inherit',
    })
    const declared = reachable(join(scratch, 'types', 'api.d.ts'))
    replaceFiles(
      directory,
      [...declared].map(([path, text]) => ({
        path: join(directory, relative(join(scratch, 'types'), path)),
        contents: text.replaceAll(SPECIFIER, '$1$2$3.js$2'),
      })),
    )
  } finally {
    rmSync(scratch, { recursive: true, force: true })
  }
}

/** In a declaration, the module from which a type comes: a file of ours, without its ending. */
const SPECIFIER = /\b(from |import\()(['"])(\.{1,2}\/[^'"]+)\.ts\2/g

/**
 * @param {string} start a declaration
 * @returns {Map<string, string>} it and all that it leads to, by path
 */
function reachable(start) {
  /** @type {Map<string, string>} */
  const found = new Map()
  const visit = (/** @type {string} */ path) => {
    if (found.has(path)) return
    const text = readFileSync(path, 'utf8')
    found.set(path, text)
    for (const [, , , name = ''] of text.matchAll(SPECIFIER)) visit(`${resolve(dirname(path), name)}.d.ts`)
  }
  visit(start)
  return found
}

/**
 * Gives a directory exactly these files. New ones come first and old ones go last, as somebody may be reading.
 * @param {string} directory
 * @param {readonly { path: string, contents: string | Uint8Array }[]} files
 */
function replaceFiles(directory, files) {
  for (const { path, contents } of files) {
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, contents)
  }
  const kept = new Set(files.map(({ path }) => path))
  for (const entry of readdirSync(directory, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name)
    if (entry.isFile() && !kept.has(path)) rmSync(path)
  }
}
