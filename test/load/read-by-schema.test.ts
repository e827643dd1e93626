import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { examine } from '../../src/load/examine.ts'
import { readBySchema } from '../../src/load/read-by-schema.ts'

const FIELDS = [
  ['id', ': aaaaaaaaaa'],
  ['url', ': https://example.org'],
  ['title', ': T'],
  ['type', ': web'],
] as const

const GOOD = FIELDS.map(([key, rest]) => key + rest)

describe('readBySchema', () => {
  it.each(['tags: []', 'label:', 'published: 2024-02-29', 'published: "2023-12-31"', 'forum:\n  karma:'])(
    'takes a card with %s',
    line => {
      expect(readBySchema('card', [...GOOD, line, ''].join('\n'))).toBeDefined()
    },
  )

  it.each(['pubished:', 'colour: []', 'published: 2023-02-29', 'accessed: 2023-04-31', 'fetch:\n  foo:'])(
    'leaves a card with %s to a closer look',
    line => {
      expect(readBySchema('card', [...GOOD, line, ''].join('\n'))).toBeUndefined()
    },
  )

  it('agrees with the closer look about values that are empty, wrong or impossible', () => {
    const key = fc.constantFrom(
      ...['id', 'url', 'title', 'type', 'label', 'tags', 'authors', 'published', 'credibility', 'forum'],
      ...['retired', 'preview', 'pubished', 'constructor', 'key_points', 'accessed'],
    )
    const value = fc.constantFrom(
      ...[':', ': ""', ': []', ': {}', ': x', ': 2023-02-29', ': "2024-02-29"', ':\n  - x', ':\n  -'],
      ...[':\n  rating:', ':\n  rating: 3', ':\n  karma:', ':\n  foo:', ':\n  date: 2023-04-31\n  reason: R'],
      ...[':\n  file: a\n  truncated:', ':\n  - family:', ':\n  - family: A\n    given:'],
    )
    let taken = 0
    fc.assert(
      fc.property(fc.array(fc.tuple(key, value), { maxLength: 3 }), lines => {
        const written = new Map<string, string>([...FIELDS, ...lines])
        const text = `${[...written].map(([name, rest]) => name + rest).join('\n')}\n`
        const fast = readBySchema('card', text)
        const { value: careful, findings } = examine('card', text, 'x.yaml')
        if (fast !== undefined) {
          taken += 1
          expect(findings).toEqual([])
          expect(fast).toEqual(careful)
        } else expect(findings).not.toEqual([])
      }),
      { numRuns: 3000 },
    )
    expect(taken).toBeGreaterThan(100)
  })
})
