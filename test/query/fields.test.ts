import { describe, expect, it } from 'vitest'
import { JSON_FIELDS } from '../../src/model/card-json.ts'
import { FIELD_KINDS } from '../../src/query/field-kinds.ts'
import { FIELDS } from '../../src/query/fields.ts'
import { fieldNames, findField } from '../../src/query/find-field.ts'
import { parseQuery } from '../../src/query/parse-query.ts'
import { findPresence, presenceNames } from '../../src/query/presence.ts'

describe('the fields of the query language', () => {
  it.each(FIELDS)('$name has an example that parses, and a description', field => {
    expect(parseQuery(field.example)).toMatchObject({ field })
    expect(field.example.startsWith(`${field.name}:`)).toBe(true)
    expect(field.description).not.toBe('')
    expect(Object.keys(FIELD_KINDS)).toContain(field.kind)
  })

  it('have each name and alias once', () => {
    const names = fieldNames({})
    expect(new Set(names).size).toBe(names.length)
    expect(names).not.toContain('has')
  })

  it('go before fields that a library declares, which have a longer name too', () => {
    const config = { extra: { title: { type: 'integer' }, funder: { type: 'list' } } } as const
    expect(findField('title', config)?.kind).toBe('text')
    expect(findField('extra.title', config)?.kind).toBe('number')
    expect(findField('Funder', config)?.name).toBe('extra.funder')
    expect(findField('extra.other', config)).toBeUndefined()
  })

  it.each([
    ['string', 'text'],
    ['integer', 'number'],
    ['number', 'number'],
    ['boolean', 'choice'],
    ['date', 'date'],
    ['url', 'url'],
    ['list', 'whole'],
  ] as const)('take an extra field of type %s as %s', (type, kind) => {
    expect(findField('own', { extra: { own: { type } } })?.kind).toBe(kind)
  })
})

describe('has: and no:', () => {
  const stored = JSON_FIELDS.filter(name => !['resource_id', 'effective_credibility', 'path'].includes(name))

  it.each([...stored, 'key-points', 'rating', 'tag', 'karma', 'fetched', 'text'])('take %s', name => {
    expect(findPresence(name, {})).toBeDefined()
    expect(presenceNames({})).toContain(name.replaceAll('_', '-'))
  })

  it.each(['resource_id', 'errors', 'sumary'])('do not take %s', name => {
    expect(findPresence(name, {})).toBeUndefined()
  })
})
