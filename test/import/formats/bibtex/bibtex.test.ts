import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bibtex } from '../../../../src/import/formats/bibtex/bibtex.ts'
import { BIBTEX_FIELDS } from '../../../../src/import/formats/bibtex/bibtex-fields.ts'
import { authorNames } from '../../../../src/model/author.ts'
import { latexWord } from './latex-word.ts'

const NATURE = { id: 'nature', name: 'Nature' }
const read = (text: string, venues = [NATURE]) =>
  bibtex.read([{ name: 'refs.bib', text }], { venues, pages: [] })
const card = (text: string) => read(text).cards[0]
const HARD = readFileSync(new URL('hard.bib', import.meta.url), 'utf8')

describe('a BibTeX file with hard entries', () => {
  const batch = read(HARD)
  const byKey = new Map(batch.cards.map(each => [each.recordId, each]))

  it('gives a card of every entry that can be found, in order', () => {
    expect([...byKey.keys()]).toEqual([
      ...['vaswani2017attention', 'deleo2019', 'openai2023gpt4', 'cais2024', 'sartre', 'blog1', 'chapter1'],
      ...['wholebook', 'thesis1', 'pubmed1', 'extended', 'dup', 'season'],
    ])
  })

  it('tells of the entries that it cannot use, with their lines', () => {
    expect(batch.unreadable).toEqual([
      {
        file: 'refs.bib',
        line: 73,
        record_id: 'broken2020',
        why: 'Entry broken2020 cannot be read. It is never closed: a brace or a quote is missing.',
      },
      {
        file: 'refs.bib',
        line: 71,
        record_id: 'noaddress',
        why: 'Entry noaddress names no url, doi, arXiv id, isbn or pmid.',
      },
    ])
  })

  it.each([
    ['vaswani2017attention', ['Ashish Vaswani', 'Noam Shazeer', 'Łukasz Kaiser']],
    ['deleo2019', ['Maria de Leo', 'Jan van der Berg', 'Martin Luther King Jr.', 'Martin Luther King Jr.']],
    ['openai2023gpt4', ['OpenAI']],
    ['cais2024', ['Center for AI Safety', "Cathy O'Neil", 'Jörg Straße', 'Åse Sørensen']],
    ['sartre', ['Jean-Paul Sartre', '王伟', 'Wei Zhang', 'Charles Louis de la Vallée Poussin']],
    ['blog1', ['Ludwig van Beethoven', 'Plato', 'Ada Lovelace']],
    ['extended', ['Jan van den Berg III', 'Hans Müller']],
  ])('reads the names of %s', (key, names) => {
    expect(authorNames(byKey.get(key)?.fields.authors).map(({ name }) => name)).toEqual(names)
  })

  it('takes particles, suffixes and organisations apart', () => {
    expect(authorNames(byKey.get('deleo2019')?.fields.authors)).toEqual([
      { name: 'Maria de Leo', given: 'Maria', particle: 'de', family: 'Leo' },
      { name: 'Jan van der Berg', given: 'Jan', particle: 'van der', family: 'Berg' },
      { name: 'Martin Luther King Jr.', given: 'Martin Luther', family: 'King', suffix: 'Jr.' },
      { name: 'Martin Luther King Jr.', given: 'Martin Luther', family: 'King', suffix: 'Jr.' },
    ])
    expect(authorNames(byKey.get('sartre')?.fields.authors).at(-1)).toEqual({
      name: 'Charles Louis de la Vallée Poussin',
      given: 'Charles Louis',
      particle: 'de la',
      family: 'Vallée Poussin',
    })
  })

  it('makes plain text of LaTeX', () => {
    expect(byKey.get('deleo2019')?.fields.title).toBe(
      'Causal inference—a “practical” guide: café, naïve, Erdős & Øre: Volume one',
    )
    expect(byKey.get('sartre')?.fields.title).toBe('On α-divergence and x²: O(n¹⁰)')
  })

  it('finds addresses and undoes what LaTeX made people escape', () => {
    expect([...byKey.values()].map(({ fields }) => fields.url)).toEqual([
      'https://papers.nips.cc/paper/7181_attention%20all',
      undefined,
      undefined,
      'https://www.safe.ai/statement#top',
      'https://example.org/~sartre/a_b?x=1&y=2',
      'https://example.org/post',
      'https://example.org/chapter',
      undefined,
      'https://www.research-collection.ethz.ch/handle/20.500.11850/1',
      undefined,
      undefined,
      undefined,
      'http://example.com/spring',
    ])
  })

  it('gives a chapter what it lacks of its book, but not what identifies that', () => {
    expect(byKey.get('chapter1')).toMatchObject({
      fields: { title: 'A Chapter', published: '2008', isbn: '978-0-19-857050-9', type: 'book' },
      unknownVenue: 'The Whole Book',
    })
  })

  it('says everything that has no place in a card, with its line', () => {
    expect(
      batch.dropped.map(({ line, record_id, key, why }) => `${line} ${record_id} ${key}: ${why}`),
    ).toEqual([
      '13 vaswani2017attention editor: Cards have no field for it.',
      '14 vaswani2017attention pages: Cards have no field for it.',
      '7 vaswani2017attention author: The list of authors is cut short: there are others.',
      '22 deleo2019 date: Of a range only its first date is kept, without 2019-05.',
      '24 deleo2019 keywords: It cannot be a tag: C++',
      '31 openai2023gpt4 primaryclass: Cards have no field for it.',
      '50 sartre year: The date is kept as if it were certain.',
      '56 chapter1 editor: Cards have no field for it.',
      '56 chapter1 publisher: Cards have no field for it.',
      '64 wholebook editor: Cards have no field for it.',
      '87 dup title: The entry has this field twice: the first counts.',
      '87 dup year: No @string defines undefinedmacro: its name is taken for the value.',
      '87 dup year: It cannot be read as one date: undefinedmacro',
      '89 season date: Only the year is kept of: 2019-21',
    ])
  })
})

