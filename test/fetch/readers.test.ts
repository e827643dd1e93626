import { describe, expect, it } from 'vitest'
import { readAbstract, readDescription } from '../../src/fetch/read-abstract.ts'
import { readAuthors, readBylines } from '../../src/fetch/read-authors.ts'
import { readDate } from '../../src/fetch/read-date.ts'
import { readArxiv, readDoi, readIsbn, readPmid } from '../../src/fetch/read-identifier.ts'
import { readLanguage } from '../../src/fetch/read-language.ts'
import { readTitle } from '../../src/fetch/read-title.ts'
import { readType } from '../../src/fetch/read-type.ts'

const SITES = new Set(['mysite', 'nature'])

it.each<[string, string | undefined]>([
  ['A title | My Site', 'A title'],
  ['My Site - A title', 'A title'],
  ['A title – Part – My Site', 'A title – Part'],
  ['Man - Nature', 'Man - Nature'],
  ['A title | Another Site', 'A title | Another Site'],
  ['  A\n  title\t', 'A title'],
  ['AT&amp;T &amp;amp; the <i>law</i>', 'AT&T & the law'],
  ['How the <p> element works', 'How the <p> element works'],
  ['If a < b and c > d', 'If a < b and c > d'],
  ['e\u0301tude', 'étude'],
  ['Evil \u202eeltit\u202c\u200b title\u0007', 'Evil eltit title'],
  ...['', '  ', 'null', 'undefined', 'Untitled', 'Home', 'Just a moment...', 'Page not found', 'Log in'].map(
    title => [title, undefined] as [string, undefined],
  ),
  ...[
    'Attention Required! | Cloudflare',
    'Access denied',
    'Are you a robot?',
    'Sign in',
    '403 Forbidden',
  ].map(title => [title, undefined] as [string, undefined]),
  ['Redirecting…', undefined],
  ['{{ page.title }}', undefined],
  ['***', undefined],
  ['I’m sorry, I cannot do that: machines in film', 'I’m sorry, I cannot do that: machines in film'],
  ['x'.repeat(5000), undefined],
])('reads the title %j as %j', (text, title) => {
  expect(readTitle(text, SITES)).toBe(title)
})

it.each([
  [['By Jane Doe'], ['Jane Doe']],
  [['Jane Doe and John Roe'], ['Jane Doe', 'John Roe']],
  [['Smith, John; de Leo, Maria'], ['John Smith', 'Maria de Leo']],
  [['Ludwig van Beethoven'], ['Ludwig van Beethoven']],
  [['King, Jr., Martin Luther'], ['Martin Luther King Jr.']],
  [['Jane Doe', 'jane doe', 'JANE DOE'], ['Jane Doe']],
  [['https://www.facebook.com/someone'], undefined],
  [['@someone', 'admin', 'Unknown', 'jane@example.org', '—', ''], undefined],
  [['Jane Doe (Stanford University), John Roe | MIT'], ['Jane Doe', 'John Roe']],
  [['Xi (Cici) Chen'], ['Xi (Cici) Chen']],
  [['Smith, J., Doe, A., & Roe, R.'], ['J. Smith', 'A. Doe', 'R. Roe']],
  [['Jane Doe, Staff Writer'], ['Jane Doe']],
  [['Jane Doe · 5 min read'], ['Jane Doe']],
  [['Jane Doe | John Roe'], ['Jane Doe', 'John Roe']],
  [['Some | Thing · else'], undefined],
  [['facebook.com/foo.bar'], undefined],
  [['Smith JA'], ['JA Smith']],
  [['Smith J, Doe A, Roe B'], ['J Smith', 'A Doe', 'B Roe']],
  [['Google AI'], ['Google AI']],
  [['OpenAI'], ['OpenAI']],
  [['Center for AI Safety'], ['Center for AI Safety']],
  [[{ name: 'Quiet Room', isOrganisation: true }], [{ literal: 'Quiet Room' }]],
  [[{ given: 'Maria', family: 'de Leo', isOrganisation: false }], ['Maria de Leo']],
  [[{ given: '李', family: '飞飞', isOrganisation: false }], [expect.anything()]],
  [[{ name: 'Bono', isOrganisation: false }], ['Bono']],
  [
    [{ name: 'Ann Other', orcid: '0000-0002-1825-0097', isOrganisation: false }],
    [{ given: 'Ann', family: 'Other', orcid: '0000-0002-1825-0097' }],
  ],
])('reads the authors %j as %j', (said, authors) => {
  expect(readAuthors(said)).toEqual(authors)
})

