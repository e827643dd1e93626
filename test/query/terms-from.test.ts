import { describe, expect, it } from 'vitest'
import { CardsError } from '../../src/model/errors.ts'
import { parseQuery } from '../../src/query/parse-query.ts'
import { allOf } from '../../src/query/query.ts'
import { type FilterFlags, termsFrom } from '../../src/query/terms-from.ts'
import { printQuery } from './print-query.ts'

const asQuery = (flags: FilterFlags, query = '') =>
  printQuery(allOf([parseQuery(query), ...termsFrom(flags)]))

describe('flags', () => {
  it.each([
    [{}, ''],
    [{ type: ['blog'] }, 'type:"blog"'],
    [{ type: ['blog', 'paper,book'] }, 'type:"blog","paper","book"'],
    [{ author: ['de Leo, Maria'] }, 'author:"de Leo, Maria"'],
    [{ tag: ['rl'], venue: ['nature'], citedBy: ['a/b'] }, 'tag:"rl" venue:"nature" cited-by:"a/b"'],
    [{ credibility: 'high..' }, 'credibility:4..'],
    [{ from: '2025', to: '2025-06' }, 'published:2025-01-01.. published:..2025-06-30'],
  ])('%j ask for %j', (flags, query) => {
    expect(asQuery(flags)).toBe(query)
  })

  it('join the words of the query, all of which stay one term', () => {
    expect(asQuery({ type: ['blog'] }, 'a OR b')).toBe('(a OR b) type:"blog"')
  })

  it.each([
    [{ type: ['blgo'] }, '--type: "blgo" is no type', 'Did you mean `blog`?'],
    [{ tag: [' '] }, '--tag needs a value', 'Such as reward-hacking.'],
    [{ credibility: '9' }, '--credibility: credibility is from 1 to 5', 'Write 1 to 5'],
    [{ from: 'soon' }, '--from: "soon" is no date', 'Write 2026'],
    [{ to: '' }, '--to needs a value', 'Such as 2025-06'],
    [{ from: '2026', to: '2025' }, '--from 2026 comes after --to 2025', 'Exchange them.'],
  ])('%j are refused: %s', (flags, message, hint) => {
    try {
      termsFrom(flags)
      expect.unreachable()
    } catch (error) {
      expect(error).toBeInstanceOf(CardsError)
      expect(error).toMatchObject({ code: 'usage', message, hint: expect.stringContaining(hint) })
    }
  })
})
