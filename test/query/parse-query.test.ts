import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { CardsError } from '../../src/model/errors.ts'
import type { QueryConfig } from '../../src/query/find-field.ts'
import { parseQuery } from '../../src/query/parse-query.ts'
import { outline, printQuery } from './print-query.ts'
import { randomQuery } from './random-query.ts'

const CONFIG: QueryConfig = {
  filters: {
    good: 'credibility:4..',
    either: 'tag:a OR tag:b',
    nested: '@good @either',
    round: '@about',
    about: '@round',
    wrong: 'tpye:blog',
  },
  extra: {
    funder: { type: 'string', values: ['OpenPhil', 'FTX'] },
    year_read: { type: 'integer' },
    title: { type: 'string' },
  },
}

/** The query in a form that shows how it was understood. */
function understood(text: string): string {
  return printQuery(parseQuery(text, CONFIG))
}

describe('a query', () => {
  it.each([
    ['a b', 'a b'],
    ['a AND b', 'a b'],
    ['a OR b c', 'a OR b c'],
    ['(a OR b) c', '(a OR b) c'],
    ['a b OR c d', 'a b OR c d'],
    ['a (b c)', 'a (b c)'],
    ['-a', 'NOT a'],
    ['- a', '- a'],
    ['a-b', 'a-b'],
    ['NOT a b', 'NOT a b'],
    ['NOT (a b)', 'NOT (a b)'],
    ['NOT(a b)', 'NOT (a b)'],
    ['-(a OR b)', 'NOT (a OR b)'],
    ['NOT NOT a', 'NOT NOT a'],
    ['a or b not c and d', 'a or b not c and d'],
    ['"a b"', '"a b"'],
    ['"a \\"b\\" \\\\"', '"a \\"b\\" \\\\"'],
    ['"OR"', '"OR"'],
    ['-"a b"', 'NOT "a b"'],
    ['title:grad', 'title:grad'],
    ['Title:grad', 'title:grad'],
    ['authors:benson', 'author:benson'],
    ['cited_by:x', 'cited-by:x'],
    ['key_points:x', 'points:x'],
    ['author:"satya benson"', 'author:"satya benson"'],
    ['author:"satya benson",drexler', 'author:"satya benson",drexler'],
    ['type:blog,paper', 'type:blog,paper'],
    ['title:f(x)', 'title:f(x)'],
    ['(title:grad)', 'title:grad'],
    ['doi:10.1016/S0140-6736(20)30183-5', 'doi:10.1016/S0140-6736(20)30183-5'],
    ['url:https://example.org/a,b', 'url:https://example.org/a,b'],
    ['https://en.wikipedia.org/wiki/Foo_(bar)', 'https://en.wikipedia.org/wiki/Foo_(bar)'],
    ['(https://example.org/a)', 'https://example.org/a'],
    ['12:30', '12:30'],
    ['karma:5', 'karma:5..5'],
    ['karma:-5..', 'karma:-5..'],
    ['karma:=5', 'karma:5..5'],
    ['karma:>5', 'karma:>5'],
    ['karma:>=5', 'karma:5..'],
    ['karma:"<= 5"', 'karma:..5'],
    ['credibility:high', 'credibility:4..4'],
    ['credibility:Good..gold', 'credibility:3..5'],
    ['rating:1,5', 'credibility:1..1,5..5'],
    ['published:2026', 'published:2026-01-01..2026-12-31'],
    ['published:..2026-03', 'published:..2026-03-31'],
    ['published:2025-06..2026-03', 'published:2025-06-01..2026-03-31'],
    ['published:<2024', 'published:<2024-01-01'],
    ['published:>2024-02', 'published:>2024-02-29'],
    ['year:2024..', 'published:2024-01-01..'],
    ['has:summary,abstract', 'has:summary,abstract'],
    ['has:key_points', 'has:key-points'],
    ['no:venue', 'NOT has:venue'],
    ['funder:FTX', 'extra.funder:FTX'],
    ['extra.funder:openphil', 'extra.funder:openphil'],
    ['year-read:2020..', 'extra.year_read:2020..'],
    ['title:x extra.title:y', 'title:x extra.title:y'],
    ['@good OR x', '@good OR x'],
    ['', ''],
    [' \t\n', ''],
  ])('%j is understood as %j', (text, meaning) => {
    expect(understood(text)).toBe(meaning)
  })

  it('knows where its terms stand', () => {
    const query = parseQuery('a -title:"b c" OR d')
    expect(query).toMatchObject({
      kind: 'or',
      start: 0,
      end: 19,
      terms: [
        {
          kind: 'and',
          start: 0,
          end: 14,
          terms: [
            { start: 0, end: 1 },
            { start: 2, end: 14, term: { start: 3, end: 14 } },
          ],
        },
        { text: 'd', start: 18, end: 19 },
      ],
    })
  })

  it('stands for a saved filter as for a group', () => {
    expect(parseQuery('@nested', CONFIG)).toMatchObject({
      kind: 'saved',
      name: 'nested',
      query: {
        kind: 'and',
        terms: [
          { kind: 'saved', name: 'good' },
          { kind: 'saved', query: { kind: 'or' } },
        ],
      },
    })
  })

  it('that is printed parses back to itself', () => {
    fc.assert(
      fc.property(randomQuery, query => {
        expect(outline(parseQuery(printQuery(query)))).toEqual(outline(query))
      }),
    )
  })

  it('of any text is understood, or refused with a CardsError that shows one line and carets', () => {
    const piece = fc.constantFrom(
      '(',
      ')',
      '"',
      '-',
      ':',
      ',',
      '..',
      '>',
      '@',
      '\\',
      ' ',
      'OR',
      'AND',
      'NOT',
      'has:',
      'type:',
      'karma:',
      'a',
      '語',
      '\u001b',
      '\ud800',
      '\n',
    )
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(piece, { maxLength: 20 }).map(pieces => pieces.join('')),
    )
    fc.assert(
      fc.property(text, query => {
        try {
          parseQuery(query, CONFIG)
        } catch (error) {
          expect(error).toBeInstanceOf(CardsError)
          const lines = (error as CardsError).message.split('\n')
          expect(lines).toHaveLength(3)
          expect(lines[2]).toMatch(/^ {2,}\^+$/)
          expect(lines.join('')).not.toMatch(/[\p{Cc}\p{Cs}]/u)
        }
      }),
      { numRuns: 1000 },
    )
  })
})

