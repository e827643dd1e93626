import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Citation, DocumentKind } from '../../src/documents/citation.ts'
import { citationIndex } from '../../src/documents/citation-index.ts'
import { scanDocument } from '../../src/documents/scan-document.ts'
import type { Card, KnownFields } from '../../src/model/card.ts'
import { resourceId } from '../../src/model/stable-id.ts'

const URL = 'https://www.lesswrong.com/posts/FRkkhcokhXhuPmMwp/goodfire_(one)?a=1&b=2'
const A = card('MDc4MjQ5Yj', {
  url: URL,
  doi: '10.1038/nature14539',
  arxiv: '1706.03762',
  also_at: ['https://example.org/a%28b%29/mirror', 'https://example.org/100%25/x'],
  aliases: ['591965925902e868', 'introduction', 'old_id-7'],
})
const WORD = card('Conclusion', { url: 'https://example.org/conclusion' })
const SICI = '10.1002/(SICI)1097-4571(199806)49:8<693::AID-ASI4>3.0.CO;2-O'
const ARTICLE = card('Sici567890', { doi: SICI })
const OLD = card('AbC123dEf4', {
  url: 'https://example.org/old',
  retired: { date: '2026-01-02', reason: 'Merged.', replaced_by: 'MDc4MjQ5Yj' },
})
const KEY = 'benson2026goodfire-MDc4'
const index = citationIndex({
  cards: [A, WORD, ARTICLE],
  retired: [OLD],
  keysOf: ({ id }) => (id === A.id ? [KEY] : []),
})

function card(id: string, fields: Partial<KnownFields>): Card {
  return { id, path: `${id}.yaml`, fields: { id, ...fields }, findings: [] }
}

function scan(text: string, kind: DocumentKind = 'markdown'): Citation[] {
  return scanDocument({ name: 'page', kind, text }, index)
}

/** What is found, as `name form target`. */
function found(text: string, kind: DocumentKind = 'markdown'): string[] {
  return scan(text, kind).map(({ text, form, target }) => {
    const id = target.kind === 'unknown' ? '' : ` ${target.card.id}`
    return `${text} ${form} ${target.kind}${id}`
  })
}

const ID = 'MDc4MjQ5Yj id card MDc4MjQ5Yj'
const url = (text: string) => `${text} url card MDc4MjQ5Yj`

