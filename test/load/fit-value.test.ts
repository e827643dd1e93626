import { isDeepStrictEqual } from 'node:util'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fitValue } from '../../src/load/fit-value.ts'
import { forms, types } from '../../src/load/forms.generated.cjs'
import { type Raw, setOwn } from '../../src/load/raw.ts'
import type { SchemaName } from '../../src/load/read-by-schema.ts'
import { schemaErrors } from '../../src/load/schema-errors.ts'
import { type Schema, schemas } from '../../src/load/schemas.ts'
import { typedValue } from '../../src/load/typed-value.ts'

const CARD = { id: 'aaaaaaaaaa', url: 'https://example.org', title: 'T', type: 'web' }

/** What there may be instead of any value, if seldom the right one. */
const ODD: readonly Raw[] = ['', 'x', '3', '-7.5', 'TRUE', '10.1', [], [''], ['x'], [['x']], {}, { x: '' }]

/** Values by a schema, more or less: its examples, and what somebody may have written instead. */
function rawOf(schema: Schema, root: Schema): fc.Arbitrary<Raw> {
  if (schema.$ref) return rawOf(root.$defs?.[schema.$ref.replace('#/$defs/', '')] ?? {}, root)
  const kinds = [schema.type ?? 'string'].flat()
  const examples = (schema.examples ?? []).map(asRaw)
  return fc.oneof(
    { weight: 1, arbitrary: fc.constantFrom(...ODD) },
    ...(examples.length > 0 ? [{ weight: 60, arbitrary: fc.constantFrom(...examples) }] : []),
    ...(schema.enum ? [{ weight: 60, arbitrary: fc.constantFrom(...schema.enum) }] : []),
    ...(kinds.includes('array')
      ? [{ weight: 10, arbitrary: fc.array(rawOf(schema.items ?? {}, root), { maxLength: 2 }) }]
      : []),
    ...(kinds.includes('object') ? [{ weight: 20, arbitrary: mapOf(schema, root) }] : []),
  )
}

function mapOf({ properties = {}, additionalProperties: others, required }: Schema, root: Schema) {
  const named = Object.entries(properties).map(([key, part]) => {
    const isRare = !required?.includes(key)
    return fc
      .option(rawOf(part, root), { freq: isRare ? 1 : 30, nil: undefined })
      .map(value => ({ key, value }))
  })
  const name = fc.constantFrom('colour', 'a_b', 'A b', 'constructor', '__proto__')
  const other = fc.record({ key: name, value: rawOf(typeof others === 'object' ? others : {}, root) })
  const more = fc.array(other, { maxLength: typeof others === 'object' ? 2 : 0 })
  return fc.tuple(fc.tuple(...named), more, fc.option(other, { freq: 20 })).map(([some, found, odd]) => {
    const map: { [key: string]: Raw } = {}
    for (const { key, value } of [...some, ...found, ...(odd ? [odd] : [])])
      if (value !== undefined) setOwn(map, key, value)
    return map
  })
}

/** An example as YAML gives it, where all scalars are texts. */
function asRaw(value: unknown): Raw {
  if (Array.isArray(value)) return value.map(asRaw)
  if (typeof value !== 'object' || value === null) return String(value)
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, asRaw(part)]))
}

describe('fitValue', () => {
  it.each<SchemaName>(['card', 'venues', 'pages', 'config'])(
    'takes what ajv takes by the %s schema, with the same types, and leaves the raw value as it is',
    name => {
      let fits = 0
      let misfits = 0
      const base = name === 'card' ? CARD : {}
      fc.assert(
        fc.property(rawOf(schemas[name], schemas[name]), raw => {
          const given = Array.isArray(raw) || typeof raw === 'string' ? raw : { ...base, ...raw }
          const before = structuredClone(given)
          const typed = typedValue(structuredClone(given), types[name])
          const expected = schemaErrors(name, typed).length === 0 ? typed : undefined
          const told = JSON.stringify(given)
          expect(isDeepStrictEqual(fitValue(given, forms[name]), expected), told).toBe(true)
          expect(isDeepStrictEqual(given, before), told).toBe(true)
          if (expected === undefined) misfits++
          else fits++
        }),
        { numRuns: 1500 },
      )
      expect(fits).toBeGreaterThan(20)
      expect(misfits).toBeGreaterThan(20)
    },
  )

  it('shares what stays the same with the raw value', () => {
    const raw = { ...CARD, tags: ['a'], forum: { karma: '3' } }
    const fields = fitValue(raw, forms.card) as typeof raw
    expect(fields).toEqual({ ...raw, forum: { karma: 3 } })
    expect(fields.tags).toBe(raw.tags)
    const plain = { ...CARD, tags: ['a'] }
    expect(fitValue(plain, forms.card)).toBe(plain)
  })

  it.each<[string, Raw]>([
    ['leaves out what says nothing', { ...CARD, label: '', tags: [], forum: { karma: '' }, preview: {} }],
    [
      'leaves out a mapping of which nothing is left, though it would want for something',
      {
        ...CARD,
        preview: { truncated: '' },
      },
    ],
  ])('%s', (_, raw) => {
    expect(fitValue(raw, forms.card)).toEqual(CARD)
  })

  it.each<[string, Raw]>([
    ['a required field that is empty', { ...CARD, title: '' }],
    ['a required field that is missing', { id: CARD.id, url: CARD.url, type: 'web' }],
    ['no address at all', { id: CARD.id, title: 'T', type: 'web' }],
    ['an address that is empty, and no other', { ...CARD, url: '' }],
    ['an unknown field', { ...CARD, colour: 'red' }],
    ['an unknown field that is empty', { ...CARD, colour: '' }],
    ['a field that every object has', { ...CARD, constructor: 'x' }],
    ['an author of whom nothing is said', { ...CARD, authors: [{ family: '' }] }],
    ['a number out of bounds', { ...CARD, credibility: { rating: '6' } }],
    ['a text for a mapping', { ...CARD, credibility: '3' }],
    ['a list for a text', { ...CARD, title: ['T'] }],
  ])('does not take %s', (_, raw) => {
    expect(fitValue(raw, forms.card)).toBeUndefined()
  })
})
