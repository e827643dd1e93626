import fc from 'fast-check'
import { parse } from 'parse5'
import { describe, expect, it } from 'vitest'
import { jsonld } from '../../../../src/export/formats/jsonld/jsonld.ts'
import { LossLog } from '../../../../src/export/loss-log.ts'
import type { Card, CardFields, Page, Venue } from '../../../../src/model/card.ts'
import { VenueIndex } from '../../../../src/model/credibility.ts'
import { arbitraryCards } from '../../../support/arbitrary-card.ts'
import { expanded, statements } from './jsonld-processor.ts'
import { hasProperty, isType } from './schema-org.ts'

const VENUES: readonly Venue[] = [
  { id: 'nature', name: 'Nature', domains: ['nature.com'], type: 'academic_journal', credibility: 5 },
  { id: 'rand', name: 'RAND', type: 'think_tank' },
  { id: 'lesswrong', name: 'LessWrong', domains: ['lesswrong.com'], type: 'constructor', credibility: 3 },
]

const PAGES: readonly Page[] = [
  { id: 'goodfire', title: 'Goodfire', url: 'https://example.org/goodfire' },
  { id: 'draft', title: 'A draft' },
]

function card(fields: Partial<CardFields>): Card {
  const id = fields.id ?? 'aaaaaaaaa1'
  return { id, path: `${id}.yaml`, findings: [], fields: { id, ...fields } }
}

function exported(cards: readonly Card[]): { text: string; losses: string[] } {
  const losses = new LossLog()
  const text = [
    ...jsonld.write(cards, {
      registries: { venues: new VenueIndex(VENUES), pages: new Map(PAGES.map(page => [page.id, page])) },
      keyOf: ({ id }) => id,
      fields: undefined,
      losses,
    }),
  ].join('')
  return {
    text,
    losses: losses
      .losses()
      .map(({ what, field, why }) => `${what} ${field}${why === undefined ? '' : `: ${why}`}`),
  }
}

/** The one node of one card. */
function node(fields: Partial<CardFields>): Record<string, unknown> {
  return JSON.parse(exported([card(fields)]).text)['@graph'][0]
}

/** Every node within a value. */
function nodesIn(value: unknown): Record<string, unknown>[] {
  if (Array.isArray(value)) return value.flatMap(nodesIn)
  if (typeof value !== 'object' || value === null) return []
  return [value as Record<string, unknown>, ...Object.values(value).flatMap(nodesIn)]
}

