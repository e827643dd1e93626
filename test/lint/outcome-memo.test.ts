import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { lintLibrary } from '../../src/lint/lint.ts'
import { LintMemo } from '../../src/lint/lint-memo.ts'
import type { LintOptions } from '../../src/lint/lint-options.ts'
import type { Outcome } from '../../src/lint/outcome.ts'
import { knownOutcome } from '../../src/lint/outcome-memo.ts'
import type { UncheckedLibrary } from '../../src/load/unchecked-library.ts'
import { directoryWith } from '../support/library.ts'
import { anyFile, anyLibrary, KeptLibrary, lintOptions, uncheckedOf } from '../support/linked-library.ts'

const OPTIONS: LintOptions = { ...lintOptions(), fingerprint: 'as always' }

describe('an outcome that is known', () => {
  it('is what linting finds, and none once a file has changed, come or gone', async () => {
    let tried = 0
    await fc.assert(
      fc.asyncProperty(anyLibrary, anyFile, fc.boolean(), async (files, [path, text], isGone) => {
        const kept = await linted(files)
        const { library } = await kept.open()
        const known = knownIn(library)
        expect(told(known)).toEqual(told(await lintLibrary(await uncheckedOf(kept.files), OPTIONS)))
        const [first] = files.keys()
        if (isGone && first !== undefined) kept.set(first, undefined)
        else kept.set(path, `${text}label: New\n`)
        expect(knownIn((await kept.open()).library)).toBeUndefined()
        tried++
      }),
      { numRuns: 60 },
    )
    expect(tried).toBe(60)
  })

  it('is known again after a change that was not worth keeping has been undone', async () => {
    const kept = await linted(FILES)
    const { library } = await kept.open()
    const before = told(knownIn(library))
    expect(before.findings).not.toEqual([])
    // Stamps as they were: the harness counts changes of files, and this one is another.
    kept.set('aB3dE5gH99.yaml', 'id: aB3dE5gH99\n')
    const opened = await kept.open()
    await lintLibrary(opened.library, OPTIONS)
    await opened.keep()
    kept.set('aB3dE5gH99.yaml', undefined)
    expect(told(knownIn((await kept.open()).library))).toEqual(before)
  })

  it.each<[string, Partial<LintOptions>]>([
    ['on a day on which a date has come', { today: '2026-06-20' }],
    ['on an earlier day', { today: '2020-01-01' }],
    ['with other rules', { fingerprint: 'other' }],
    ['with other tags', { tags: ['one'] }],
    ['with a baseline', { baseline: { file: 'lint-baseline.txt', text: '' } }],
  ])('is none %s', async (_, changes) => {
    const { library } = await (await linted(FILES)).open()
    expect(knownIn(library)).toBeDefined()
    expect(knownIn(library, { ...OPTIONS, ...changes })).toBeUndefined()
  })

  it('is kept anew under another baseline, though no file has changed', async () => {
    const kept = await linted(FILES)
    const options = { ...OPTIONS, baseline: { file: 'lint-baseline.txt', text: '# Nothing.\n' } }
    const opened = await kept.open()
    const found = told(await lintLibrary(opened.library, options))
    await opened.keep()
    const { library } = await kept.open()
    expect(told(knownIn(library, options))).toEqual(found)
    expect(
      knownIn(library, { ...options, baseline: { file: 'lint-baseline.txt', text: '#\n' } }),
    ).toBeUndefined()
  })

  it('is none when a registry, or what is wrong with folders, is not what it was', async () => {
    const { library } = await (await linted(FILES)).open()
    expect(knownIn({ ...library, registryBytes: () => Buffer.from('[ ]\n') })).toBeUndefined()
    const gone = () => {
      throw Object.assign(new Error('Gone.'), { code: 'ENOENT' })
    }
    expect(knownIn({ ...library, registryBytes: gone })).toBeUndefined()
    const finding = { file: 'link', rule: 'file/outside' }
    const files = { ...library.files, findings: [finding] } as unknown as UncheckedLibrary['files']
    expect(knownIn({ ...library, files })).toBeUndefined()
  })

  it('is none when an excerpt that a card names has gone', async () => {
    const dir = directoryWith({})
    mkdirSync(join(dir, 'previews'))
    writeFileSync(join(dir, 'previews/a.txt'), 'Words.\n')
    const kept = new KeptLibrary()
    kept.set('aB3dE5gH10.yaml', card('aB3dE5gH10', 'preview: {file: previews/a.txt}\n'))
    const opened = await kept.open()
    await lintLibrary({ ...opened.library, dir }, OPTIONS)
    await opened.keep()
    const library = { ...(await kept.open()).library, dir }
    expect(knownIn(library)).toBeDefined()
    rmSync(join(dir, 'previews/a.txt'))
    expect(knownIn(library)).toBeUndefined()
  })

  it('is none when what is kept of it belongs to other files', async () => {
    const kept = await linted(FILES)
    const other = await linted(new Map([['aB3dE5gH11.yaml', 'id: aB3dE5gH11\n']]))
    kept.take('outcome.memo', other)
    expect(knownIn((await kept.open()).library)).toBeUndefined()
  })

  it('shows the texts that findings are about', async () => {
    const { library } = await (await linted(FILES)).open()
    const baseline = { file: 'lint-baseline.txt', text: '# Nothing.\n' }
    const kept = await linted(FILES, { ...OPTIONS, baseline })
    const known = knownIn((await kept.open()).library, { ...OPTIONS, baseline })
    expect(known?.textOf('aB3dE5gH10.yaml').text).toBe(FILES.get('aB3dE5gH10.yaml'))
    expect(known?.textOf('venues.yaml').text).toBe('[]\n')
    expect(known?.textOf('lint-baseline.txt').text).toBe('# Nothing.\n')
    const unreadable = () => {
      throw Object.assign(new Error('Gone.'), { code: 'ENOENT' })
    }
    const gone = knownIn({ ...library, files: { ...library.files, bytesOf: unreadable } })
    expect(gone?.textOf('aB3dE5gH10.yaml').text).toBe('')
  })
})

function card(id: string, more: string): string {
  return `id: ${id}\nurl: https://b.example/${id}\ntitle: Of ${id}\ntype: web\n${more}`
}

const FILES = new Map([
  ['aB3dE5gH10.yaml', card('aB3dE5gH10', 'published: "2026-06-19"\n')],
  [
    'aB3dE5gH11.yaml',
    `# cards-ignore author/format: as it is\n${card('aB3dE5gH11', 'summary: A&nbsp;B.\n')}`,
  ],
])

async function linted(files: ReadonlyMap<string, string>, options = OPTIONS): Promise<KeptLibrary> {
  const kept = new KeptLibrary()
  for (const [path, text] of files) kept.set(path, text)
  const { library, keep } = await kept.open()
  await lintLibrary(library, options)
  await keep()
  return kept
}

function knownIn(library: UncheckedLibrary, options = OPTIONS): Outcome | undefined {
  const memo = LintMemo.open(library, options)
  return memo && knownOutcome(library, memo, { today: options.today, baseline: options.baseline })
}

/** What a report would tell of an outcome. */
function told(outcome: Outcome | undefined) {
  if (!outcome) throw new Error('Nothing is known.')
  const { findings, known, files } = outcome
  return JSON.parse(
    JSON.stringify({
      findings,
      known,
      files: files.map(({ path, kind }) => ({ path, kind, suppressed: outcome.suppressedIn(path) })),
    }),
  )
}