describe('a scan finds', () => {
  it.each<[what: string, text: string, ...found: string[]]>([
    ['an ID as a word', 'see MDc4MjQ5Yj.', ID],
    ['an ID in emphasis', '_MDc4MjQ5Yj_ and **MDc4MjQ5Yj**', ID, ID],
    ['an ID in Chinese', '参见MDc4MjQ5Yj。', ID],
    ['an ID in front matter', '---\nsources: [MDc4MjQ5Yj]\n---\n', ID],
    ['an ID in the address of a page', 'https://our.example/sources/MDc4MjQ5Yj.html', ID],
    ['a resource ID', `<R id="${resourceId(URL)}">x</R>`, `${resourceId(URL)} resource-id card MDc4MjQ5Yj`],
    ['a former ID', '591965925902e868', '591965925902e868 alias card MDc4MjQ5Yj'],
    ['an alias of several parts', 'see old_id-7', 'old_id-7 alias card MDc4MjQ5Yj'],
    ['a retired card', 'see AbC123dEf4', 'AbC123dEf4 id retired AbC123dEf4'],
    [
      'the source of a retired card',
      'http://example.org/old/',
      'http://example.org/old/ url retired AbC123dEf4',
    ],
    ['a citation key', `[@${KEY}, p. 3]`, `${KEY} key card MDc4MjQ5Yj`],
    ['a URL with brackets of its own', `(see ${URL}).`, url(URL)],
    ['a URL in a link', `[x](${URL} "title")`, url(URL)],
    ['a URL in angle brackets', `<${URL}>`, url(URL)],
    ['a URL of a reference definition', `[x]: ${URL}\n`, url(URL)],
    ['a link whose text is its URL', `[${URL}](${URL})`, url(URL), url(URL)],
    ['a URL in emphasis', `**${URL}**, _${URL}_`, url(URL), url(URL)],
    ['a URL in a table', `|${URL}|x|`, url(URL)],
    ['a URL with entities', URL.replace('&', '&amp;'), url(URL.replace('&', '&amp;'))],
    ['a URL with backslashes', URL.replaceAll('_', '\\_'), url(URL.replaceAll('_', '\\_'))],
    ['a URL before Chinese', `${URL}。然后`, url(URL)],
    ['a URL in single quotes', `href='${URL}'x`, url(URL)],
    ['URLs after a comma', `${URL},${URL}`, url(URL), url(URL)],
    [
      'a URL written differently',
      URL.replace('https://www.', 'http://').replace('a=1&b=2', 'b=2&utm_source=x&a=1'),
      url(URL.replace('https://www.', 'http://').replace('a=1&b=2', 'b=2&utm_source=x&a=1')),
    ],
    ['a URL without its scheme', URL.replace('https://', ''), url(URL.replace('https://', ''))],
    ['a part of a page', `${URL}#part`, url(`${URL}#part`)],
    [
      'a mirror, percent-encoded or not',
      'https://example.org/a(b)/mirror',
      url('https://example.org/a(b)/mirror'),
    ],
    [
      'a mirror that a forum has',
      'https://www.alignmentforum.org/posts/FRkkhcokhXhuPmMwp',
      url('https://www.alignmentforum.org/posts/FRkkhcokhXhuPmMwp'),
    ],
    ['the source behind an archive', `https://web.archive.org/web/2026/${URL}`, url(URL)],
    ['a DOI', 'doi:10.1038/Nature14539, and', '10.1038/Nature14539 doi card MDc4MjQ5Yj'],
    ['a link to a DOI', '<https://doi.org/10.1038/nature14539>', url('https://doi.org/10.1038/nature14539')],
    [
      'a publisher’s page',
      'https://www.nature.com/doi/full/10.1038/nature14539',
      url('https://www.nature.com/doi/full/10.1038/nature14539'),
    ],
    ['an arXiv number', 'arXiv:1706.03762v5 [cs.CL]', 'arXiv:1706.03762v5 arxiv card MDc4MjQ5Yj'],
    [
      'an arXiv PDF',
      'https://arxiv.org/pdf/1706.03762v5.pdf#page=3',
      url('https://arxiv.org/pdf/1706.03762v5.pdf#page=3'),
    ],
    ['a DOI in which is a tag', `doi:${SICI}, and`, `${SICI} doi card Sici567890`],
    [
      'a DOI that was copied out of a URL',
      encodeURIComponent(SICI).replace('%2F', '/'),
      `${encodeURIComponent(SICI).replace('%2F', '/')} doi card Sici567890`,
    ],
    ['a link without its scheme', `[x](${URL.slice(6)})`, url(URL.slice(6))],
    ['a component whose ID is a template', '<R id={`MDc4MjQ5Yj`}/> `code`', ID],
    [
      'a component with an arrow before its ID',
      '<R onClick={() => f({ a: "}" })} id="aB3dE5fG7h"/>',
      'aB3dE5fG7h id unknown',
    ],
    [
      'a component with a > in quotes before its ID',
      `<R title='a > b' id="aB3dE5fG7h"/>`,
      'aB3dE5fG7h id unknown',
    ],
    ['what follows a list with a fence that is not closed', '- a\n  ```\n  x\n\nMDc4MjQ5Yj', ID],
    [
      'what follows a fence that starts an item and is not closed',
      '1. ```\n   x\n\n```\ny\n```\nMDc4MjQ5Yj',
      ID,
    ],
    ['a short alias in a reference', '[[introduction]]', 'introduction alias card MDc4MjQ5Yj'],
    ['an ID that is a word in a reference', '<R id="Conclusion"/>', 'Conclusion id card Conclusion'],
    ['an ID of no card after a sign', '@aB3dE5fG7h', 'aB3dE5fG7h id unknown'],
    ['an ID of no card in brackets', '[see @aB3dE5fG7h; @other]', 'aB3dE5fG7h id unknown'],
    [
      'an ID of no card in a component',
      '<R id="c4075b6d47521293">x</R>',
      'c4075b6d47521293 resource-id unknown',
    ],
    [
      'IDs of no card in an expression',
      "<Cite ids={['aB3dE5fG7h', 'MDc4MjQ5Yj']}/>",
      'aB3dE5fG7h id unknown',
      ID,
    ],
    ['an ID of no card in a data attribute', '<p data-card=aB3dE5fG7h>', 'aB3dE5fG7h id unknown'],
    ['an ID of no card in a wiki link', '[[aB3dE5fG7h|so]]', 'aB3dE5fG7h id unknown'],
    ['an ID of no card in a link', '[x](/wiki/sources/aB3dE5fG7h/)', 'aB3dE5fG7h id unknown'],
    ['the file of no card', '[x](../cards/aB/aB3dE5fG7h.yaml)', 'aB3dE5fG7h id unknown'],
    ['an ID of no card after our name', 'cards:aB3dE5fG7h', 'aB3dE5fG7h id unknown'],
    ['an ID of no card in TeX', '\\citep[see][12]{aB3dE5fG7h, knuth1984}', 'aB3dE5fG7h id unknown'],
  ])('%s', (_, text, ...expected) => {
    expect(found(text)).toEqual(expected)
  })

  it.each<[what: string, text: string, ...found: string[]]>([
    ['keys', `\\cite{${KEY},MDc4MjQ5Yj}`, `${KEY} key card MDc4MjQ5Yj`, ID],
    [
      'keys with notes',
      '\\parencites[1]{introduction}[2]{MDc4MjQ5Yj}',
      'introduction alias card MDc4MjQ5Yj',
      ID,
    ],
    [
      'URLs with escapes',
      `\\url{${URL.replace('_', '\\_').replace('&', '\\&')}}`,
      url(URL.replace('_', '\\_').replace('&', '\\&')),
    ],
    [
      'a DOI in which is a tag',
      `\\href{https://doi.org/${SICI}}{x}`,
      `https://doi.org/${SICI} url card Sici567890`,
    ],
    [
      'a URL between other signs than braces',
      '\\url|https://example.org/100%25/x| MDc4MjQ5Yj',
      url('https://example.org/100%25/x'),
      ID,
    ],
    ['links', `\\href{${URL}}{Goodfire} MDc4MjQ5Yj`, url(URL), ID],
    ['what follows an escaped percent sign', '10\\% MDc4MjQ5Yj', ID],
    ['what follows a URL with a percent sign', '\\url{https://a.org/%20} MDc4MjQ5Yj', ID],
  ])('in LaTeX %s', (_, text, ...expected) => {
    expect(found(text, 'latex')).toEqual(expected)
  })

  it('in HTML what attributes and text say', () => {
    const text = `<a href=${URL.replace('&', '&amp;')}>x</a><p data-card='MDc4MjQ5Yj'>aB3dE5fG7h`
    expect(found(text, 'html')).toEqual([url(URL.replace('&', '&amp;')), ID])
  })
})