/** Each field of the mapping, and what it becomes. */
const ROWS: readonly (readonly [field: string, value: string, expected: object])[] = [
  ['title', '{The {DNA} of \\emph{E. coli}}', { title: 'The DNA of E. coli' }],
  ['subtitle', '{More of it}', { title: 'More of it' }],
  ['shorttitle', '{Short}', { label: 'Short' }],
  ['author', '{Doe, Jane and others}', { authors: ['Jane Doe'] }],
  ['date', '{2019-03-05}', { published: '2019-03-05' }],
  ['year', '2019, month = 10 # "~" # mar', { published: '2019-03-10' }],
  ['month', 'mar, year = 2019, day = 5', { published: '2019-03-05' }],
  ['day', '{7}, year = {2019}, month = {March}', { published: '2019-03-07' }],
  ['journaltitle', '{Nature}', { venue: 'nature' }],
  ['journal', '{{N}ature}', { venue: 'nature' }],
  ['booktitle', '{nature}', { venue: 'nature' }],
  ['publisher', '{Nature}', { venue: 'nature' }],
  ['institution', '{Nature}', { venue: 'nature' }],
  ['organization', '{Nature}', { venue: 'nature' }],
  ['school', '{Nature}', { venue: 'nature' }],
  ['doi', '{10.1000/A\\_b}', { doi: '10.1000/a_b' }],
  ['url', '{https://example.org/a\\_b\\%20c\\#d}', { url: 'https://example.org/a_b%20c#d' }],
  ['howpublished', '{Online: \\url{https://example.org/x}.}', { url: 'https://example.org/x' }],
  ['eprint', '{arXiv:2301.10140v2}', { arxiv: '2301.10140' }],
  ['archiveprefix', '{arXiv}, eprint = {2301.10140}', { arxiv: '2301.10140' }],
  ['eprinttype', '{pubmed}, eprint = {34265844}', { pmid: '34265844' }],
  ['isbn', '{978-0-525-55861-3}', { isbn: '978-0-525-55861-3' }],
  ['pmid', '34265844', { pmid: '34265844' }],
  ['language', '{german}', { language: 'de' }],
  ['langid', '{en-US}', { language: 'en-US' }],
  ['abstract', '{One.\n\n  Two\n  lines.}', { abstract: 'One.\n\nTwo lines.' }],
  ['keywords', '{Deep Learning; {AI}}', { tags: ['deep-learning', 'ai'] }],
  ['note', '{A note}', { notes: 'A note' }],
  ['annote', '{Good}, note = {Read}', { notes: 'Read\n\nGood' }],
  ['annotation', '{Good}', { notes: 'Good' }],
  ['urldate', '{2026-02-06}', { accessed: '2026-02-06' }],
  ['type', '{Blog post}', { type: 'paper' }],
  ['entrysubtype', '{Newspaper}', { type: 'news' }],
  ['crossref', '{other}} @book{other, title = {Book}, year = 1999', { published: '1999' }],
]