it.each([
  ['2017/06/12', '2017-06-12'],
  ['2021-07', '2021-07'],
  ['2021', '2021'],
  ['2026-02-06T23:30:00-08:00', '2026-02-06'],
  ['Fri, 06 Feb 2026 10:00:00 GMT', '2026-02-06'],
  ['February 6, 2026', '2026-02-06'],
  ['20260206', '2026-02-06'],
  ['20260206T101500Z', '2026-02-06'],
  ['06/02/2026', '2026'],
  ['2023-02-29', '2023'],
  ['2019 Jun 15', '2019-06-15'],
  ['13/2/2020', '2020-02-13'],
  ['2/13/2020', '2020-02-13'],
  ['13.02.2020', '2020-02-13'],
  ['31/31/2020', '2020'],
  ['-2020-01-01', undefined],
  ['1970-01-01T01:00:00+01:00', undefined],
  ['1969-12-31T19:00:00-05:00', undefined],
  ['1970-01-01', '1970-01-01'],
  ['1970-01-01T00:00:00Z', undefined],
  ['0001-01-01T00:00:00', undefined],
  ['0000-00-00', undefined],
  ['soon', undefined],
  ['', undefined],
])('reads the date %j as %j', (text, date) => {
  expect(readDate(text)).toBe(date)
})

it.each<[string, string | undefined]>([
  ['en', 'en'],
  ['en_US', 'en-US'],
  ['EN-us', 'en-US'],
  ['eng', 'en'],
  ['English', 'en'],
  ['de, en', 'de'],
  ['zh-Hant-TW', 'zh-Hant-TW'],
  ...['und', 'zxx', '{{lang}}', 'x', '', 'a b'].map(text => [text, undefined] as [string, undefined]),
])('reads the language %j as %j', (text, language) => {
  expect(readLanguage(text)).toBe(language)
})

describe('an abstract', () => {
  const LONG = 'We show that what is long enough is an abstract, and what is not is none.'

  it.each([
    [LONG, LONG],
    [`Abstract: ${LONG}`, LONG],
    [
      `<jats:title>Abstract</jats:title><jats:p>${LONG}</jats:p><jats:p>Then x<sup>2</sup>.</jats:p>`,
      `${LONG}\n\nThen x².`,
    ],
    [`Abstract algebra is ${LONG}`, `Abstract algebra is ${LONG}`],
    ['Too short.', undefined],
    ['Please enable JavaScript to see this page, and then come back to read it.', undefined],
  ])('%j is %j', (text, abstract) => {
    expect(readAbstract(text)).toBe(abstract)
  })

  it('is no description that is cut off, or that a site gives to all its pages', () => {
    expect(readDescription(LONG)).toBe(LONG)
    expect(readDescription(`${LONG.slice(0, -1)}...`)).toBeUndefined()
    expect(readDescription(`${LONG.slice(0, -1)}…`)).toBeUndefined()
    expect(
      readDescription('Enjoy the videos and music you love, upload original content, and share it.'),
    ).toBeUndefined()
  })
})

it('reads identifiers in their usual forms, and no others', () => {
  const forms = ['doi:10.1234/AB', 'https://doi.org/10.1234/ab', 'info:doi/10.1234/ab', ' 10.1234/ab ']
  expect(forms.map(readDoi)).toEqual(forms.map(() => '10.1234/ab'))
  expect(['10.48550/arXiv.2301.10140', '10.5555/x', 'doi', ''].map(readDoi)).toEqual(Array(4).fill(undefined))
  expect(['arXiv:2301.10140v3', 'cs.AI/0301001', 'x'].map(readArxiv)).toEqual([
    '2301.10140',
    'cs.AI/0301001',
    undefined,
  ])
  expect(['978-0-525-55861-3', 'ISBN 0525558616', '12345', '97805255586131'].map(readIsbn)).toEqual([
    ...['978-0-525-55861-3', '0525558616', undefined, undefined],
  ])
  expect(['34265844', 'PMID: 34265844', '0', 'x'].map(readPmid)).toEqual([
    '34265844',
    '34265844',
    undefined,
    undefined,
  ])
})

it.each<[string, string | undefined]>([
  ['video.other', 'video'],
  ['book', 'book'],
  ['Dataset', 'dataset'],
  ['article-journal', 'paper'],
  ...['article', 'website', 'object', 'Text', ''].map(text => [text, undefined] as [string, undefined]),
])('reads the type %j as %j', (text, type) => {
  expect(readType(text)).toBe(type)
})

it('takes no byline apart that may name one person or two', () => {
  expect(readBylines(['Jane Doe, Richard Roe'])).toBeUndefined()
  expect(readBylines(['Jane Doe, Senior Reporter'])).toEqual(['Jane Doe'])
  expect(readAuthors(['García Márquez, Gabriel José'])).toEqual([
    { given: 'Gabriel José', family: 'García Márquez' },
  ])
})