describe('a scan does not find', () => {
  it.each<[what: string, text: string, kind?: DocumentKind]>([
    ['an ID in another case', 'mdc4mjq5yj'],
    ['an ID within a word', 'xMDc4MjQ5Yj MDc4MjQ5Yjé MDc4MjQ5Yj2'],
    ['an alias that is a word, or an ID that is one', 'The introduction and the Conclusion.'],
    [
      'words of ten letters',
      '@JavaScript @PostgreSQL @conclusion [[Literature]] [[WikiLeaks1]] \\cite{LeCun2015x}',
    ],
    ['numbers of sixteen digits', '[[1234567890123456]]'],
    ['people', 'Thanks to [@aB3dE5fG7h](https://github.com/aB3dE5fG7h) and @CGamesPlay!'],
    ['e-mail addresses', 'me@aB3dE5fG7h.org'],
    ['other sites', '[x](https://rand.org/resources/aB3dE5fG7h) <a href="//x.org/refs/aB3dE5fG7h">'],
    ['IDs of no card in plain text', 'aB3dE5fG7h and c4075b6d47521293'],
    ['IDs of other components', '<Video id="aB3dE5fG7h"/>'],
    ['comments', '<!-- MDc4MjQ5Yj --> {/* MDc4MjQ5Yj */}'],
    ['code', '`MDc4MjQ5Yj` ``a ` MDc4MjQ5Yj`` <code>MDc4MjQ5Yj</code> <pre>\nMDc4MjQ5Yj</pre>'],
    ['fences', '```js\nMDc4MjQ5Yj\n```\n> ~~~~\n> MDc4MjQ5Yj\n> ~~~\n'],
    ['fences that are indented in no list', '  ```\nMDc4MjQ5Yj\n  ```\n'],
    ['fences that go on in a list', '- a\n\n  ```\n\n  MDc4MjQ5Yj\n  ```\n'],
    ['fences in lists', '- a\n  1. ```\n     MDc4MjQ5Yj\n     ```\n'],
    ['fences within fences', '```` md\n```\nMDc4MjQ5Yj\n```\n````\n'],
    ['what an indented fence leaves open', '```\n    ```\nMDc4MjQ5Yj\n```\n'],
    ['scripts', '<script>MDc4MjQ5Yj</script><style>MDc4MjQ5Yj</style>', 'html'],
    ['what a comment leaves open', '<!-- MDc4MjQ5Yj', 'html'],
    ['comments of LaTeX', '% MDc4MjQ5Yj\n\\\\% MDc4MjQ5Yj', 'latex'],
    ['code of LaTeX', '\\verb|MDc4MjQ5Yj| \\begin{verbatim}\nMDc4MjQ5Yj\n\\end{verbatim}', 'latex'],
  ])('%s', (_, text, kind) => {
    expect(found(text, kind)).toEqual([])
  })

  it('code where backticks stand alone', () => {
    expect(found('a ` MDc4MjQ5Yj\n\n\\` MDc4MjQ5Yj `')).toEqual([ID, ID])
  })

  it('code where lines end in CR LF', () => {
    expect(found('a ` MDc4MjQ5Yj\r\n\r\nMDc4MjQ5Yj `\r\n\r\n```\r\nMDc4MjQ5Yj\r\n```\r\nMDc4MjQ5Yj')).toEqual(
      [ID, ID, ID],
    )
  })

  it('code behind the end of a quote', () => {
    expect(found('> ```\n> MDc4MjQ5Yj\n\nMDc4MjQ5Yj\n\n```\nMDc4MjQ5Yj')).toEqual([ID])
  })

  it('a fence in a comment, or a comment in a fence', () => {
    expect(found('<!--\n```\n-->\nMDc4MjQ5Yj')).toEqual([ID])
    expect(found('```\n<!--\n```\nMDc4MjQ5Yj')).toEqual([ID])
  })
})

