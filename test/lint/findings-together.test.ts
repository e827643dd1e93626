import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { digestLibrary } from '../../src/lint/digest-library.ts'
import { lintLibrary } from '../../src/lint/lint.ts'
import { LintMemo } from '../../src/lint/lint-memo.ts'
import { RulePlan } from '../../src/lint/rule-plan.ts'
import { anyFile, KeptLibrary, lintOptions, uncheckedOf } from '../support/linked-library.ts'

const step = fc.array(fc.tuple(anyFile, fc.boolean()), { minLength: 1, maxLength: 3 })

describe('linting a library again', () => {
  it('finds what linting it for the first time finds, whatever was changed', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(anyFile, { maxLength: 8 }),
        fc.array(step, { maxLength: 4 }),
        async (files, steps) => {
          const kept = new KeptLibrary()
          for (const [path, text] of files) kept.set(path, text)
          await lintAgain(kept)
          for (const changes of steps) {
            for (const [[path, text], isGone] of changes) kept.set(path, isGone ? undefined : text)
            const again = await lintAgain(kept)
            const { findings } = await lintLibrary(await uncheckedOf(kept.files), options)
            expect(sorted(again)).toEqual(sorted(findings))
          }
        },
      ),
      { numRuns: 200 },
    )
  })

  it('finds the same when texts are changed that no other card has to do with', async () => {
    let unlinked = 0
    await fc.assert(
      fc.asyncProperty(fc.array(anyFile, { minLength: 1, maxLength: 8 }), fc.nat(), async (files, place) => {
        const kept = new KeptLibrary()
        for (const [path, text] of files) kept.set(path, text)
        await lintAgain(kept)
        const [path, text] = files[place % files.length] ?? ['', '']
        kept.set(path, `${text}notes: "A&nbsp;note."\n`)
        const { library } = await kept.open()
        const memo = LintMemo.open(library, options)
        const { before } = await digestLibrary(library, options, new RulePlan(options), memo)
        if (before && !before.links) unlinked++
        const { findings } = await lintLibrary(await uncheckedOf(kept.files), options)
        expect(sorted(await lintAgain(kept))).toEqual(sorted(findings))
      }),
      { numRuns: 100 },
    )
    expect(unlinked).toBeGreaterThan(10)
  })

  it.each([[[]], [[{ id: 'aB3dE5gH10', path: 'aB3dE5gH10.yaml' }]]])(
    'finds what links lead to also when the cards are compared with a revision: %j',
    async earlier => {
      const kept = new KeptLibrary()
      for (const id of ['aB3dE5gH11', 'aB3dE5gH12'])
        kept.set(`${id}.yaml`, `id: ${id}\nurl: https://a.example/one\ntitle: Of ${id}\ntype: web\n`)
      await lintAgain(kept)
      const since = { ...options, earlier }
      const { findings } = await lintLibrary(await uncheckedOf(kept.files), since)
      const { library } = await kept.open()
      expect((await lintLibrary(library, since)).findings).toEqual(findings)
      expect(findings.map(({ rule }) => rule)).toContain('source/duplicate')
    },
  )
})

const options = { ...lintOptions(), fingerprint: 'as always' }

async function lintAgain(kept: KeptLibrary): Promise<readonly object[]> {
  const { library, keep } = await kept.open()
  const { findings } = await lintLibrary(library, options)
  await keep()
  return findings
}

function sorted(findings: readonly object[]): string[] {
  return findings.map(finding => JSON.stringify(finding)).sort()
}
