import fc from 'fast-check'
import type { LintOptions } from '../../src/lint/lint-options.ts'
import { defaultsOf } from '../../src/lint/rule-settings.ts'
import { RULES } from '../../src/lint/rules/index.ts'
import type { LibraryFiles } from '../../src/load/library-files.ts'
import type { Cache } from '../../src/load/memo/cache.ts'
import { Stamps } from '../../src/load/memo/stamps.ts'
import type { UncheckedLibrary } from '../../src/load/unchecked-library.ts'
import { VenueIndex } from '../../src/model/credibility.ts'
import { compareText } from '../../src/model/order.ts'

/** How the rules are set as they are set by default. */
export function lintOptions(): LintOptions {
  return {
    rules: RULES,
    severityOf: rule => rule.severity,
    groupOf: () => '',
    mayRun: rule => rule.severity !== 'off',
    optionsOf: rule => defaultsOf(rule),
    today: '2026-06-15',
  }
}

const VENUES = [{ id: 'paypal', name: 'PayPal', domains: ['paypal.com'] }]
const PAGES = [
  { id: 'scaling', title: 'Scaling' },
  { id: 'growth', title: 'Growth' },
]

/** A library in memory. */
export async function uncheckedOf(files: ReadonlyMap<string, string>): Promise<UncheckedLibrary> {
  return {
    dir: '/nowhere',
    files: {
      paths: [...files.keys()].sort(compareText),
      findings: [],
      bytesOf: path => Buffer.from(files.get(path) ?? ''),
    },
    kept: undefined,
    extra: {},
    registries: [
      { path: 'pages.yaml', kind: 'pages', omissions: [] },
      { path: 'venues.yaml', kind: 'venues', omissions: [] },
    ],
    venues: new VenueIndex(VENUES),
    pages: PAGES,
    registryFindings: [],
    registryBytes: () => Buffer.from('[]\n'),
  }
}

const number = fc.integer({ min: 10, max: 39 })
const id = fc.oneof(
  { weight: 9, arbitrary: number.map(each => `aB3dE5gH${each}`) },
  { weight: 1, arbitrary: number.map(each => `AB3dE5gH${each}`) },
)
const knownUrl = fc.constantFrom(
  'https://a.example/',
  'https://a.example/one',
  'http://www.a.example/one/',
  'https://github.com/x',
  'https://githuЬ.com/x',
  'https://gIthub.com/y',
  'https://github.com/z',
  'https://paypaI.com/z',
  'https://arxiv.org/abs/1706.03762',
  'https://arxiv.org/pdf/1706.03762v2',
  'https://a.example/search?q=x',
)
const url = fc.oneof(
  { weight: 1, arbitrary: knownUrl },
  { weight: 2, arbitrary: number.map(each => `https://b${each}.example/p`) },
)
const knownTitle = fc.constantFrom(
  'A title of four words',
  'A title of four words (LessWrong)',
  'Smith (2020)',
  'Turner et al. (2019)',
  'An interview of length',
)
const title = fc.oneof(
  { weight: 1, arbitrary: knownTitle },
  { weight: 2, arbitrary: number.map(each => `The title of number ${each}`) },
)
const family = fc.constantFrom('Smith', 'Turner', 'Doe')

/** Most cards say little, so that not all have to do with each other. */
function rarely<T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> {
  return fc.oneof({ weight: 6, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary })
}

const lines = fc.record({
  url,
  title,
  type: fc.constantFrom('web', 'paper'),
  label: rarely(fc.constantFrom('Smith (2014)', 'Debate (2013)')),
  authors: rarely(fc.array(family, { minLength: 1, maxLength: 2 })),
  published: rarely(fc.constantFrom('2014', '2020-02')),
  also_at: rarely(fc.array(url, { minLength: 1, maxLength: 2 })),
  aliases: rarely(fc.array(id, { minLength: 1, maxLength: 2 })),
  cited_by: rarely(
    fc.array(fc.constantFrom('scaling', 'growth', 'grwth', 'other'), { minLength: 1, maxLength: 2 }),
  ),
  summary: rarely(id.map(other => `See ${other}, and what it says.`)),
  replacedBy: fc.option(id),
})

/** One card's file: its path and text. */
export const anyFile: fc.Arbitrary<readonly [path: string, text: string]> = fc
  .tuple(
    id,
    fc.integer({ max: 3, min: 0 }).map(each => each === 0),
    rarely(id),
    lines,
  )
  .map(([own, isRetired, name, { replacedBy, authors, also_at, aliases, cited_by, ...fields }]) => {
    const path = `${isRetired ? 'retired/' : ''}${name ?? own}.yaml`
    const scalars = Object.entries(fields).flatMap(([key, value]) =>
      value === undefined ? [] : [`${key}: ${JSON.stringify(value)}\n`],
    )
    const lists = Object.entries({
      authors: authors?.map(each => `${each}, Jo`),
      also_at,
      aliases,
      cited_by,
    }).flatMap(([key, items]) => (items === undefined ? [] : [`${key}: ${JSON.stringify(items)}\n`]))
    const retired = `retired:\n  date: "2026-01-01"\n  reason: Old.\n${replacedBy ? `  replaced_by: ${replacedBy}\n` : ''}`
    return [path, `id: ${own}\n${scalars.join('')}${lists.join('')}${isRetired ? retired : ''}`] as const
  })

/** Some cards that have much to do with each other, by path. */
export const anyLibrary: fc.Arbitrary<ReadonlyMap<string, string>> = fc
  .array(anyFile, { maxLength: 8 })
  .map(files => new Map(files))

/** A library in memory of which things are kept from one run to the next. */
export class KeptLibrary {
  readonly files = new Map<string, string>()
  private readonly stored = new Map<string, Uint8Array>()
  private readonly versions = new Map<string, number>()
  private version = 0

  /** Puts a file there, or takes it away. */
  set(path: string, text: string | undefined): void {
    if (text === undefined) this.files.delete(path)
    else this.files.set(path, text)
    this.version++
    this.versions.set(path, this.version)
  }

  /** Changes what was kept. */
  damage(change: (bytes: Uint8Array) => Uint8Array): void {
    for (const [name, bytes] of this.stored) this.stored.set(name, change(bytes))
  }

  /** Takes what another has kept under a name for its own. */
  take(name: string, { stored }: KeptLibrary): void {
    const bytes = stored.get(name)
    if (!bytes) throw new Error(`There is no ${name}.`)
    this.stored.set(name, bytes)
  }

  /** What lint starts from; with what was kept, and keeps more. */
  async open(): Promise<{ library: UncheckedLibrary; keep: () => Promise<void> }> {
    const library = await uncheckedOf(this.files)
    const actions: (() => Promise<void>)[] = []
    const use = { cache: this.cache(), version: '1', now: () => 0 }
    const { paths } = library.files
    const stamps = new Stamps(
      Float64Array.from(paths.flatMap(path => [this.versions.get(path) ?? 0, 1, 1, 1])),
    )
    const files = { ...library.files, use, stamps } as unknown as LibraryFiles
    const kept = { files, use, later: (action: () => Promise<void>) => void actions.push(action) }
    const keep = async () => {
      for (const action of actions) await action()
    }
    return { library: { ...library, kept }, keep }
  }

  private cache(): Cache {
    return {
      open: name => {
        const bytes = this.stored.get(name)
        return (
          bytes && {
            size: bytes.length,
            read: (offset, length) => bytes.slice(offset, offset + length),
            close: () => undefined,
          }
        )
      },
      write: async (name, chunks) => void this.stored.set(name, Buffer.concat([...chunks])),
    }
  }
}
