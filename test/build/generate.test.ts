import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { generate, validatorsModule } from '../../src/build/generate.js'
import * as all from '../../src/load/all-errors.generated.cjs'
import { schemas } from '../../src/load/schemas.ts'
import * as fast from '../../src/load/validators.generated.cjs'

describe('what is generated from the schemas', () => {
  it('is up to date', async () => {
    expect(await generate({ check: true })).toEqual([])
  })

  it('tells of what type each value is', () => {
    expect(fast.types).toEqual(all.types)
    expect(fast.types.card).toMatchObject({
      keys: {
        tags: { items: 'string' },
        credibility: { keys: { rating: 'integer', reason: 'string' }, required: ['rating'] },
        preview: { keys: { truncated: 'boolean', size_kb: 'number' } },
        extra: { keys: {}, others: 'string' },
      },
      required: ['id', 'title', 'type'],
    })
    expect(fast.types.config).toMatchObject({
      keys: { layout: 'string', extra: { others: { keys: { required: 'boolean' }, required: ['type'] } } },
    })
  })

  it('is smaller where errors are not told', () => {
    expect(validatorsModule({ allErrors: false }).length).toBeLessThan(
      0.7 * validatorsModule({ allErrors: true }).length,
    )
  })

  it('says the same of a value whether errors are told or not', () => {
    const base = { id: 'aaaaaaaaaa', url: 'https://example.org', title: 'T', type: 'web' }
    const key = fc.constantFrom(
      'id',
      'url',
      'title',
      'type',
      'authors',
      'credibility',
      'tags',
      'forum',
      'preview',
      'published',
      'colour',
    )
    const value = fc.constantFrom<unknown>(
      'x',
      'web',
      '2024-02',
      3,
      9,
      '',
      true,
      [],
      ['x'],
      ['A b'],
      [{ family: 'x' }],
      [{ orcid: 'x' }],
      { rating: 3 },
      { rating: 9 },
      { karma: 1 },
      { file: 'x' },
      {},
    )
    let bad = 0
    fc.assert(
      fc.property(
        fc.dictionary(key, value, { maxKeys: 3 }),
        fc.subarray(Object.keys(base), { maxLength: 1 }),
        (changes, dropped) => {
          const card: Record<string, unknown> = { ...base, ...changes }
          for (const name of dropped) delete card[name]
          const isGood = all.card(card)
          if (!isGood) bad++
          expect(fast.card(card)).toBe(isGood)
        },
      ),
      { numRuns: 1000 },
    )
    expect(bad).toBeGreaterThan(300)
    expect(bad).toBeLessThan(1000)
  })
})

describe('every schema', () => {
  it.each(Object.keys(schemas))('%s has a title, a description and an example for every property', name => {
    const schema: unknown = JSON.parse(
      readFileSync(new URL(`../../schemas/${name}.schema.json`, import.meta.url), 'utf8'),
    )
    const bare: string[] = []
    const visit = (node: unknown, path: string): void => {
      if (typeof node !== 'object' || node === null) return
      for (const [key, value] of Object.entries(node)) {
        if (key === 'properties' || key === '$defs')
          for (const [property, part] of Object.entries(value as Record<string, Record<string, unknown>>))
            if (!part.title || !part.description || !Array.isArray(part.examples))
              bare.push(`${path}/${property}`)
        if (key !== 'examples') visit(value, `${path}/${key}`)
      }
    }
    visit(schema, '')
    expect(bare).toEqual([])
  })
})
