import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { lintLibrary } from '../../src/lint/lint.ts'
import type { LintOptions } from '../../src/lint/lint-options.ts'
import { anyLibrary, KeptLibrary, lintOptions, uncheckedOf } from '../support/linked-library.ts'

describe('what lint has kept', () => {
  it('changes nothing when it is damaged', async () => {
    await fc.assert(
      fc.asyncProperty(anyLibrary, fc.nat(), fc.boolean(), async (files, place, isCut) => {
        const kept = await linted(files)
        kept.damage(bytes => {
          const at = place % bytes.length
          return isCut ? bytes.subarray(0, at) : Buffer.from(bytes).fill((bytes[at] ?? 0) ^ 0x55, at, at + 1)
        })
        const [first] = files.keys()
        if (first !== undefined) kept.set(first, 'id: aB3dE5gH10\n')
        expect(await findingsOf(kept, OPTIONS)).toEqual(await findingsOf(kept.files, OPTIONS))
      }),
      { numRuns: 60 },
    )
  })

  it.each([
    ['another day', { today: '2026-06-17' }],
    ['an earlier day', { today: '2020-01-01' }],
    ['other rules', { fingerprint: 'other', severityOf: () => 'error' as const }],
    ['other tags', { tags: ['one'] }],
  ])('does not stand for %s', async (_, changes) => {
    const dates = ['2026-06-17', '2026-06-18', '2019-12-31']
    const files = new Map(
      dates.map((date, i) => [
        `aB3dE5gH1${i}.yaml`,
        `id: aB3dE5gH1${i}\nurl: https://b${i}.example/p\ntitle: Of ${i}\ntype: web\npublished: "${date}"\ntags: [two]\n`,
      ]),
    )
    const options = { ...OPTIONS, ...changes }
    expect(await findingsOf(await linted(files), options)).toEqual(await findingsOf(files, options))
  })
})

const OPTIONS: LintOptions = { ...lintOptions(), fingerprint: 'as always' }

async function linted(files: ReadonlyMap<string, string>): Promise<KeptLibrary> {
  const kept = new KeptLibrary()
  for (const [path, text] of files) kept.set(path, text)
  await findingsOf(kept, OPTIONS)
  return kept
}

async function findingsOf(
  library: KeptLibrary | ReadonlyMap<string, string>,
  options: LintOptions,
): Promise<unknown> {
  const isKept = library instanceof KeptLibrary
  const opened = isKept ? await library.open() : { library: await uncheckedOf(library), keep: async () => {} }
  const { findings } = await lintLibrary(opened.library, options)
  await opened.keep()
  return JSON.parse(JSON.stringify(findings))
}
