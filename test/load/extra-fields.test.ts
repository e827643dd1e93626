import { describe, expect, it } from 'vitest'
import { checkExtra, type ExtraFields } from '../../src/load/extra-fields.ts'
import type { Typed } from '../../src/load/typed-value.ts'

type Type = ExtraFields[string]['type']

describe('checkExtra', () => {
  it.each<[Type, Typed, Typed]>([
    ['string', 'NSF', 'NSF'],
    ['string', '3', '3'],
    ['integer', '-3', -3],
    ['number', '3.5', 3.5],
    // As JSON has it.
    ['number', '1e-7', 1e-7],
    ['boolean', 'True', true],
    ['date', '2026-02', '2026-02'],
    ['url', 'https://example.org/a', 'https://example.org/a'],
    ['list', ['a', 'b'], ['a', 'b']],
  ])('gives a %s its type: %j', (type, written, value) => {
    expect(checkExtra({ f: written }, { f: { type } })).toEqual({ values: { f: value }, problems: [] })
  })

  it.each<[Type, Typed, string]>([
    ['string', ['a'], 'text, but is a list'],
    ['integer', '3.5', 'a whole number, but is `3.5`'],
    ['number', '1e999', 'a number, but is `1e999`'],
    ['number', 'many', 'a number, but is `many`'],
    ['boolean', 'yes', '`true` or `false`, but is `yes`'],
    ['date', '2023-02-29', 'a date such as 2026-02-06, 2026-02 or 2026, but is `2023-02-29`'],
    ['url', 'example.org', 'an http or https URL, but is `example.org`'],
    ['list', 'a', 'a list of texts, but is `a`'],
    ['list', [['a']], 'a list of texts, but is a list'],
    ['string', { a: 'b' }, 'text, but is a mapping'],
  ])('refuses as a %s: %j', (type, written, words) => {
    const { values, problems } = checkExtra({ f: written }, { f: { type } })
    expect(values).toEqual({})
    expect(problems).toMatchObject([
      { rule: 'schema/type', pointer: ['extra', 'f'], at: 'value', message: `\`extra.f\` must be ${words}.` },
    ])
  })

  it('refuses a value that is not allowed', () => {
    const { values, problems } = checkExtra({ f: 'NFS' }, { f: { type: 'string', values: ['NSF', 'ERC'] } })
    expect(values).toEqual({})
    expect(problems).toMatchObject([
      {
        rule: 'schema/value',
        pointer: ['extra', 'f'],
        message: '`NFS` is not a value that `extra.f` may have.',
        help: 'Did you mean `NSF`? Allowed: NSF, ERC.',
      },
    ])
  })

  it('leaves items that are not allowed out of a list', () => {
    const { values, problems } = checkExtra(
      { f: ['a', 'x', 'b'] },
      { f: { type: 'list', values: ['a', 'b'] } },
    )
    expect(values).toEqual({ f: ['a', 'b'] })
    expect(problems).toMatchObject([{ rule: 'schema/value', pointer: ['extra', 'f', 1] }])
  })

  const required: ExtraFields = { f: { type: 'string', required: true } }

  it.each<[string, { [key: string]: Typed } | undefined, ExtraFields, object[]]>([
    ['a required field', { g: 'x' }, { ...required, g: { type: 'string' } }, [{ pointer: ['extra'] }]],
    ['a required field and all others', undefined, required, [{ pointer: [] }]],
  ])('misses %s', (_name, extra, declared, problems) => {
    expect(checkExtra(extra, declared).problems).toMatchObject(
      problems.map(problem => ({
        ...problem,
        rule: 'schema/required',
        at: 'key',
        missing: 'extra.f',
        message: '`extra.f` is missing, which this library requires.',
      })),
    )
  })

  it.each(['', [], {}])('says of a required field that it is empty: %j', empty => {
    expect(checkExtra({ f: empty }, required)).toMatchObject({
      values: {},
      problems: [
        {
          rule: 'schema/required',
          pointer: ['extra', 'f'],
          at: 'key',
          message: '`extra.f` is there, but empty.',
        },
      ],
    })
  })

  it('drops other declared fields without a value', () => {
    expect(checkExtra({ f: '' }, { f: { type: 'date' } })).toEqual({ values: {}, problems: [] })
  })

  it.each<[string, ExtraFields, string]>([
    ['fundr', { funder: { type: 'string' } }, 'Did you mean `funder`?'],
    [
      'colour',
      { funder: { type: 'string' } },
      'Remove it, or declare it: cards.config.yaml declares these extra fields: funder.',
    ],
    ['colour', {}, 'Remove it, or declare it: cards.config.yaml declares no extra fields.'],
    ['constructor', {}, 'Remove it, or declare it: cards.config.yaml declares no extra fields.'],
  ])('knows no field %s, with or without a value', (name, declared, help) => {
    for (const value of ['x', '']) {
      expect(checkExtra({ [name]: value }, declared)).toEqual({
        values: {},
        problems: [
          {
            rule: 'schema/unknown-key',
            pointer: ['extra', name],
            at: 'key',
            message: `\`${name}\` is not an extra field of this library.`,
            help,
          },
        ],
      })
    }
  })

  it('changes nothing that it is given', () => {
    const extra = { n: '3', list: ['a', 'x'], empty: '' }
    const declared: ExtraFields = {
      n: { type: 'integer' },
      list: { type: 'list', values: ['a'] },
      empty: { type: 'string' },
    }
    const first = checkExtra(extra, declared)
    expect(extra).toEqual({ n: '3', list: ['a', 'x'], empty: '' })
    expect(checkExtra(extra, declared)).toEqual(first)
  })
})
