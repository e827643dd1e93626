import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { ALLOWED_IMPORTS } from '../src/build/allowed-imports.js'
import { commands } from '../src/commands/index.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
const src = join(root, 'src')

/** Modules that only the files named may import. */
const RESERVED: Record<string, readonly string[]> = {
  commander: ['cli/parse-arguments.ts'],
  chalk: ['render/lazy.cjs', 'render/theme.ts'],
  'js-yaml': ['load/js-yaml.cjs'],
  ajv: ['build/generate.js'],
  esbuild: ['build/bundle.js', 'build/core.js', 'build/build-api.js', 'build/readme-tables.js'],
  'node:child_process': ['main.ts', 'load/git-repository.ts', 'build/build.js', 'build/build-api.js'],
  // Whose lock it is, whether its holder lives, and when what was begun is to end.
  'node:process': ['disk/lock.ts', 'disk/on-signals.ts'],
  'string-width': ['render/lazy.cjs'],
  parse5: ['fetch/read-html.ts'],
  'csv-parse': ['import/formats/csv/scan-csv.ts'],
  '@citation-js': ['notation/latex/latex-symbols.ts', 'import/formats/bibtex/scan-entries.ts'],
  '@clack': ['cli/terminal-prompts.ts'],
  diff: ['commands/patch-text.ts'],
  yaml: [
    'load/scan-tokens.ts',
    'load/compose-document.ts',
    'load/value-reader.ts',
    'load/tag-check.ts',
    'load/locate-node.ts',
    'load/yaml-document.ts',
    'load/source-tree.ts',
    'import/comment-lines.ts',
  ],
}

interface Source {
  readonly file: string
  readonly text: string
  readonly imports: readonly string[]
}

const sources: Source[] = readdirSync(src, { recursive: true, encoding: 'utf8' })
  .filter(file => /\.(ts|js|cjs)$/.test(file) && !file.includes('.generated.'))
  .map(file => file.replaceAll('\\', '/'))
  .map(file => {
    const text = readFileSync(join(src, file), 'utf8')
    const found = text.matchAll(/(?:from|import|import\(|require\()\s*'([^']+)'/g)
    return { file, text, imports: [...found].map(([, name = '']) => name) }
  })

const folderOf = (file: string) => file.split('/')[0] ?? file

describe('the code', () => {
  it('has no other folders than the map', () => {
    expect([...new Set(sources.map(({ file }) => folderOf(file)))].sort()).toEqual(
      Object.keys(ALLOWED_IMPORTS).sort(),
    )
  })

  it.each(sources.map(source => [source.file, source] as const))(
    '%s imports only what the map allows',
    (file, { imports }) => {
      for (const name of imports.filter(name => name.startsWith('.'))) {
        const target = relative(src, resolve(src, dirname(file), name)).replaceAll('\\', '/')
        if (target.startsWith('../'))
          expect(target).toMatch(/^\.\.\/(schemas\/|package\.json$|bin\/cards\.cjs$)/)
        else if (folderOf(target) !== folderOf(file))
          expect(ALLOWED_IMPORTS[folderOf(file)]?.[1]).toContain(folderOf(target))
      }
    },
  )

  it.each(Object.entries(RESERVED))('%s is imported only where it belongs', (name, files) => {
    const importers = sources.filter(({ imports }) =>
      imports.some(found => found === name || found.startsWith(`${name}/`)),
    )
    for (const { file } of importers) expect(files).toContain(file)
  })

  it('touches the process only in main.ts', () => {
    const users = sources.filter(
      ({ file, text }) =>
        !file.startsWith('build/') &&
        /\bprocess\.(?!kill\b)/.test(text.replace(/\/\/.*|\/\*[\s\S]*?\*\//g, '')),
    )
    expect(users.map(({ file }) => file)).toEqual(['main.ts'])
  })

  it('writes files only in disk/, reads them only in load/ and there', () => {
    for (const { file, imports } of sources.filter(({ imports }) =>
      imports.some(name => /^(node:)?fs/.test(name)),
    ))
      expect([file, folderOf(file)]).toSatisfy(
        ([, folder]) => ['disk', 'load', 'build', 'main.ts'].includes(String(folder)),
        imports.join(),
      )
    for (const { file, text } of sources.filter(({ file }) => folderOf(file) === 'load'))
      expect([file, /\b(writeFile|writeSync|rename|unlink|mkdir|rm|appendFile)(Sync)?\b/.test(text)]).toEqual(
        [file, false],
      )
  })

  it('looks at no clock but where time is measured', () => {
    const users = sources
      .filter(({ text }) => /\bDate\.now\(|new Date\(\)|Math\.random\(/.test(text))
      .map(({ file }) => file)
    for (const file of users) expect(['disk', 'main.ts', 'api.ts']).toContain(folderOf(file))
  })

  it('keeps the parts of a command to that command', () => {
    for (const { file, imports } of sources) {
      const targets = imports
        .filter(name => name.startsWith('.'))
        .map(name => relative(src, resolve(src, dirname(file), name)).replaceAll('\\', '/'))
      for (const target of targets) {
        const command = /^commands\/([a-z-]+)\//.exec(target)?.[1]
        // What has no command of its name is shared, and so is how a library is linted.
        if (
          command === 'lint' ||
          command === undefined ||
          !existsSync(join(src, 'commands', `${command}.ts`))
        )
          continue
        expect([file, target]).toSatisfy(
          () => file === `commands/${command}.ts` || file.startsWith(`commands/${command}/`),
        )
      }
    }
  })

  it('knows the rules of lint outside of it by their list alone', () => {
    for (const { file, imports } of sources.filter(({ file }) => folderOf(file) !== 'lint'))
      expect([file, imports.filter(name => /lint\/rules\/(?!index)/.test(name))]).toEqual([file, []])
  })

  it('has no import circles between files', () => {
    const graph = new Map(
      sources.map(({ file, imports }) => [
        file,
        imports
          .filter(name => name.startsWith('.'))
          .map(name => relative(src, resolve(src, dirname(file), name)).replaceAll('\\', '/')),
      ]),
    )
    const circles: string[] = []
    const done = new Set<string>()
    const visit = (file: string, path: readonly string[]): void => {
      if (path.includes(file)) circles.push([...path.slice(path.indexOf(file)), file].join(' → '))
      else if (!done.has(file)) for (const next of graph.get(file) ?? []) visit(next, [...path, file])
      done.add(file)
    }
    for (const file of graph.keys()) visit(file, [])
    // Types may refer to each other; values may not.
    expect(circles).toEqual([])
  })
})

describe('the list of commands', () => {
  it.each(commands.map(entry => [entry.name, entry] as const))(
    '%s has a description, examples and a test',
    async (name, entry) => {
      const command = await entry.load()
      expect(command.description).toMatch(/\.$/)
      expect(command.examples.length).toBeGreaterThan(0)
      for (const [line] of command.examples) expect(line).toContain(`cards ${name}`)
      expect(existsSync(join(root, 'test', 'commands', `${name}.test.ts`))).toBe(true)
    },
  )
})
