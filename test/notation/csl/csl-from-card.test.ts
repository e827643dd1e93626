import { describe, expect, it } from 'vitest'
import { CARD_TYPES } from '../../../src/import/convert-value.ts'
import type { KnownFields, Venue } from '../../../src/model/card.ts'
import { cardFromCsl } from '../../../src/notation/csl/card-from-csl.ts'
import { cslFromCard } from '../../../src/notation/csl/csl-from-card.ts'

const ARXIV: Venue = { id: 'arxiv', name: 'arXiv', type: 'preprint_server' }
const of = (fields: Omit<KnownFields, 'id'>, venue?: Venue) =>
  cslFromCard({ id: 'aaaaaaaaa1', ...fields }, 'key', venue)

describe('cslFromCard', () => {
  it('says everything for which CSL has a place', () => {
    const fields = {
      url: 'https://example.org/?a=1&b=<2>',
      doi: '10.1000/A<b>',
      arxiv: '1706.03762',
      isbn: '978-0-525-55861-3',
      pmid: '34265844',
      title: 'Attention',
      label: 'A',
      type: 'paper',
      authors: ['Maria de Leo', { literal: 'Ernst & Young, LLP' }, 'Martin Luther King Jr.'],
      published: '0079-08-24',
      language: 'en',
      abstract: 'One *two*.\n\nThree.',
      notes: 'Note.',
      tags: ['a', 'b-c'],
      accessed: '2026-03',
      summary: 'Ours.',
    } as const
    expect(of({ ...fields, authors: [...fields.authors], tags: [...fields.tags] }, ARXIV)).toEqual({
      id: 'key',
      type: 'article',
      title: 'Attention',
      'title-short': 'A',
      author: [
        { family: 'Leo', given: 'Maria', 'non-dropping-particle': 'de' },
        { literal: 'Ernst & Young, LLP' },
        { family: 'King', given: 'Martin Luther', suffix: 'Jr.' },
      ],
      issued: { 'date-parts': [[79, 8, 24]] },
      publisher: 'arXiv',
      number: 'arXiv:1706.03762',
      DOI: '10.1000/A<b>',
      URL: 'https://example.org/?a=1&b=<2>',
      ISBN: '978-0-525-55861-3',
      PMID: '34265844',
      abstract: 'One *two*.\n\nThree.',
      language: 'en',
      keyword: 'a, b-c',
      note: 'Note.',
      accessed: { 'date-parts': [[2026, 3]] },
    })
  })

  it.each([
    ['paper', { type: 'academic_journal' }, 'article-journal', 'container-title'],
    ['paper', { type: 'conference' }, 'paper-conference', 'container-title'],
    ['paper', { type: 'preprint_server' }, 'article', 'publisher'],
    ['paper', { type: 'research_institute' }, 'article', 'publisher'],
    ['paper', { peer_reviewed: true }, 'article-journal', 'container-title'],
    ['report', {}, 'report', 'publisher'],
    ['book', {}, 'book', 'publisher'],
    ['government', {}, 'report', 'publisher'],
    ['news', { type: 'magazine' }, 'article-magazine', 'container-title'],
    ['news', {}, 'article-newspaper', 'container-title'],
    ['reference', { type: 'encyclopedia' }, 'entry-encyclopedia', 'container-title'],
    ['reference', {}, 'entry', 'container-title'],
    ['blog', {}, 'post-weblog', 'container-title'],
    ['web', {}, 'webpage', 'container-title'],
    ['video', {}, 'motion_picture', 'publisher'],
    ['podcast', {}, 'broadcast', 'container-title'],
  ] as const)('has a %s of a venue with %j as %s, the venue as %s', (type, venue, cslType, variable) => {
    expect(of({ type }, { id: 'v', name: 'Venue', ...venue })).toMatchObject({
      type: cslType,
      [variable]: 'Venue',
    })
  })

  it.each([
    [{ arxiv: '1706.03762' }, 'article'],
    [{ doi: '10.48550/arXiv.1706.03762' }, 'article'],
    [{ doi: '10.1000/a' }, 'article-journal'],
    [{ url: 'https://example.org/' }, 'article'],
  ])('takes a paper of no venue with %j for %s', (fields, type) => {
    expect(of({ type: 'paper', ...fields }).type).toBe(type)
  })

  it.each(CARD_TYPES)('has for %s a type from which it can be told', type => {
    expect(cardFromCsl(of({ type })).fields.type).toBe(type)
  })

  it.each([
    [{ arxiv: '1706.03762' }, ARXIV, { number: 'arXiv:1706.03762' }],
    [{ arxiv: '1706.03762v2' }, ARXIV, { archive: 'arXiv', archive_location: '1706.03762v2' }],
    [{ arxiv: 'hep-th/9901001' }, undefined, { number: 'arXiv:hep-th/9901001' }],
    [
      { arxiv: '2103.06312', url: 'https://arxiv.org/abs/2103.06312' },
      undefined,
      { number: 'arXiv:2103.06312' },
    ],
    [
      { arxiv: '2103.06312', url: 'https://example.org/' },
      undefined,
      { archive: 'arXiv', archive_location: '2103.06312' },
    ],
  ])('says %j in such a way that it is found again', (fields, venue, expected) => {
    const item = of({ type: 'paper', ...fields }, venue)
    expect(item).toMatchObject(expected)
    expect(cardFromCsl(item).fields.arxiv).toBe(fields.arxiv)
  })

  it('leaves out what nothing can be read of', () => {
    expect(of({ title: '\0', authors: ['\x07'], abstract: ' ', type: 'web' })).toEqual({
      id: 'key',
      type: 'webpage',
    })
    expect(of({})).toEqual({ id: 'key', type: 'document' })
  })
})