describe('the mapping of BibTeX', () => {
  it('is tested row by row', () => {
    expect(ROWS.map(([field]) => field)).toEqual(BIBTEX_FIELDS.map(({ from }) => from))
  })

  it.each(ROWS)('carries %s = %j over', (field, value, expected) => {
    expect(
      card(
        `@article{k, ${field === 'pmid' || value.includes('pubmed') ? '' : 'pmid = {34265844}, '}${field} = ${value}}`,
      )?.fields,
    ).toMatchObject(expected)
  })

  it.each([
    ['article', 'paper'],
    ['inproceedings', 'paper'],
    ['phdthesis', 'paper'],
    ['unpublished', 'paper'],
    ['techreport', 'report'],
    ['book', 'book'],
    ['incollection', 'book'],
    ['online', 'web'],
    ['misc', 'web'],
    ['inreference', 'reference'],
    ['software', 'code'],
    ['dataset', 'dataset'],
    ['video', 'video'],
    ['whatever', 'web'],
  ])('takes @%s for %s', (entry, type) => {
    expect(card(`@${entry}{k, url = {https://example.org/}}`)?.fields.type).toBe(type)
  })

  it.each([
    ['misc', 'type = {Blog post}', 'blog'],
    ['online', 'type = {podcast episode}', 'podcast'],
    ['misc', 'type = {Computer {P}rogram}', 'code'],
    ['online', 'entrysubtype = {talk}', 'talk'],
    ['article', 'entrysubtype = {magazine}', 'news'],
    // What an entry type says is not said better by words.
    ['article', 'type = {Blog post}', 'paper'],
    ['misc', 'type = {Whatever}', 'web'],
  ])('takes @%s with %s for %s', (entry, field, type) => {
    expect(card(`@${entry}{k, url = {https://example.org/}, ${field}}`)?.fields.type).toBe(type)
  })

  it('says of words for the kind of a source that they are of no use', () => {
    const { dropped } = read(
      '@misc{a, pmid = 1, type = {Report}} @misc{b, pmid = 2, type = {Sermon}} @report{c, pmid = 3, type = {Report}}',
    )
    expect(dropped.map(({ record_id, key, why }) => [record_id, key, why])).toEqual([
      ['b', 'type', 'Cards have no field for it.'],
    ])
  })

  it('takes what is no address in `howpublished` of @misc for its venue', () => {
    expect(card('@misc{k, pmid = 1, howpublished = {{N}ature}}')?.fields.venue).toBe('nature')
    expect(card('@misc{k, pmid = 1, howpublished = {LessWrong}}')?.unknownVenue).toBe('LessWrong')
    const book = read('@booklet{k, isbn = {9780525558613}, howpublished = {Nature}}')
    expect(book.dropped.map(({ key, why }) => [key, why])).toEqual([
      ['howpublished', 'Cards have no field for it.'],
    ])
  })

  it.each([
    ['langid = {ngerman}', 'de'],
    ['langid = {british}', 'en-GB'],
    ['langid = {USenglish}', 'en-US'],
    ['language = {brazil}', 'pt-BR'],
    ['langid = {french}', 'fr'],
  ])('takes %s for the language %s', (field, language) => {
    expect(card(`@misc{k, pmid = 1, ${field}}`)?.fields.language).toBe(language)
  })

  it.each([
    ['{2301.10140v2}', '2301.10140v2'],
    ['{math.GT/0309136}', 'math.GT/0309136'],
    ['{MATH.gt/0309136v1}', 'math.GT/0309136'],
  ])('keeps the version of a bare arXiv identifier: %s', (eprint, arxiv) => {
    expect(card(`@misc{k, archiveprefix = {arXiv}, eprint = ${eprint}}`)?.fields.arxiv).toBe(arxiv)
  })
})