describe('a mistake in a query', () => {
  it.each([
    ['author:benson tpye:blog', 'tpye', 'no field is called "tpye"', 'Did you mean `type`?'],
    ['foo:bar', 'foo', 'no field is called "foo"', 'To look for the words, write "foo:bar".'],
    ['Risks: a survey', 'Risks', 'no field is called "Risks"', 'write "Risks:".'],
    ['type:blgo', 'blgo', '"blgo" is no type', 'Did you mean `blog`?'],
    ['type:blog,xyz', 'xyz', '"xyz" is no type', 'There are: web, blog,'],
    ['funder:OpenFil', 'OpenFil', '"OpenFil" is no extra.funder', 'Did you mean `OpenPhil`?'],
    ['author:', 'author:', 'author: needs a value', 'no:author finds the cards without'],
    ['author:a,,b', 'author:a,,b', 'author: needs a value', 'author:"satya benson"'],
    ['author:""', 'author:""', 'author: needs a value', 'author:"satya benson"'],
    ['title:(a b)', '(', 'the value of a field cannot be a group', 'title:a,b'],
    ['published:2026/02', '2026/02', '"2026/02" is no date', '2026-02'],
    ['published:2023-02-29', '2023-02-29', '"2023-02-29" is no date', '2026-02'],
    [
      'published:2026..2025',
      '2026..2025',
      'the range is empty: "2026" comes after "2025"',
      'Write 2025..2026.',
    ],
    ['karma:many', 'many', '"many" is no number', 'karma:>=100'],
    ['karma:..', '..', 'a range needs a beginning or an end', 'karma:>=100'],
    ['karma:1..2..3', '1..2..3', '"2..3" is no number', 'karma:>=100'],
    ['credibility:9', '9', 'credibility is from 1 to 5', 'gold, high, good, mixed, low'],
    ['credibility:best', 'best', '"best" is no number', 'gold, high, good, mixed, low'],
    ['has:sumary', 'sumary', 'no field is called "sumary"', 'Did you mean `summary`?'],
    ['has:', 'has:', 'has: needs a field', 'has:summary'],
    ['no:a,b', 'b', 'no: takes one field', 'no:a no:b'],
    ['a (b', '(', 'this parenthesis is never closed', 'Close it'],
    ['a)', ')', 'no parenthesis is open here', 'Remove it'],
    ['(', '(', 'this parenthesis needs a term after it', 'Put one there'],
    [')', ')', 'this parenthesis needs a term before it', 'Put one there'],
    ['()', '(', 'this parenthesis needs a term after it', 'Put one there'],
    ['a OR', 'OR', 'OR needs a term after it', 'write "OR"'],
    ['OR a', 'OR', 'OR needs a term before it', 'write "OR"'],
    ['(AND a)', 'AND', 'AND needs a term before it', 'write "AND"'],
    ['a OR OR b', 'OR', 'OR needs a term after it', 'write "OR"'],
    ['NOT', 'NOT', 'NOT needs a term after it', 'write "NOT"'],
    ['a "b c', '"', 'this quote is never closed', 'single quotes'],
    ['" "', '" "', 'there is nothing between the quotes', 'Write words'],
    ['@godo', '@godo', 'no saved filter is called "godo"', 'Did you mean `@good`?'],
    ['@x', '@x', 'no saved filter is called "x"', '@good, @either, @nested'],
  ])('in %j is shown at %j: %s', (text, place, message, hint) => {
    const error = refused(text)
    expect(error.code).toBe('usage')
    const carets = ' '.repeat(text.indexOf(place)) + '^'.repeat(place.length)
    expect(error.message).toBe(`${message}\n  ${text}\n  ${carets}`)
    expect(error.hint).toContain(hint)
  })

  it('is text that goes on after a closing quote', () => {
    expect(refused('"a"b').message).toBe('the text goes on after its closing quote\n  "a"b\n    ^')
  })

  it('in a saved filter is shown in the text of the filter', () => {
    expect(refused('a @wrong').message).toBe(
      'no field is called "tpye" (in the saved filter @wrong)\n  tpye:blog\n  ^^^^',
    )
  })

  it('is a saved filter that comes back to itself', () => {
    expect(refused('@round').message).toContain('the saved filters go in a circle: @round → @about → @round')
  })

  it('is a name of the object prototype that is no filter', () => {
    expect(refused('@constructor').message).toContain('no saved filter is called "constructor"')
  })

  it('is nesting without end', () => {
    expect(refused('('.repeat(100_000)).message).toContain('nested too deeply')
    expect(refused('-'.repeat(100_000)).message).toContain('nested too deeply')
    expect(refused('a('.repeat(50_000)).message).toContain('nested too deeply')
    const chain = Object.fromEntries(Array.from({ length: 10_000 }, (_, i) => [`f${i}`, `@f${i + 1}`]))
    expect(refused('@f0', chain).message).toContain('nested too deeply')
  })

  it('is a saved filter that doubles until it is huge', () => {
    const doubling = Object.fromEntries(
      Array.from({ length: 40 }, (_, i) => [`f${i}`, `@f${i + 1} @f${i + 1}`]),
    )
    expect(refused('@f0', { ...doubling, f40: 'a' }).message).toContain('more than 10000 terms')
  })
})

function refused(text: string, filters = CONFIG.filters ?? {}): CardsError {
  try {
    parseQuery(text, { ...CONFIG, filters })
  } catch (error) {
    if (error instanceof CardsError) return error
    throw error
  }
  throw new Error(`${text} was not refused`)
}
