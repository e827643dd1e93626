import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { rawValue } from '../../src/edit/raw-value.ts'
import { pageFields } from '../../src/fetch/page-fields.ts'
import { pageObstacle } from '../../src/fetch/page-obstacle.ts'
import { readHtml } from '../../src/fetch/read-html.ts'
import { TRUST } from '../../src/fetch/trust.ts'
import { valueBySchema } from '../../src/load/read-by-schema.ts'
import { HARMFUL } from '../../src/model/json-text.ts'

const AT = 'https://site.example/articles/1'

function fieldsOf(html: string, url = AT) {
  const { fields } = pageFields(readHtml(html), url, url)
  return Object.fromEntries(fields.map(({ field, value }) => [field, value]))
}

describe('a source of more trust', () => {
  const singles = TRUST.flatMap(({ field, sources }) =>
    sources.map((source, rank) => ({ field, source, rank })),
  )

  it('comes first in each row of the table, and no name stands twice in one', () => {
    for (const { sources } of TRUST) expect(new Set(sources).size).toBe(sources.length)
    expect(singles.length).toBeGreaterThan(80)
  })

  it('wins over those behind it: titles', () => {
    const metas = ['citation_title', 'dc.title', 'dcterms.title', 'og:title', 'twitter:title']
    for (let from = 0; from < metas.length; from++) {
      const html = metas
        .slice(from)
        .reverse()
        .map(name => `<meta name="${name}" content="Title of ${name}">`)
      expect(fieldsOf(`<title>Title</title>${html.join('')}`).title).toBe(`Title of ${metas[from]}`)
    }
  })

  it('that has nothing worth taking leaves it to the next', () => {
    expect(fieldsOf('<meta name=citation_title content=null><title>Real title</title>').title).toBe(
      'Real title',
    )
    expect(
      fieldsOf(
        '<meta name=citation_date content=soon><meta property=article:published_time content=2020-01-02>',
      ).published,
    ).toBe('2020-01-02')
  })
})

describe('the canonical link', () => {
  const link = (href: string, url: string) => {
    const { url: found, also_at, doi } = fieldsOf(`<link rel="canonical" href="${href}">`, url)
    return { found, also_at, doi }
  }
  const NOTHING = { found: undefined, also_at: undefined, doi: undefined }

  it('is the url when it is the same address written otherwise', () => {
    const clean = 'https://site.example/a'
    expect(link('/a', 'http://www.site.example/a/?utm_source=x')).toEqual({
      ...NOTHING,
      found: 'http://www.site.example/a',
    })
    expect(link(clean, `${clean}?utm_source=x`)).toEqual({ ...NOTHING, found: clean })
  })

  it('to another page of the site is offered beside it', () => {
    expect(link('https://m.site.example/b', 'https://site.example/a')).toEqual({
      ...NOTHING,
      also_at: ['https://m.site.example/b'],
    })
  })

  it('to a mirror of a forum post is offered beside it', () => {
    const post = '/posts/abcdefghijklmnopq/on-things'
    expect(link(`https://www.lesswrong.com${post}`, `https://www.alignmentforum.org${post}`)).toEqual({
      ...NOTHING,
      also_at: [`https://www.lesswrong.com${post}`],
    })
  })

  it('to a DOI is the DOI', () => {
    expect(link('https://doi.org/10.1234/AB', AT)).toEqual({ ...NOTHING, doi: '10.1234/ab' })
  })

  it.each([
    'https://site.example/',
    'https://other.example/a',
    'javascript:alert(1)',
    'http://',
    'https://u:p@site.example/b',
    '',
  ])('%s counts for nothing', href => {
    expect(link(href, AT)).toEqual(NOTHING)
  })

  it('is read by the base of the page', () => {
    const html = '<base href="https://site.example/en/"><link rel="alternate canonical" href="b">'
    expect(fieldsOf(html).also_at).toEqual(['https://site.example/en/b'])
  })
})

const names = TRUST.flatMap(({ sources }) => sources).filter(source => /^[\w.:-]+$/.test(source))
const nasty = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.constantFrom(
    ...[
      'null',
      '2020-13-45',
      '2020-02-30',
      '0000',
      'https://x',
      'By and',
      ';;;',
      'a, b, c, d',
      '<b>',
      '&lt;i&gt;',
    ],
    ...[
      '\u202e\u0000',
      '10.1234/a b',
      '10.1234/',
      'isbn:',
      '9'.repeat(30),
      'x'.repeat(700),
      ' and ',
      'A and B, C',
    ],
    ...['en-', 'i-klingon', 'x-y', '-', 'de--DE', 'video.', '\ud800', 'Dr. ', ', Jr.', '{"a":1}'],
  ),
  fc.date({ noInvalidDate: true }).map(String),
)
const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;')
const meta = fc
  .tuple(fc.constantFrom('name', 'property', 'itemprop', 'http-equiv'), fc.constantFrom(...names), nasty)
  .map(([key, name, content]) => `<meta ${key}="${name}" content="${escaped(content)}">`)
