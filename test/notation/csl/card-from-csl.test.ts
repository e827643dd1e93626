import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { authorNames } from '../../../src/model/author.ts'
import { cardFromCsl } from '../../../src/notation/csl/card-from-csl.ts'

describe('cardFromCsl', () => {
  it('makes a card of a journal article, and says what has no place in it', () => {
    const item = {
      id: 'vaswani2017',
      type: 'article-journal',
      title: 'Attention is <i>all</i> you need: H<sub>2</sub>O &amp; 10<sup>6</sup>\n tokens',
      'title-short': 'Attention',
      author: [
        { family: 'Vaswani', given: 'Ashish', ORCID: 'https://orcid.org/0000-0002-1825-0097' },
        { family: 'Leo', given: 'Maria', 'non-dropping-particle': 'de' },
        { literal: 'OpenAI' },
      ],
      issued: { 'date-parts': [['2017', 6, 12]] },
      accessed: { 'date-parts': [[2026, 2, 6]] },
      URL: 'https://doi.org/10.1000/ABC',
      DOI: 'https://doi.org/10.1000/abc',
      ISBN: '978-0-525-55861-3',
      PMID: '34265844',
      abstract:
        '<jats:title>Abstract</jats:title><jats:p>One &lt; two.</jats:p>\n<jats:p>Three.\n Four.</jats:p>',
      language: 'English',
      note: 'arXiv: 1706.03762v2',
      keyword: 'Machine learning, C++, attention',
      'container-title': 'NeurIPS',
      publisher: 'Curran',
      volume: '30',
      page: '1-10',
      editor: [],
    }
    expect(cardFromCsl(item)).toEqual({
      fields: {
        doi: '10.1000/abc',
        isbn: '978-0-525-55861-3',
        pmid: '34265844',
        title: 'Attention is all you need: H₂O & 10⁶ tokens',
        label: 'Attention',
        type: 'paper',
        authors: [
          { given: 'Ashish', family: 'Vaswani', orcid: '0000-0002-1825-0097' },
          'Maria de Leo',
          'OpenAI',
        ],
        published: '2017-06-12',
        language: 'en',
        abstract: 'One < two.\n\nThree. Four.',
        notes: 'arXiv: 1706.03762v2',
        tags: ['machine-learning', 'attention'],
        accessed: '2026-02-06',
      },
      venueName: 'NeurIPS',
      dropped: [
        { key: 'publisher', why: 'Cards have no field for it.' },
        { key: 'volume', why: 'Cards have no field for it.' },
        { key: 'page', why: 'Cards have no field for it.' },
        { key: 'keyword', why: 'It cannot be a tag: C++' },
      ],
    })
  })

  it.each([
    ['article-journal', 'paper'],
    ['paper-conference', 'paper'],
    ['article', 'paper'],
    ['preprint', 'paper'],
    ['manuscript', 'paper'],
    ['thesis', 'paper'],
    ['posted-content', 'paper'],
    ['report', 'report'],
    ['book', 'book'],
    ['chapter', 'book'],
    ['article-newspaper', 'news'],
    ['article-magazine', 'news'],
    ['post-weblog', 'blog'],
    ['post', 'blog'],
    ['webpage', 'web'],
    ['legislation', 'government'],
    ['bill', 'government'],
    ['regulation', 'government'],
    ['legal_case', 'government'],
    ['entry-encyclopedia', 'reference'],
    ['entry-dictionary', 'reference'],
    ['speech', 'talk'],
    ['song', 'podcast'],
    ['broadcast', 'podcast'],
    ['motion_picture', 'video'],
    ['interview', 'interview'],
    ['dataset', 'dataset'],
    ['software', 'code'],
    ['personal_communication', 'other'],
  ])('takes %s for %s', (type, expected) => {
    expect(cardFromCsl({ type }).fields).toEqual({ type: expected })
  })

  it('takes a report of the genre of governments for one of theirs, and no other', () => {
    expect(cardFromCsl({ type: 'report', genre: 'Government Document' })).toEqual({
      fields: { type: 'government' },
      dropped: [],
    })
    expect(cardFromCsl({ type: 'report', genre: 'Working paper' })).toEqual({
      fields: { type: 'report' },
      dropped: [{ key: 'genre', why: 'Cards have no field for it.' }],
    })
  })

  it('leaves out a type that nobody knows, and says so', () => {
    expect(cardFromCsl({ type: 'spell' })).toEqual({
      fields: {},
      dropped: [{ key: 'type', why: 'No type of CSL has this name: spell' }],
    })
  })

  it.each([
    [{ URL: 'https://dx.doi.org/10.1/x' }, { url: 'https://dx.doi.org/10.1/x' }],
    [{ URL: 'https://dx.doi.org/10.1000/x' }, { doi: '10.1000/x' }],
    [
      { URL: 'https://doi.org/10.1000/x', DOI: '10.1000/Y' },
      { url: 'https://doi.org/10.1000/x', doi: '10.1000/y' },
    ],
    [
      { URL: 'http://arxiv.org/abs/1706.03762v5' },
      { url: 'http://arxiv.org/abs/1706.03762v5', arxiv: '1706.03762' },
    ],
    [{ DOI: '10.48550/arXiv.1706.03762' }, { doi: '10.48550/arxiv.1706.03762', arxiv: '1706.03762' }],
    [{ archive: 'arXiv', archive_location: 'hep-th/9901001' }, { arxiv: 'hep-th/9901001' }],
    [{ archive: 'arXiv', archive_location: '2301.10140v2' }, { arxiv: '2301.10140v2' }],
    [{ archive: 'arXiv', archive_location: 'arXiv:2301.10140v2' }, { arxiv: '2301.10140' }],
    [{ number: 'arXiv:2301.10140' }, { arxiv: '2301.10140' }],
    [{ ISBN: '9780525558613 0525558616' }, { isbn: '9780525558613' }],
  ])('finds the identifiers in %j', (item, fields) => {
    expect(cardFromCsl(item).fields).toEqual(fields)
  })

  it.each([
    [{ URL: 'javascript:alert(1)' }, 'URL', 'It is no absolute http or https address: javascript:alert(1)'],
    [{ DOI: 'forthcoming' }, 'DOI', 'It is no DOI: forthcoming'],
    [{ ISBN: 'none' }, 'ISBN', 'It is no ISBN: none'],
    [{ PMID: 'PMC12' }, 'PMID', 'It is no number of PubMed: PMC12'],
    [{ language: 'Klingonese' }, 'language', 'It is no language tag: Klingonese'],
    [{ author: [{}] }, 'author', 'It is no name.'],
    [{ author: [{ literal: 'et al.' }] }, 'author', 'The list of authors is cut short: there are others.'],
  ])('drops what is wrong in %j, and says why', (item, key, why) => {
    expect(cardFromCsl(item)).toEqual({ fields: {}, dropped: [{ key, why }] })
  })

  it('never throws and loses no author, whatever it is given', () => {
    const part = fc.string({ unit: 'grapheme', maxLength: 12 })
    fc.assert(
      fc.property(
        fc.array(fc.record({ family: part, given: part, suffix: part }, { requiredKeys: [] })),
        fc.dictionary(
          fc.constantFrom('title', 'issued', 'accessed', 'URL', 'DOI', 'keyword', 'note', 'x'),
          fc.jsonValue(),
        ),
        (author, rest) => {
          const { fields, dropped } = cardFromCsl({ ...(rest as object), author })
          const told = dropped.filter(({ key }) => key === 'author').length
          expect(authorNames(fields.authors).length + told).toBe(author.length)
          expect(JSON.stringify(fields)).not.toContain('\\u00')
        },
      ),
    )
    for (const item of [
      null,
      [],
      1,
      'x',
      { title: { toString: 1 } },
      { issued: { season: { toString: 1 } } },
    ])
      expect(cardFromCsl(item as never).fields).toEqual({})
  })
})
