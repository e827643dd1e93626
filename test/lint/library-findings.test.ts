import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { digestLibrary } from '../../src/lint/digest-library.ts'
import { findingsOf, libraryFindings } from '../../src/lint/library-findings.ts'
import { RulePlan } from '../../src/lint/rule-plan.ts'
import { anyLibrary, lintOptions, uncheckedOf } from '../support/linked-library.ts'

describe('what cards have to do with each other', () => {
  it('is found by looking only at those that links lead to, as by looking at all', async () => {
    await fc.assert(
      fc.asyncProperty(anyLibrary, async files => {
        const options = lintOptions()
        const plan = new RulePlan(options)
        const library = await uncheckedOf(files)
        const { digests } = await digestLibrary(library, options, plan)
        const every = digests.cards.map((_, row) => row)
        const found = await libraryFindings(library, digests, options, plan)
        expect(sorted(found)).toEqual(sorted(await findingsOf(every, library, digests, options, plan)))
      }),
      { numRuns: 300 },
    )
  })

  it('leaves out most cards of a library whose cards are each about something else', async () => {
    const files = new Map(
      Array.from({ length: 50 }, (_, i) => {
        const id = `aaaaaaaa${i + 10}`
        return [
          `${id}.yaml`,
          `id: ${id}\nurl: https://a.example/${i}\ntitle: The title of number ${i}\ntype: web\n`,
        ]
      }),
    )
    const options = lintOptions()
    const { digests } = await digestLibrary(await uncheckedOf(files), options, new RulePlan(options))
    expect(digests.search.subjects()).toEqual([])
  })
})

function sorted(findings: readonly object[]): string[] {
  return findings.map(finding => JSON.stringify(finding)).sort()
}
