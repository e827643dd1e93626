import { describe, expect, it } from 'vitest'
import type { Card, KnownFields } from '../../src/model/card.ts'
import { VenueIndex } from '../../src/model/credibility.ts'
import { SourceIndex } from '../../src/model/same-source.ts'
import { resourceId } from '../../src/model/stable-id.ts'

function card(fields: Partial<KnownFields>): Card {
  const id = 'AbCdEf0123'
  return { id, path: `${id}.yaml`, fields: { ...fields, id }, findings: [] }
}

const VENUES = new VenueIndex([])
const POST = 'https://www.lesswrong.com/posts/7YDyziQxkWxbGmF3u/growth'

describe('SourceIndex', () => {
  it.each<[string, Partial<KnownFields>, Partial<KnownFields>, boolean]>([
    [
      'a canonical URL',
      { url: 'https://example.net/a' },
      { url: 'http://www.example.net/a/?utm_source=x' },
      true,
    ],
    ['another path', { url: 'https://example.net/a' }, { url: 'https://example.net/b' }, false],
    ['a DOI in another case', { doi: '10.1038/Nature1' }, { doi: '10.1038/nature1' }, true],
    ['a DOI and its link', { doi: '10.1038/nature1' }, { url: 'https://doi.org/10.1038/nature1' }, true],
    ['an arXiv version', { arxiv: '1706.03762' }, { url: 'https://arxiv.org/pdf/1706.03762v3' }, true],
    ['the DOI of arXiv', { arxiv: '1706.03762' }, { doi: '10.48550/arXiv.1706.03762' }, true],
    [
      'a mirror of a post',
      { url: POST },
      { url: 'https://www.alignmentforum.org/posts/7YDyziQxkWxbGmF3u/growth' },
      true,
    ],
    [
      'also_at of the card',
      { url: 'https://a.net/1', also_at: ['https://b.net/2'] },
      { url: 'https://b.net/2/' },
      true,
    ],
    [
      'also_at of the source',
      { url: 'https://b.net/2' },
      { url: 'https://a.net/1', also_at: ['https://b.net/2'] },
      true,
    ],
    [
      'a URL that the card had once',
      { url: 'https://new.net/1', aliases: [resourceId('https://old.net/1')] },
      { url: 'https://old.net/1' },
      true,
    ],
    ['a PubMed number', { url: 'https://a.net/1', pmid: '34265844' }, { pmid: '34265844' }, true],
    ['an ISBN alone', { isbn: '978-0-525-55861-3' }, { isbn: '9780525558613' }, true],
    [
      'the ISBN of chapters',
      { isbn: '9780525558613', url: 'https://a.net/1' },
      { isbn: '9780525558613', url: 'https://a.net/2' },
      false,
    ],
    ['nothing', { title: 'A' }, { title: 'A' }, false],
  ])('compares sources by %s', (_, known, sought, isSame) => {
    const [one] = [card(known)]
    const index = new SourceIndex([one], [], VENUES)
    expect(index.sameAs(sought)).toEqual(isSame ? [one] : [])
    const retired = new SourceIndex([], [one], VENUES)
    expect(retired.retiredAs(sought)).toEqual(isSame ? [one] : [])
    expect(retired.sameAs(sought)).toEqual([])
  })

  it.each<[string, Partial<KnownFields>, Partial<KnownFields>, boolean]>([
    [
      'title and author',
      { title: 'On Gradient Descent', authors: ['Jo Doe'], url: 'https://a.net/x' },
      { title: 'On gradient descent', authors: ['Doe, Jo'], url: 'https://b.net/y' },
      true,
    ],
    [
      'a long title and the year',
      { title: 'A Survey of Gradient Descent', published: '2024', url: 'https://a.net/x' },
      { title: 'A survey of gradient descent', published: '2024-05-01', url: 'https://b.net/y' },
      true,
    ],
    [
      'a long title of another year',
      { title: 'A Survey of Gradient Descent', published: '2023', url: 'https://a.net/x' },
      { title: 'A survey of gradient descent', published: '2024', url: 'https://b.net/y' },
      false,
    ],
    [
      'parts of a series',
      { title: 'On Gradient Descent', authors: ['Jo Doe'], url: 'https://a.net/part-1' },
      { title: 'On Gradient Descent', authors: ['Jo Doe'], url: 'https://a.net/part-2' },
      false,
    ],
    [
      'what is surely the same',
      { title: 'On Gradient Descent', authors: ['Jo Doe'], url: 'https://a.net/x' },
      { title: 'On Gradient Descent', authors: ['Jo Doe'], url: 'https://www.a.net/x' },
      false,
    ],
  ])('tells of similar cards: %s', (_, known, fields, isSimilar) => {
    const one = card(known)
    expect(new SourceIndex([one], [], VENUES).similarTo(fields)).toEqual(isSimilar ? [one] : [])
  })

  it('finds cards that were added later', () => {
    const index = new SourceIndex([], [], VENUES)
    const one = card({ url: 'https://a.net/1' })
    index.add(one)
    expect(index.sameAs({ url: 'https://a.net/1' })).toEqual([one])
  })
})