describe('reading BibTeX', () => {
  it('goes on after a broken entry', () => {
    const batch = read(
      '@article{a, title {x}}\n@misc{b, url = {https://example.org/b}}\n@misc{c, url = "x\n@misc{d, doi={10.1000/d}}',
    )
    expect(batch.cards.map(({ recordId }) => recordId)).toEqual(['b', 'd'])
    expect(batch.unreadable.map(({ line, why }) => `${line}: ${why}`)).toEqual([
      '1: Entry a cannot be read. After line 1 a field and `=` should come, but there is: "{x}} @misc{b, url = "',
      '3: Entry c cannot be read. It is never closed: a brace or a quote is missing.',
    ])
  })

  it.each([
    ['parentheses', '@misc(k, url = "https://example.org/")'],
    ['no comma between fields', '@misc{k, title = {x} url = {https://example.org/}}'],
    ['a comma too many', '@misc{k,, url = {https://example.org/},,}'],
    ['capitals', '@MISC{k, URL = {https://example.org/}}'],
    ['CRLF and a byte-order mark', '\ufeff@misc{k,\r\n  url = {https://example.org/},\r\n}\r\n'],
    ['a comment in it', '@misc{k, % comment\n url = {https://example.org/}}'],
    ['macros', '@string{host = "https://example.org"}\n@misc{k, url = host # {/}}'],
  ])('takes an entry with %s', (_, text) => {
    expect(card(text)).toMatchObject({ recordId: 'k', fields: { url: 'https://example.org/' } })
  })

  it('says that a file holds no entries', () => {
    expect(read('TY  - JOUR\n').unreadable).toEqual([
      { file: 'refs.bib', line: 1, why: 'There is no BibTeX entry in this file.' },
    ])
  })

  it('finds the whole of a cross-reference in another file', () => {
    const files = [
      { name: 'a.bib', text: '@inbook{a, url={https://example.org/}, crossref={B}}' },
      { name: 'b.bib', text: '@book{b, title={Whole}, isbn={9780525558613}}' },
    ]
    const [first] = bibtex.read(files, { venues: [], pages: [] }).cards
    expect(first).toMatchObject({ origin: { file: 'a.bib', line: 1 }, unknownVenue: 'Whole' })
  })

  it('gives the names that were written, whatever their accents, particles and suffixes', () => {
    const word = fc.constantFrom(
      ...[
        'Łukasz',
        'Müller',
        "O'Neil",
        'Jean-Luc',
        'Özgür',
        'Åse',
        'Ćwik',
        'Straße',
        'Đặng',
        'Ñandú',
        'Ibañez',
      ],
      ...[
        'Søren',
        'Erdős',
        'Dvořák',
        'Æon',
        'Þór',
        'Zhang',
        '王',
        'Ștefan',
        'Gülşen',
        'Ďurica',
        'Œuvre',
        'Sørensen',
      ],
    )
    const given = fc.array(word, { minLength: 1, maxLength: 2 }).map(words => words.join(' '))
    const person = fc.record(
      {
        given,
        family: given,
        particle: fc.constantFrom('de', 'van der', 'von', 'de la', 'ten'),
        suffix: fc.constantFrom('Jr.', 'III', 'Sr.'),
      },
      { requiredKeys: ['given', 'family'] },
    )
    const organisation = fc.constantFrom(
      'Center for AI Safety',
      'OpenAI',
      'Barnes and Noble',
      'AT&T, Inc.',
      '50% Lab',
    )
    const author = fc.oneof(
      person,
      organisation.map(literal => ({ literal })),
    )
    fc.assert(
      fc.property(
        fc.array(author, { minLength: 1, maxLength: 5 }),
        fc.infiniteStream(fc.nat(7)),
        (authors, choices) => {
          const latex = (text: string) => latexWord(text, () => choices.next().value ?? 0)
          const written = authors.map(name => {
            if ('literal' in name) return `{${latex(name.literal)}}`
            const family = [name.particle, name.family].filter(Boolean).map(part => latex(part ?? ''))
            return [family.join(' '), ...(name.suffix ? [name.suffix] : []), latex(name.given)].join(', ')
          })
          const text = `@misc{k, pmid = 34265844, author = {${written.join('\n and ')}}}`
          const read = authorNames(card(text)?.fields.authors).map(({ name: _, ...parts }) => parts)
          expect(read).toEqual(authors)
        },
      ),
    )
  })

  it('never throws, whatever the file holds', () => {
    const bits = fc.constantFrom(
      ...[
        '@',
        'article',
        '{',
        '}',
        '(',
        ')',
        '"',
        ',',
        '=',
        '#',
        '\\',
        "\\'",
        '\\c',
        '$',
        '%',
        '\n',
        ' and ',
        '~',
        '^',
      ],
      ...[
        'author',
        'title',
        'url',
        'year',
        'a',
        'é',
        '\\frac',
        '\\textbf',
        '@string{',
        '@misc{k, title = {',
        '--',
        '\ud800',
      ],
    )
    fc.assert(
      fc.property(
        fc.oneof(
          fc.array(bits, { maxLength: 60 }).map(each => each.join('')),
          fc.string({ unit: 'binary' }),
        ),
        text => {
          expect(read(text).venues).toEqual([])
          expect(
            read(`@misc{k, pmid = 1, title = {${text}}, author = {${text}}, date = {${text}}}`).pages,
          ).toEqual([])
        },
      ),
    )
  })

  it('ends soon for files that were made to take long', () => {
    for (const text of [
      '{'.repeat(200_000),
      '@misc{k, title = {'.repeat(20_000),
      `@misc{k, title = {${'{'.repeat(100_000)}${'}'.repeat(100_000)}}}`,
      `@misc{k, pmid = 1, author = {${'a and '.repeat(30_000)}}}`,
      `@misc{k, pmid = 1, title = {${'\\frac'.repeat(50_000)}}}`,
      `@misc{k, pmid = 1, note = {${'$'.repeat(100_001)}}}`,
      `@misc{k, pmid = 1, note = {${'<'.repeat(100_000)}${'<i '.repeat(30_000)}}}`,
      '@misc{k, \n'.repeat(30_000),
      ` ${' '.repeat(200_000)}@misc{k`,
    ])
      expect(read(text).cards.length).toBeLessThan(2)
  })
})
