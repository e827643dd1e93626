import { symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { type Linted, lintLibrary } from '../../src/lint/lint.ts'
import type { EarlierCard } from '../../src/lint/lint-context.ts'
import type { Example, ExampleLibrary, Rule } from '../../src/lint/rule.ts'
import { defaultsOf } from '../../src/lint/rule-settings.ts'
import { RULES } from '../../src/lint/rules/index.ts'
import { DirectoryLibrary } from '../../src/load/directory-library.ts'
import type { Overlay } from '../../src/load/library-files.ts'
import { findSettings } from '../../src/load/settings.ts'
import { directoryWith } from './library.ts'

/** The day on which examples are linted, if they name no other. */
export const TODAY = '2026-06-15'

const BASE: Readonly<Record<string, string>> = {
  id: 'aB3dE5gH7j',
  url: 'https://www.rfc-editor.org/rfc/rfc2606',
  title: 'A title of its own',
  type: 'web',
}

/** Lints an example with all rules that are on by default, and those named. */
export async function lintExample(example: Example, ...alsoOn: readonly string[]): Promise<Linted> {
  return (await exampleLinter(example, ...alsoOn))()
}

/** Lints an example whenever it is called, with some of its files changed. */
export async function exampleLinter(
  example: Example,
  ...alsoOn: readonly string[]
): Promise<(files?: Overlay) => Promise<Linted>> {
  const library = asLibrary(example)
  const root = directoryWith(library.files)
  for (const [path, target] of Object.entries(library.links ?? {})) symlinkSync(target, join(root, path))
  const settings = await findSettings({ cwd: root, dir: root })
  return async (files = new Map()) => {
    const baseline = files.get(BASELINE)?.toString() ?? library.baseline
    const severityOf = (rule: Rule) =>
      rule.severity === 'off' && alsoOn.includes(rule.id) ? 'warning' : rule.severity
    return lintLibrary(await new DirectoryLibrary(settings, root, files).unchecked(), {
      rules: RULES,
      severityOf,
      groupOf: () => '',
      mayRun: rule => severityOf(rule) !== 'off',
      optionsOf: rule => ({ ...defaultsOf(rule), ...(alsoOn.includes(rule.id) ? library.options : {}) }),
      today: library.today ?? TODAY,
      tags: library.tags,
      baseline: baseline === undefined ? undefined : { file: BASELINE, text: baseline },
      earlier: library.before && earlierCards(library.before),
    })
  }
}

const BASELINE = 'lint-baseline.txt'

/** An example as the files of a library, its cards completed. */
export function asLibrary(example: Example): ExampleLibrary {
  if (typeof example === 'string') return { files: { 'aB3dE5gH7j.yaml': completed(example, BASE) } }
  const files = Object.entries(example.files).map(([path, text]) => {
    const stem = path.replace(/^.*\//, '').replace(/\.yaml$/, '')
    const base = { ...BASE, id: stem, url: `https://www.rfc-editor.org/${stem}`, title: `A title of ${stem}` }
    return [path, isCard(path) ? completed(text, base) : text]
  })
  return { ...example, files: Object.fromEntries(files) }
}

function isCard(path: string): boolean {
  return /\.yaml$/.test(path) && path !== 'venues.yaml' && path !== 'pages.yaml'
}

/** The lines of a card with the required ones that it lacks, which come first. */
function completed(text: string, base: Readonly<Record<string, string>>): string {
  const mark = text.startsWith('\ufeff') ? '\ufeff' : ''
  const body = text.slice(mark.length)
  const lineEnd = body.includes('\r\n') ? '\r\n' : '\n'
  const keys = new Set([...body.matchAll(/^([a-z_]+):/gm)].map(([, key]) => key))
  const isNamed = ['doi', 'arxiv', 'isbn', 'pmid'].some(key => keys.has(key))
  const missing = Object.entries(base).filter(([key]) => !keys.has(key) && !(key === 'url' && isNamed))
  return mark + missing.map(([key, value]) => `${key}: ${value}${lineEnd}`).join('') + body
}

function earlierCards(before: Readonly<Record<string, string>>): EarlierCard[] {
  return Object.entries(before).map(([path, text]) => ({
    path,
    id: /^id: *(\w+)/m.exec(text)?.[1] ?? path.replace(/\.yaml$/, ''),
  }))
}

/** The text under each finding's range, for tests that look at ranges. */
export function textUnder(linted: Linted): string[] {
  return linted.findings.map(({ file, range }) => {
    const source = linted.sourceOf(file)
    return source.text.slice(...source.span(range))
  })
}