const node: fc.Memo<unknown> = fc.memo(depth =>
  fc.oneof(
    nasty,
    fc.integer(),
    fc.constant(null),
    fc.boolean(),
    ...(depth > 1
      ? [
          fc.array(node(depth - 1), { maxLength: 3 }),
          fc.dictionary(
            fc.constantFrom(
              ...[
                '@type',
                '@id',
                '@graph',
                'mainEntity',
                'headline',
                'name',
                'author',
                'givenName',
                'familyName',
              ],
              ...[
                'datePublished',
                'isPartOf',
                'publisher',
                'identifier',
                'sameAs',
                'inLanguage',
                'isbn',
                'value',
              ],
              ...['abstract', '__proto__', 'url'],
            ),
            fc.oneof(
              fc.constantFrom('ScholarlyArticle', 'Organization', 'Person', 'Periodical'),
              node(depth - 1),
            ),
            { maxKeys: 6 },
          ),
        ]
      : []),
  ),
)
const jsonLd = node(5).map(
  value => `<script type="application/ld+json">${JSON.stringify(value).replaceAll('<', '\\u003c')}</script>`,
)
const other = fc.oneof(
  fc
    .tuple(fc.constantFrom('title', 'svg', 'h1', 'style', 'html lang="xx-"', 'script', '!--'), nasty)
    .map(([tag, text]) => `<${tag}>${text}</${tag.split(' ')[0]}>`),
  nasty.map(href => `<link rel=canonical href="${escaped(href)}">`),
  nasty,
)
const pages = fc.array(fc.oneof(meta, jsonLd, other), { maxLength: 12 }).map(parts => parts.join('\n'))

it('never throws, and gives no value that a card could not have or that drives a terminal', () => {
  fc.assert(
    fc.property(pages, html => {
      const page = readHtml(html)
      pageObstacle(page, AT, AT)
      const { fields } = pageFields(page, AT, AT)
      expect(new Set(fields.map(({ field }) => field)).size).toBe(fields.length)
      const values = Object.fromEntries(fields.map(({ field, value }) => [field, value]))
      const card = { id: 'aB3dE5gH7j', url: AT, title: 'T', type: 'web', ...values }
      const typed = valueBySchema('card', rawValue(card))
      expect([typed === undefined ? card : 'fits']).toEqual(['fits'])
      expect(JSON.stringify(values).replace(HARMFUL, '')).toBe(JSON.stringify(values))
      // A lone surrogate would be escaped there.
      expect(JSON.stringify(values)).not.toMatch(/\\ud[89a-f]/)
      expect(JSON.stringify(values)).toBe(JSON.stringify(values).normalize('NFC'))
    }),
    { numRuns: 1500 },
  )
})

it.each([
  ['tags within tags', '<b><p>'.repeat(400_000)],
  ['attributes', `<meta ${Array.from({ length: 300_000 }, (_, i) => `a${i}`).join(' ')}>`],
  ['drawings', '<svg>'.repeat(500_000)],
  ['metadata', '<meta name=citation_author content="A B, C D and E F">'.repeat(50_000)],
  ['half a title', `<title>${'a - '.repeat(600_000)}`],
  ['JSON that is deep', `<script type="application/ld+json">${'[{"@graph":'.repeat(100_000)}`],
  [
    'arrays that are deep',
    `<script type="application/ld+json">${'['.repeat(9000)}${']'.repeat(9000)}</script>`,
  ],
  ['an abstract of tags', `<meta name=citation_abstract content="${'<a '.repeat(6000)}</a>">`],
])('takes no long time for a page of %s', (_what, html) => {
  expect(pageFields(readHtml(html), AT, AT).fields.length).toBeLessThan(5)
})

it('does not take the ISBN of a book for that of a chapter', () => {
  const book =
    '<meta name=citation_title content="A chapter"><meta name=citation_isbn content="978-0-525-55861-3">'
  const of = (html: string) => pageFields(readHtml(html), AT, AT).fields.map(({ field }) => field)
  expect(of(book)).toContain('isbn')
  expect(of(`${book}<meta name=citation_inbook_title content="A book">`)).not.toContain('isbn')
})

it('takes the title of a listing from the page, not from the one post that it shows', () => {
  const html = `<title>All posts</title><link rel="canonical" href="${AT}"><script type="application/ld+json">
    {"@type":"BlogPosting","headline":"Newest","url":"https://example.net/newest"}</script>`
  expect(pageFields(readHtml(html), AT, AT).fields).toContainEqual({
    field: 'title',
    value: 'All posts',
    from: '<title>',
  })
})
