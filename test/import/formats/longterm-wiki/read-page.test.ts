import { describe, expect, it } from 'vitest'
import { longtermWiki } from '../../../../src/import/formats/longterm-wiki/longterm-wiki.ts'
import type { Page, Venue } from '../../../../src/model/card.ts'
import { resourceId } from '../../../../src/model/stable-id.ts'

const URL = 'https://forum.example/posts/gradients'
const FORUM: Venue = { id: 'example-forum', name: 'Example Forum', credibility: 3 }

const PAGE = `On Gradients
blogAuthor
Credibility Rating
Good quality. Reputable source with review by its community.
Rating inherited from publication venue: Example Forum
For readers who train models; it warns of shortcuts.
Forum Post Details
Metadata
Summary
Gradients point up.
They do so locally.
Key Points
- •They point up.
- •Following them
takes small steps.
Cited by 2 pages
| Page | Type | Quality |
|---|---|---|
| Gradient Descent | Concept | 68.0 |
| Acme \\| Labs | Organization | — |
Cached Content Preview
x On Gradients
[ Question ]
On Gradients
by Ada Example 6th Feb 2026 1 min read A 0 5 -32
Summary
Why do they point up?
... (truncated, 5 KB total)${resourceId(URL)} | Stable ID: AbCdEf0123`

function read(text: string, { url = URL, venues = [FORUM], pages = [] as Page[] } = {}) {
  return longtermWiki.read([{ name: 'page.txt', text }], { url, venues, pages })
}

describe('the text of a source page', () => {
  it('becomes a card, with its preview and the pages that cite it', () => {
    const batch = read(PAGE)
    expect(batch.cards).toEqual([
      {
        fields: {
          url: URL,
          title: 'On Gradients',
          type: 'blog',
          authors: ['Ada Example'],
          published: '2026-02-06',
          venue: 'example-forum',
          summary: 'Gradients point up.\n\nThey do so locally.',
          key_points: ['They point up.', 'Following them takes small steps.'],
          relevance: 'For readers who train models; it warns of shortcuts.',
          cited_by: ['gradient-descent', 'acme-labs'],
          forum: { karma: -32, comments: 5, answers: 0 },
        },
        origin: { file: 'page.txt', line: 1 },
        recordId: resourceId(URL),
        wantedId: 'AbCdEf0123',
        preview: {
          text: 'x On Gradients\n[ Question ]\nOn Gradients\nby Ada Example 6th Feb 2026 1 min read A 0 5 -32\nSummary\nWhy do they point up?\n',
          truncated: true,
          sizeKb: 5,
        },
        derived: { keys: ['authors', 'published', 'forum'], from: 'the byline in the cached preview' },
      },
    ])
    expect(batch.pages).toEqual([
      {
        item: { id: 'gradient-descent', title: 'Gradient Descent', type: 'concept', quality: 68 },
        origin: { file: 'page.txt', line: 19 },
      },
      {
        item: { id: 'acme-labs', title: 'Acme | Labs', type: 'organization' },
        origin: { file: 'page.txt', line: 20 },
      },
    ])
    expect(batch).toMatchObject({ dropped: [], converted: [], unreadable: [], emptyValues: 0 })
  })

  it('reads the same with Windows line ends', () => {
    expect(read(PAGE.replaceAll('\n', '\r\n'))).toEqual(read(PAGE))
  })

  it('needs the address of its source', () => {
    const files = [{ name: 'page.txt', text: PAGE }]
    expect(() => longtermWiki.read(files, { venues: [], pages: [] })).toThrow(
      'The page text page.txt does not say the address of its source.',
    )
    expect(() => read(PAGE, { url: 'example.org' })).toThrow('cannot have the address example.org')
    expect(() => longtermWiki.read([...files, ...files], { url: URL, venues: [], pages: [] })).toThrow(
      'These are the texts of 2 pages.',
    )
  })

  it('keeps as an alias a resource ID that is not that of the address', () => {
    const { cards } = read(PAGE, { url: 'https://forum.example/other' })
    expect(cards[0]?.fields.aliases).toEqual([resourceId(URL)])
  })

  it('uses the id by which the library knows a page of that title', () => {
    const { cards } = read(PAGE, { pages: [{ id: 'concepts/descent', title: 'Gradient Descent' }] })
    expect(cards[0]?.fields.cited_by).toEqual(['concepts/descent', 'acme-labs'])
  })

  it('says so when nobody knows the venue, and what rating is lost with it', () => {
    const batch = read(PAGE, { venues: [] })
    expect(batch.cards[0]?.unknownVenue).toBe('Example Forum')
    expect(batch.cards[0]?.fields.venue).toBeUndefined()
    const why = 'The rating 3 is that of the venue Example Forum, which is not known.'
    expect(batch.dropped).toMatchObject([{ line: 4, key: 'Credibility Rating', why }])
  })

  it('says so when the venue is rated otherwise now', () => {
    const { dropped } = read(PAGE, { venues: [{ ...FORUM, credibility: 4 }] })
    const why = 'The page inherits 3 from Example Forum, but example-forum is rated 4 in venues.yaml.'
    expect(dropped).toMatchObject([{ why }])
  })

  it('finds the venue among publications of the same import', () => {
    const files = [
      { name: 'page.txt', text: PAGE },
      { name: 'publications.yaml', text: '- id: forum\n  name: Example Forum\n  credibility: 3\n' },
    ]
    const { cards } = longtermWiki.read(files, { url: URL, venues: [], pages: [] })
    expect(cards[0]?.fields.venue).toBe('forum')
  })

  it('takes a rating that is not inherited for the own one of the card', () => {
    const { cards } = read(PAGE.replace(/Rating inherited.*\n/, ''))
    expect(cards[0]?.fields.credibility).toEqual({ rating: 3 })
  })

  it('takes authors from the page itself when it names them', () => {
    const { cards } = read(PAGE.replace('blogAuthor\n', 'blogAuthors\nAda Example\nMaria de Leo\n'))
    expect(cards[0]?.fields.authors).toEqual(['Ada Example', 'Maria de Leo'])
    expect(cards[0]?.derived?.keys).toEqual(['published', 'forum'])
  })

  it('says which lines it does not understand, and where they are', () => {
    const batch = read(
      PAGE.replace('Metadata\n', 'Metadata\nMood: sunny\n').replace('blogAuthor', 'poemAuthor'),
    )
    expect(batch.dropped).toMatchObject([
      { line: 2, key: 'poemAuthor', why: 'Nothing is known of this line.' },
      { line: 9, key: 'Mood: sunny', why: 'Nothing is known of this line.' },
    ])
    expect(batch.converted).toMatchObject([{ key: 'type', to: 'other' }])
  })

  it('says so when the table of citing pages is not as announced', () => {
    const { dropped } = read(
      PAGE.replace('Cited by 2 pages', 'Cited by 3 pages').replace('| Gradient Descent |', 'Gradient'),
    )
    expect(dropped).toMatchObject([
      { line: 19, why: expect.stringContaining('It is no row of the table of citing pages: Gradient') },
      { line: 16, why: 'It says Cited by 3 pages, but the table has 2.' },
    ])
  })

  it('makes do with a title and a stable ID', () => {
    const [card] = read('On Gradients\n0123456789abcdef | Stable ID: AbCdEf0123\n').cards
    expect(card?.fields).toEqual({
      url: URL,
      title: 'On Gradients',
      type: 'other',
      aliases: ['0123456789abcdef'],
    })
  })
})