describe('any scan', () => {
  const kinds = fc.constantFrom<DocumentKind>('markdown', 'latex', 'html')
  const pieces = fc.constantFrom(
    ...['MDc4MjQ5Yj', URL, KEY, 'AbC123dEf4', 'aB3dE5fG7h', '10.1038/nature14539', 'arXiv:1706.03762'],
    ...[
      '`',
      '```',
      '\n',
      '\n\n',
      '<!--',
      '-->',
      '{/*',
      '*/}',
      '[[',
      ']]',
      '](',
      ')',
      '@',
      '[@',
      ';',
      ' ',
      ',',
      '.',
    ],
    ...[
      '\\cite{',
      '}',
      '\\url{',
      '%',
      '\\',
      '<R id="',
      '"',
      '>',
      '</R>',
      '<pre>',
      '</pre>',
      '/sources/',
      'é',
      '\u{1f600}',
    ],
    ...[
      '\\begin{verbatim}',
      '\\end{verbatim}',
      '\\verb|',
      '|',
      '&amp;',
      'https://',
      '\0',
      '\ud800',
      "'",
      '#',
    ],
  )
  const texts = fc.array(fc.oneof({ weight: 4, arbitrary: pieces }, fc.string())).map(parts => parts.join(''))

  it('gives places in reading order that do not overlap and have the text that they say', () => {
    fc.assert(
      fc.property(texts, kinds, (text, kind) => {
        let end = 0
        for (const citation of scan(text, kind)) {
          expect(citation.start).toBeGreaterThanOrEqual(end)
          expect(citation.end).toBeGreaterThan(citation.start)
          expect(text.slice(citation.start, citation.end)).toBe(citation.text)
          end = citation.end
        }
      }),
      { numRuns: 2000 },
    )
  })

  it('finds nothing in text that cites nothing', () => {
    const words = fc.array(fc.stringMatching(/^[a-z]{1,14}[.,;:!?]?$/)).map(all => all.join(' '))
    fc.assert(
      fc.property(fc.oneof(words, fc.string({ maxLength: 200 })), kinds, (text, kind) => {
        expect(scan(text, kind)).toEqual([])
      }),
    )
  })

  it('finds each form of a name between any words', () => {
    const forms = fc.constantFrom<[before: string, name: string, after: string]>(
      ['', 'MDc4MjQ5Yj', ''],
      ['(', URL, ')'],
      ['<', URL, '>'],
      ['[t](', URL, ')'],
      ['"', 'AbC123dEf4', '"'],
      ['[@', KEY, ']'],
      ['<R id="', 'aB3dE5fG7h', '">'],
      ['[[', 'introduction', ']]'],
      ['\\cite{', 'aB3dE5fG7h', '}'],
      ['doi:', '10.1038/nature14539', ''],
    )
    const words = fc.stringMatching(/^(?:[a-z\u4e00-\u4eff]{1,9}[.,!?]? ){0,9}$/)
    fc.assert(
      fc.property(words, forms, words, (left, [before, name, after], right) => {
        const start = left.length + before.length
        expect(scan(`${left}${before}${name}${after} ${right}`)).toMatchObject([
          { start, end: start + name.length, text: name },
        ])
      }),
    )
  })

  it.each([
    '[',
    '@',
    '<',
    '@a-',
    '\\cite[',
    '<!--',
    '<pre>',
    '`',
    '```\n',
    '10.1234/',
    '/sources/abcdef',
    '\\url{',
    '\\verb|',
    '<a b=',
    '<a b="',
    '<a {',
    '<a {`',
    '=`{`',
    '- ```\n',
    '  ```\n',
    '\\url|',
    '10.1002/<1',
    '"//a',
    '[[',
    'a_',
    ')',
    'https://',
    ',https://a.b',
    'https://example.org/a ',
    '\n> ',
    'cards:',
    '{/*',
    '&amp;',
  ])('takes time in proportion to a long document of %j', part => {
    for (const kind of ['markdown', 'latex', 'html'] as const)
      expect(scan(`https://x.org/${part.repeat(100_000 / part.length)}`, kind)).toEqual([])
  })
})
