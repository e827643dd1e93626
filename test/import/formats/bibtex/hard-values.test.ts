import { describe, expect, it } from 'vitest'
import { bibtex } from '../../../../src/import/formats/bibtex/bibtex.ts'

const read = (text: string) => bibtex.read([{ name: 'refs.bib', text }], { venues: [], pages: [] })
const entry = (...fields: string[]) => read(`@misc{k, title = {T}, pmid = 1, ${fields.join(', ')}}`)
const fieldsOf = (...fields: string[]) => entry(...fields).cards[0]?.fields
const told = (...fields: string[]) => entry(...fields).dropped.map(({ key, why }) => `${key}: ${why}`)

describe('values of BibTeX that are easily misread', () => {
  it.each([
    ['Smith, John; Doe, Jane', ['John Smith', 'Jane Doe']],
    ['John Smith, Jane Doe, Bob Roe', ['John Smith', 'Jane Doe', 'Bob Roe']],
    ['John Smith \\& Jane Doe', ['John Smith', 'Jane Doe']],
    ['Doe, Jane,', ['Jane Doe']],
    ['Smith, John, III', ['John Smith III']],
    ['Smith, III, John', ['John Smith III']],
    ['Johnson \\& Johnson', ['Johnson & Johnson']],
    ['{Barnes; Noble \\& Co}', ['Barnes; Noble & Co']],
  ])('has the authors %s as %j, and loses nothing', (authors, names) => {
    expect(fieldsOf(`author = {${authors}}`)?.authors).toEqual(names)
    expect(told(`author = {${authors}}`)).toEqual([])
  })

  it('keeps names whole that it cannot tell apart, and says so', () => {
    const author = 'author = {Ministry of Mines, Ores, Coal, Peat}'
    expect(fieldsOf(author)?.authors).toEqual(['Ministry of Mines, Ores, Coal, Peat'])
    expect(told(author)).toEqual([
      'author: It may name several people, and is kept as one name: Ministry of Mines, Ores, Coal, Peat',
    ])
  })

  it.each([
    ['howpublished = {\\url{http://www.cs.edu/{\\textasciitilde}doe/}}', 'http://www.cs.edu/~doe/'],
    ['howpublished = {http://www.cs.edu/\\~{}doe/x5}', 'http://www.cs.edu/~doe/x5'],
    ['howpublished = {See http://www.cs.edu/{\\textasciitilde}doe/.}', 'http://www.cs.edu/~doe/'],
    ['howpublished = {\\url{http://e.com/a_(b){c}}}', 'http://e.com/a_(b){c}'],
    ['howpublished = {\\url{http://e.com/a\\_b\\%20c}}', 'http://e.com/a_b%20c'],
    ['url = {\\url{http://e.com/{\\textasciitilde}x}}', 'http://e.com/~x'],
    ['url = {http://e.com/very-\n  long}', 'http://e.com/very-long'],
  ])('reads the whole address of %s', (field, url) => {
    expect(fieldsOf(field)?.url).toBe(url)
  })

  it.each([
    'http://e.com/1 http://e.com/2',
    'http://e.com/1 ; http://e.com/2',
    'http://e.com/1, http://e.com/2',
  ])('has the second address of %s as a further one, and says so', url => {
    const { cards, converted } = entry(`url = {${url}}`)
    expect(cards[0]?.fields).toMatchObject({ url: 'http://e.com/1', also_at: ['http://e.com/2'] })
    expect(converted).toMatchObject([
      { key: 'url', from: url, to: 'http://e.com/1; also_at: http://e.com/2' },
    ])
  })

  it.each([
    ['doi = {https://doi.org/10.1000/BAD DOI}', {}, ['doi: It is no DOI: https://doi.org/10.1000/BAD DOI']],
    [
      'doi = {10.1000/a, 10.1000/b}',
      { doi: '10.1000/a' },
      ['doi: Only the first DOI is kept of: 10.1000/a, 10.1000/b'],
    ],
    ['doi = {10.1000/a.}', { doi: '10.1000/a' }, []],
    ['isbn = {1234-5678}', {}, ['isbn: It is no ISBN: 1234-5678']],
    [
      'isbn = {978-0-13-110362-7, 0-13-110362-8}',
      { isbn: '978-0-13-110362-7' },
      ['isbn: Only the first ISBN is kept of: 978-0-13-110362-7, 0-13-110362-8'],
    ],
    [
      'isbn = {0131103628 (hbk.), 0131103709}',
      { isbn: '0131103628' },
      ['isbn: Only the first ISBN is kept of: 0131103628 (hbk.), 0131103709'],
    ],
    ['note = {Comment on arXiv:1801.00001}', { notes: 'Comment on arXiv:1801.00001' }, []],
    ['note = {arXiv:1801.00001 [cs.LG]}', { arxiv: '1801.00001', notes: 'arXiv:1801.00001 [cs.LG]' }, []],
    ['note = {arXiv:1801.00001}, doi = {10.1000/x}', { doi: '10.1000/x', notes: 'arXiv:1801.00001' }, []],
    [
      'year = 2010, month = {May/June}',
      { published: '2010-05' },
      ['month: Only the first month is kept of: May/June'],
    ],
    ['month = may', {}, ['month: The entry gives no year.']],
    ['year = 2010, day = 3', { published: '2010' }, ['day: The entry gives no month.']],
    [
      'abstract = {A \\cite{foo} $\\vec{x}$ <jats:p>b</jats:p> R\\&D}',
      { abstract: 'A foo x\n\nb\n\nR&D' },
      ['abstract: Nothing is known of the command \\cite: only what it is about is kept.'],
    ],
    ['journal = {X}, booktitle = {Y}', {}, ['booktitle: The entry gives another value in journal.']],
  ])('of %s keeps %j and tells %j', (field, fields, dropped) => {
    const { title, type, pmid, ...others } = fieldsOf(field) ?? { title: '', type: 'web' }
    expect(others).toEqual(fields)
    expect(told(field)).toEqual(dropped)
  })

  it('takes markup out of titles', () => {
    expect(
      read('@misc{k, pmid = 1, title = {Only <i>x</i> &amp; <b>y</b>, if a < b}}').cards[0]?.fields.title,
    ).toBe('Only x & y, if a < b')
  })

  it('does not run out of memory for macros that double each other, and reads the other entries', () => {
    const doubling = Array.from({ length: 60 }, (_, i) => `@string{s${i + 1} = s${i} # s${i}}\n`).join('')
    const text = `@string{s0 = "aaaa"}\n${doubling}@misc{k, pmid = 1, title = s60}\n@misc{l, pmid = 2, title = {Fine}}`
    const { cards, unreadable } = read(text)
    expect(cards.map(({ fields }) => fields.title)).toEqual(['Fine'])
    expect(unreadable.map(({ line, why }) => `${line}: ${why}`)).toEqual([
      '62: Entry k cannot be read. Its @string macros come to more text than any entry has.',
    ])
  })

  it('tells of macros that name each other', () => {
    const { dropped } = read('@string{a = b}\n@string{b = a}\n@misc{k, pmid = 1, title = a}')
    expect(dropped.map(({ line, key, why }) => `${line} ${key}: ${why}`)).toEqual([
      '3 title: No @string defines b: its name is taken for the value.',
    ])
  })

  it('tells of a second entry with the same citation key, and of a quote that is never closed', () => {
    expect(
      read('@misc{k, pmid = 1, title = {A}}\n@misc{K, pmid = 2, title = {B}}').dropped.map(
        ({ line, key, why }) => `${line} ${key}: ${why}`,
      ),
    ).toEqual(['2 citation key: An earlier entry has the same citation key.'])
    expect(read('@misc{k, title = "abc, pmid = {1}}\n').unreadable[0]?.why).toBe(
      'Entry k cannot be read. A quote is never closed, or a brace in the quotes was never opened.',
    )
  })

  it('ends soon for values that were made to take long', () => {
    for (const [field, value] of [
      ...['url', 'howpublished'].flatMap(field => [
        [field, 'http://a '.repeat(20_000)],
        [field, `http://a${' '.repeat(50_000)}`],
        [field, `\\url${' '.repeat(50_000)}`],
        [field, 'http://{a}'.repeat(20_000)],
        [field, `http://a${'.'.repeat(50_000)}b`],
      ]),
      ['doi', `10.1000/a${'.'.repeat(50_000)}b`],
      ['doi', `10.1000/a${', '.repeat(50_000)}b`],
      ['isbn', '1 '.repeat(50_000)],
      ['note', `arXiv:${' '.repeat(50_000)}`],
      ['author', `${'a & '.repeat(30_000)}, b`],
      ['author', 'a;'.repeat(50_000)],
      ['author', `a${','.repeat(50_000)}`],
    ] as const)
      expect(entry(`${field} = {${value}}`).cards).toHaveLength(1)
  })
})
