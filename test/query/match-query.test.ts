import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Card } from '../../src/model/card.ts'
import { VenueIndex } from '../../src/model/credibility.ts'
import { resourceId } from '../../src/model/stable-id.ts'
import { FIELDS } from '../../src/query/fields.ts'
import type { QueryConfig } from '../../src/query/find-field.ts'
import { matchQuery } from '../../src/query/match-query.ts'
import { parseQuery } from '../../src/query/parse-query.ts'
import type { Query, Range } from '../../src/query/query.ts'
import { card } from '../model/cards.ts'
import { dateRange, numberRange, randomQuery } from './random-query.ts'

const VENUES = new VenueIndex([
  { id: 'nature', name: 'Nature', domains: ['nature.com'], credibility: 5 },
  { id: 'lesswrong', name: 'LessWrong', domains: ['lesswrong.com'], credibility: 3 },
])

const ROUTING = card('Routing001', {
  url: 'https://www.lesswrong.com/posts/nLRKKCTtwQgvozLTN/gradient-routing?utm_source=feed',
  title: 'Gradient Routing: state-of-the-art unlearning',
  type: 'blog',
  authors: ['Satya Benson', 'de Leo, Maria'],
  published: '2025-06',
  language: 'en-GB',
  summary: 'Shows that C++ is\nfaster than Sandkühler thought.',
  tags: ['rl', 'reward-hacking'],
  cited_by: ['Interpretability/Routing'],
  forum: { karma: 42, comments: 0 },
  aliases: ['OldRouting'],
})
const PROTEIN = card('Protein002', {
  doi: '10.1038/s41586-021-03819-2',
  also_at: ['https://arxiv.org/abs/2301.10140v2'],
  isbn: '978-0-19-967811-2',
  pmid: '34265844',
  title: 'Protein structures',
  label: 'AlphaFold',
  type: 'paper',
  authors: [{ given: 'John', family: 'Jumper' }, { literal: 'DeepMind' }],
  published: '2021-07-15',
  venue: 'nature',
  abstract: 'Proteins are essential to life.',
  key_points: ['First of its kind.', 'Cheap.'],
  fetch: { at: '2025-12-28T03:52:37Z' },
  extra: { funder: 'OpenPhil', grant: 12, open: true, topics: ['bio', 'ml'], decided: '2020' },
})
const BARE = card(
  'Bare000003',
  { url: 'https://example.org/学習', title: '機械学習', credibility: { rating: 1 } },
  'old/bare.yaml',
)
const ALL = [ROUTING, PROTEIN, BARE]

const CONFIG: QueryConfig = {
  filters: { forum: 'venue:lesswrong OR karma:1..' },
  extra: {
    funder: { type: 'string', values: ['OpenPhil', 'FTX'] },
    grant: { type: 'integer' },
    open: { type: 'boolean' },
    topics: { type: 'list' },
    decided: { type: 'date' },
  },
}

function found(query: string | Query, cards: readonly Card[] = ALL): string[] {
  const parsed = typeof query === 'string' ? parseQuery(query, CONFIG) : query
  return cards
    .filter(matchQuery(parsed, { venues: VENUES }))
    .map(({ id }) => id.replace(/\d+$/, '').toLowerCase())
}

