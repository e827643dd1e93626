import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { KnownFields } from '../../src/model/card.ts'
import { VenueIndex } from '../../src/model/credibility.ts'
import { mayBeOne, roughSimilarityKeys, similarityKeys } from '../../src/model/similar-title.ts'

const VENUES = new VenueIndex([{ id: 'lesswrong', name: 'LessWrong', domains: ['lesswrong.com'] }])
const keys = (fields: Partial<KnownFields>) => similarityKeys({ ...fields, id: 'AbCdEf0123' }, VENUES)

describe('similarityKeys', () => {
  it.each<[string, Partial<KnownFields>, string[]]>([
    [
      'title, each author and the year',
      { title: 'Ein Überblick über Verfahren', authors: ['Jo Doe', 'Ann Łee'], published: '2024-05' },
      [
        'ein uberblick uber verfahren\nby doe',
        'ein uberblick uber verfahren\nby lee',
        'ein uberblick uber verfahren\nin 2024',
      ],
    ],
    [
      'the title without the name of its site',
      { title: 'Big Ideas (LessWrong)', authors: ['Jo Doe'], url: 'https://lesswrong.com/x' },
      ['big ideas\nby doe'],
    ],
    ['no year of a short title', { title: 'Annual Report', published: '2024' }, []],
    ['nothing of a title of one word', { title: 'Introduction', authors: ['Jo Doe'] }, []],
    ['nothing of a home page', { title: 'Big Ideas', authors: ['Jo Doe'], url: 'https://a.net/' }, []],
    ['nothing without a title', { authors: ['Jo Doe'], published: '2024' }, []],
  ])('are %s', (_, fields, expected) => {
    expect(keys(fields)).toEqual(expected)
  })
})

it('shares a rough key wherever two cards share a precise one', () => {
  const words = fc.array(fc.constantFrom('Big', 'ideas', 'für', 'alle:', '2024'), { maxLength: 5 })
  const fields = fc.record(
    {
      title: fc
        .tuple(words, fc.constantFrom('', ' (LessWrong)', ' | LessWrong'))
        .map(([list, site]) => list.join(' ') + site),
      authors: fc.array(fc.constantFrom('Jo Doe', 'Doe, Jo', 'OpenAI')),
      published: fc.constantFrom('2024', '2024-05', '2023'),
      url: fc.constantFrom('https://lesswrong.com/x', 'https://a.net/', 'https://a.net/b'),
    },
    { requiredKeys: [] },
  )
  const rough = (card: Partial<KnownFields>) => roughSimilarityKeys({ ...card, id: 'AbCdEf0123' }, VENUES)
  fc.assert(
    fc.property(fields, fields, (a, b) => {
      if (!keys(a).some(key => keys(b).includes(key))) return
      expect(rough(a).filter(key => rough(b).includes(key))).not.toEqual([])
    }),
    { numRuns: 300 },
  )
})

describe('mayBeOne', () => {
  const of = (fields: Partial<KnownFields>): KnownFields => ({ ...fields, id: 'AbCdEf0123' })
  it.each<[string, Partial<KnownFields>, Partial<KnownFields>, boolean]>([
    ['two addresses', { url: 'https://a.net/x' }, { url: 'https://b.net/y' }, true],
    ['two editions', { isbn: '1' }, { isbn: '2' }, false],
    ['two years', { url: 'https://a.net/2023/x' }, { url: 'https://a.net/2024/x' }, false],
    ['two parts', { url: 'https://a.net/x-part2' }, { url: 'https://a.net/x-part3' }, false],
    [
      'two papers on arXiv',
      { url: 'https://arxiv.org/abs/1706.03762' },
      { url: 'https://arxiv.org/abs/1706.03763' },
      true,
    ],
  ])('%s', (_, a, b, expected) => {
    expect(mayBeOne(of(a), of(b))).toBe(expected)
    expect(mayBeOne(of(b), of(a))).toBe(expected)
  })
})
