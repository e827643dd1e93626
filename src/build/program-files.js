// In which file of the program each of its modules goes.
import { readFileSync } from 'node:fs'
import { basename } from 'node:path'

/**
 * In which file an output goes: more.cjs what lists and searches; lint.cjs what lint needs besides to tell again what it
 * found before; rules.cjs what it needs to find something; odd.cjs what is needed for odd files and arguments;
 * seldom.cjs the rest.
 * @param {{ outputs: Record<string, { entryPoint?: string, imports: { path: string }[] }> }} metafile of esbuild
 * @param {readonly string[]} late names of what the core loads late
 * @param {readonly string[]} packages names of the modules that are packages
 * @returns {(name: string) => string} takes an output's name
 */
export function filesOf({ outputs }, late, packages) {
  const byName = new Map(Object.entries(outputs).map(([path, output]) => [basename(path), output]))
  /**
   * The outputs that some lead to, at once or later, but for those that are entries of another file.
   * @param {readonly string[]} starts
   * @param {readonly string[]} others
   */
  const reachable = (starts, others) => {
    /** @type {Set<string>} */
    const found = new Set()
    const visit = (/** @type {string} */ name) => {
      const output = byName.get(name)
      const entry = output?.entryPoint
      if (!output || found.has(name) || isSeldomEntry(entry) || others.includes(entry ?? '')) return
      found.add(name)
      for (const { path } of output.imports) visit(basename(path))
    }
    for (const name of starts) visit(`${name}.js`)
    return found
  }
  const odd = [...oddEntries, ...packages.map(name => byName.get(`${name}.js`)?.entryPoint ?? '')]
  const more = reachable(late, [...odd, ...ruleEntries, lintEntry])
  const lint = reachable(late, [...odd, ...ruleEntries])
  const rules = reachable(late, odd)
  const readers = reachable([...late, ...packages], [])
  const files = Object.entries({ 'more.cjs': more, 'lint.cjs': lint, 'rules.cjs': rules, 'odd.cjs': readers })
  return name => files.find(([, outputs]) => outputs.has(name))?.[0] ?? 'seldom.cjs'
}

const lintEntry = 'src/commands/lint.ts'

/** What is loaded late to lint what has changed, and for what has much to do with it. */
const ruleEntries = [
  'src/cli/helper-work.ts',
  'src/commands/lint/digest-parts.ts',
  'src/commands/rules.ts',
  'src/lint/configured-rules.ts',
  'src/lint/lint-configured.ts',
  'src/lint/rules/index.ts',
]

/** What is loaded late by commands that read, and only for files with problems or for arguments of odd forms. */
const oddEntries = [
  'src/cli/parse-arguments.ts',
  'src/commands/dupes.ts',
  'src/load/examine.ts',
  'src/load/yaml-document.ts',
  'src/render/code-frame.ts',
]

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
  const list = readFileSync(new URL('../commands/index.ts', import.meta.url), 'utf8')
  return new Set([...list.matchAll(/import\('\.\/([a-z-]+)\.ts'\)/g)].map(([, name]) => name))
}