describe('a query finds', () => {
  it.each([
    ['', 'routing protein bare'],
    // ids, and what else names a card
    ['id:routing001', 'routing'],
    ['id:oldrouting', 'routing'],
    ['id:Routing', ''],
    [`id:${resourceId('https://example.org/学習')}`, 'bare'],
    ['url:lesswrong.com/posts', 'routing'],
    ['url:http://lesswrong.com/posts/nLRKKCTtwQgvozLTN/gradient-routing/', 'routing'],
    ['url:https://forum.effectivealtruism.org/posts/nLRKKCTtwQgvozLTN/x', 'routing'],
    ['url:UTM_SOURCE', 'routing'],
    ['https://arxiv.org/pdf/2301.10140', 'protein'],
    ['doi:10.1038/s41586-021-03819-2', 'protein'],
    ['doi:https://doi.org/10.1038/S41586-021-03819-2', 'protein'],
    ['doi:10.1038', 'protein'],
    ['doi:10.1038/s41586', ''],
    ['arxiv:2301.10140', 'protein'],
    ['arxiv:2301', 'protein'],
    ['arxiv:arXiv:2301.10140v1', 'protein'],
    ['isbn:9780199678112', 'protein'],
    ['pmid:34265844', 'protein'],
    ['path:old/', 'bare'],
    // words
    ['title:gradient', 'routing'],
    ['title:grad', 'routing'],
    ['title:rad', ''],
    ['title:"grad"', ''],
    ['title:"gradient routing"', 'routing'],
    ['title:"routing gradient"', ''],
    ['title:"gradient routing state of"', 'routing'],
    ['title:state-of-the-a', 'routing'],
    ['title:学習', 'bare'],
    ['label:alpha', 'protein'],
    ['summary:"c++"', 'routing'],
    ['summary:"c"', ''],
    ['summary:"is faster"', 'routing'],
    ['summary:sandkuhler', 'routing'],
    ['points:"kind cheap"', ''],
    ['points:cheap', 'protein'],
    ['notes:todo', ''],
    ['author:&', ''],
    ['text:essential', 'protein'],
    ['text:gradient', ''],
    // bare words: title, label, authors, tags, summary
    ['GRADIENT', 'routing'],
    ['alphafold', 'protein'],
    ['jumper', 'protein'],
    ['"maria de leo"', 'routing'],
    ['hacking', 'routing'],
    ['sandkühler', 'routing'],
    ['essential', ''],
    ['gradient benson', 'routing'],
    ['gradient jumper', ''],
    ['gradient OR jumper', 'routing protein'],
    // names
    ['author:benson', 'routing'],
    ['author:"benson satya"', 'routing'],
    ['author:"s benson"', 'routing'],
    ['author:"maria leo"', 'routing'],
    ['author:"satya leo"', ''],
    ['author:deepmind,benson', 'routing protein'],
    // whole values
    ['type:blog', 'routing'],
    ['type:blog,paper', 'routing protein'],
    ['tag:RL', 'routing'],
    ['tag:reward', ''],
    ['cited-by:interpretability/routing', 'routing'],
    ['venue:nature', 'protein'],
    ['venue:lesswrong', 'routing'],
    ['venue:unheard-of', ''],
    ['language:en', 'routing'],
    ['language:EN-gb', 'routing'],
    ['language:e', ''],
    // numbers and dates
    ['credibility:3..', 'routing protein'],
    ['credibility:gold', 'protein'],
    ['credibility:..2', 'bare'],
    ['karma:42', 'routing'],
    ['karma:>42', ''],
    ['karma:<43', 'routing'],
    ['comments:0', 'routing'],
    ['published:2025', 'routing'],
    ['published:2025-06-10', 'routing'],
    ['published:2025-07', ''],
    ['published:..2025-06', 'routing protein'],
    ['published:>2025-06-29', 'routing'],
    ['published:>2025-06', ''],
    ['published:<2021-07-15', ''],
    ['published:2021,2025', 'routing protein'],
    ['fetched:2025-12', 'protein'],
    // presence
    ['has:summary', 'routing'],
    ['no:summary', 'protein bare'],
    ['has:venue', 'protein'],
    ['has:credibility', 'bare'],
    ['has:rating', 'routing protein bare'],
    ['has:key_points,tags', 'routing protein'],
    ['has:karma', 'routing'],
    ['has:doi', 'protein'],
    ['no:author', 'bare'],
    ['has:funder', 'protein'],
    // a library's own fields
    ['funder:openphil', 'protein'],
    ['extra.grant:10..', 'protein'],
    ['open:true', 'protein'],
    ['topics:ml', 'protein'],
    ['decided:2020-05', 'protein'],
    // operators
    ['NOT type:blog', 'protein bare'],
    ['-@forum', 'protein bare'],
    ['type:blog OR type:paper jumper', 'routing protein'],
    ['(type:blog OR type:paper) jumper', 'protein'],
  ])('for %j: %s', (query, ids) => {
    expect(found(query).join(' ')).toBe(ids)
  })

  it('what its negation does not', () => {
    fc.assert(
      fc.property(randomQuery, query => {
        const rest = found({ kind: 'not', term: query, start: 0, end: 0 })
        expect([...found(query), ...rest].sort()).toEqual(found('').sort())
      }),
    )
  })

  it('for a range what it finds for both its bounds', () => {
    const dates = fc.array(fc.constantFrom('2026', '1999-12', '2024-02-29', '1950', '2030-01-01'), {
      minLength: 1,
    })
    fc.assert(
      fc.property(dateRange, dates, (range, published) => {
        const cards = published.map((date, i) => card(`Card${i}`, { published: date, forum: { karma: i } }))
        expect(found(rangeOf('published', [range]), cards)).toEqual(
          found(bothBounds('published', range), cards),
        )
      }),
    )
    fc.assert(
      fc.property(numberRange, range => {
        const cards = [-50, -3, 0, 7, 50].map(karma => card(`Card${karma}`, { forum: { karma } }))
        expect(found(rangeOf('karma', [range]), cards)).toEqual(found(bothBounds('karma', range), cards))
      }),
    )
  })

  it('the cards that have the fields left, when a file was wrong', () => {
    expect(found('gradient OR published:2020.. OR no:title', [card('Flawed0001')])).toEqual(['flawed'])
  })

  it('without reading texts of the cards that a filter leaves out', () => {
    const fields = {
      id: 'Paper00001',
      type: 'paper',
      get title(): string {
        throw new Error('was read')
      },
    } as const
    expect(found('gradient title:x type:blog', [{ ...card('Paper00001'), fields }])).toEqual([])
  })
})

function rangeOf(name: string, values: readonly Range[]): Query {
  const field = FIELDS.find(row => row.name === name)
  if (field?.kind !== 'number' && field?.kind !== 'date') throw new Error(`${name} has no ranges`)
  return { kind: 'range', field, values, start: 0, end: 0 }
}

function bothBounds(name: string, { lower, upper, ...span }: Range): Query {
  const sides = [...(lower ? [{ lower, ...span }] : []), ...(upper ? [{ upper, ...span }] : [])]
  return { kind: 'and', terms: sides.map(side => rangeOf(name, [side])), ...span }
}