describe('jsonld', () => {
  it('writes all that schema.org has a word for', () => {
    const { text, losses } = exported([
      card({
        url: 'https://www.nature.com/articles/nature14539',
        doi: '10.1038/nature14539',
        arxiv: '2301.10140',
        pmid: '26017442',
        also_at: ['https://example.org/deep.pdf'],
        title: 'Deep learning',
        label: 'LeCun 2015',
        type: 'paper',
        authors: ['Ludwig van Beethoven', { given: 'Yann', family: 'LeCun', orcid: '0000-0002-1825-0097' }],
        published: '2015-05',
        venue: 'nature',
        language: 'en',
        abstract: 'Deep learning allows *computational* models.',
        summary: 'A survey.',
        review: 'Dated.',
        credibility: { rating: 4, reason: 'A survey by those it praises.' },
        tags: ['deep-learning', 'survey'],
        cited_by: ['goodfire', 'draft', 'unknown'],
        forum: { karma: -3, comments: 7 },
        archive_url: 'https://web.archive.org/web/2026/https://www.nature.com/',
      }),
    ])
    expect(text.split('\n').length).toBe(4)
    expect(JSON.parse(text)).toEqual({
      '@context': 'https://schema.org',
      '@graph': [
        {
          '@type': 'ScholarlyArticle',
          '@id': 'https://doi.org/10.1038/nature14539',
          name: 'Deep learning',
          headline: 'Deep learning',
          alternateName: 'LeCun 2015',
          author: [
            {
              '@type': 'Person',
              name: 'Ludwig van Beethoven',
              givenName: 'Ludwig',
              familyName: 'van Beethoven',
            },
            {
              '@type': 'Person',
              name: 'Yann LeCun',
              givenName: 'Yann',
              familyName: 'LeCun',
              sameAs: 'https://orcid.org/0000-0002-1825-0097',
            },
          ],
          datePublished: '2015-05',
          inLanguage: 'en',
          isPartOf: { '@type': 'Periodical', name: 'Nature' },
          url: 'https://www.nature.com/articles/nature14539',
          sameAs: [
            'https://arxiv.org/abs/2301.10140',
            'https://pubmed.ncbi.nlm.nih.gov/26017442/',
            'https://example.org/deep.pdf',
          ],
          archivedAt: 'https://web.archive.org/web/2026/https://www.nature.com/',
          identifier: [
            { '@type': 'PropertyValue', propertyID: 'DOI', value: '10.1038/nature14539' },
            { '@type': 'PropertyValue', propertyID: 'arXiv', value: '2301.10140' },
            { '@type': 'PropertyValue', propertyID: 'PMID', value: '26017442' },
            { '@type': 'PropertyValue', propertyID: 'source-cards', value: 'aaaaaaaaa1' },
          ],
          abstract: 'Deep learning allows computational models.',
          description: 'A survey.',
          keywords: ['deep-learning', 'survey'],
          commentCount: 7,
          review: {
            '@type': 'Review',
            reviewBody: 'Dated.',
            reviewRating: {
              '@type': 'Rating',
              name: 'High',
              reviewAspect: 'credibility',
              ratingValue: 4,
              bestRating: 5,
              worstRating: 1,
              ratingExplanation: 'A survey by those it praises.',
            },
          },
          '@reverse': {
            citation: [
              {
                '@type': 'CreativeWork',
                '@id': 'https://example.org/goodfire',
                name: 'Goodfire',
                url: 'https://example.org/goodfire',
                identifier: 'goodfire',
              },
              { '@type': 'CreativeWork', name: 'A draft', identifier: 'draft' },
              { '@type': 'CreativeWork', identifier: 'unknown' },
            ],
          },
        },
      ],
    })
    expect(losses).toEqual([
      'dropped forum.karma',
      'changed authors: particles are part of the family name',
      'changed abstract: plain text, without Markdown',
    ])
  })

  it('of no cards is a document with nothing in it', async () => {
    const { text } = exported([])
    expect(text).toBe('{"@context":"https://schema.org","@graph":[]}\n')
    expect(await expanded(JSON.parse(text))).toEqual([])
  })

  it.each([
    [{ doi: '10.1/a', url: 'https://e.org' }, 'https://doi.org/10.1/a'],
    [{ url: 'https://e.org', arxiv: '2301.10140' }, 'https://e.org'],
    [{ arxiv: '2301.10140', pmid: '1' }, 'https://arxiv.org/abs/2301.10140'],
    [{ pmid: '1' }, 'https://pubmed.ncbi.nlm.nih.gov/1/'],
    [{ isbn: '0525558616' }, undefined],
    [{ doi: '10.1002/(SICI)1<1::AID>3.0;2-E' }, 'https://doi.org/10.1002/(SICI)1%3C1::AID%3E3.0;2-E'],
    [{ doi: '10.1/a#b?c%20' }, 'https://doi.org/10.1/a%23b%3Fc%2520'],
    [{ url: 'https://e.org/"<{|}>\\^`\u202e' }, 'https://e.org/%22%3C%7B%7C%7D%3E%5C%5E%60%E2%80%AE'],
    [{ url: 'https://例え.jp/学習' }, 'https://例え.jp/学習'],
  ] as const)('names the source of %j by an address', (fields, id) => {
    expect(node(fields)['@id']).toBe(id)
  })

  it.each([
    ['Ludwig van Beethoven', 'Person'],
    ['Center for AI Safety', 'Organization'],
    // A company, or somebody's pseudonym.
    ['gwern', undefined],
    [{ literal: 'gwern', orcid: '0000-0002-1825-0097' }, 'Person'],
  ] as const)('says of the author %j what it is: %s', (author, type) => {
    expect(node({ authors: [author] }).author).toMatchObject(type === undefined ? {} : { '@type': type })
    expect(Object.hasOwn(node({ authors: [author] }).author as object, '@type')).toBe(type !== undefined)
  })

  it.each([
    [{ venue: 'nature' }, { isPartOf: { '@type': 'Periodical', name: 'Nature' } }],
    [{ url: 'https://www.nature.com/x' }, { isPartOf: { '@type': 'Periodical', name: 'Nature' } }],
    [{ venue: 'rand' }, { publisher: { '@type': 'Organization', name: 'RAND' } }],
    [{ venue: 'lesswrong' }, { isPartOf: { '@type': 'CreativeWork', name: 'LessWrong' } }],
  ] as const)('says where %j appeared', (fields, expected) => {
    expect(node(fields)).toMatchObject(expected)
  })

  it('says nothing of a venue that has no name, and that it does not', () => {
    const { text, losses } = exported([card({ title: 'A', venue: 'nowhere' })])
    expect(text).not.toContain('nowhere')
    expect(losses).toEqual(['dropped venue: not in venues.yaml'])
  })

  it('tells a rating that is inherited from one of the source itself', () => {
    expect(node({ venue: 'nature' }).review).toEqual({
      '@type': 'Review',
      reviewRating: {
        '@type': 'Rating',
        name: 'Gold',
        reviewAspect: 'credibility',
        ratingValue: 5,
        bestRating: 5,
        worstRating: 1,
        ratingExplanation:
          'The rating of where it appeared, Nature: Peer-reviewed at the highest standard, or the authoritative primary source.',
      },
    })
    expect(node({ title: 'Unrated' })).not.toHaveProperty('review')
  })

  it.each([
    ['book', 'Book', undefined],
    ['government', 'CreativeWork', 'government publication'],
    ['talk', 'CreativeWork', 'talk'],
    ['video', 'VideoObject', undefined],
  ] as const)('makes a card of type %s a %s', (type, name, genre) => {
    const found = node({ type, isbn: '0525558616' })
    expect([found['@type'], found.genre]).toEqual([name, genre])
    expect(found.isbn).toBe(type === 'book' ? '0525558616' : undefined)
    expect(JSON.stringify(found)).toContain('0525558616')
  })

  it('says nothing that schema.org has no type or property for, and nothing that a processor drops', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryCards(), async cards => {
        const { text } = exported(cards)
        const document: { '@graph': unknown } = JSON.parse(text)
        for (const found of nodesIn(document['@graph'])) {
          const { '@type': type = 'Thing', '@id': _, '@reverse': __, ...properties } = found
          if ('citation' in properties && !('@type' in found)) continue
          expect([type, isType(String(type))]).toEqual([type, true])
          for (const property in properties)
            expect([type, property, hasProperty(String(type), property)]).toEqual([type, property, true])
        }
        expect(await expanded(document)).toHaveLength(cards.length)
        expect(await statements(document)).not.toEqual([])
      }),
      { numRuns: 60 },
    )
  })

  it('can be pasted into a page, whatever the cards say', () => {
    fc.assert(
      fc.property(arbitraryCards(), cards => {
        const { text } = exported(cards)
        expect(text).not.toMatch(/[<>&\u2028\u2029\0-\x09\x0b-\x1f]/)
        expect(text).not.toMatch(/^::|##\[/m)
        const page = `<!doctype html><html><head><script type="application/ld+json">${text}</script></head></html>`
        expect(scriptOf(page)).toBe(text)
        expect(JSON.parse(text)['@graph'].map(({ name }: { name: string }) => name)).toEqual(
          cards.map(({ fields }) => fields.title),
        )
      }),
      { numRuns: 100 },
    )
  })
})

/** The text of the one script of a page, as browsers see it. */
function scriptOf(page: string): string | undefined {
  const scripts: string[] = []
  const visit = (node: { nodeName: string; childNodes?: readonly object[]; value?: string }): void => {
    for (const child of (node.childNodes ?? []) as (typeof node)[]) {
      if (node.nodeName === 'script') scripts.push(child.value ?? '')
      visit(child)
    }
  }
  visit(parse(page) as never)
  return scripts.join('')
}
