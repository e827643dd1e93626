import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect } from 'vitest'
import { biblatex, bibtex } from '../../../../src/export/formats/bibtex/bibtex.ts'
import { card } from '../../../model/cards.ts'
import { arbitraryCards } from '../../../support/arbitrary-card.ts'
import { consume, itWith } from '../../../support/consumers.ts'
import { exported } from '../../../support/exported.ts'
import { directoryWith } from '../../../support/library.ts'
import { runCards, SAMPLE } from '../../../support/run-cards.ts'

const FORMATS = [['bibtex', bibtex] as const, ['biblatex', biblatex] as const]

/** A program takes as long to start as to read many cards. */
const MANY = { minLength: 60, maxLength: 60 }
const ONCE = { numRuns: 1, endOnFailure: true }

/** Cards with everything that consumers take in ways of their own. */
const CARDS = [
  card('aaaaaaaaa1', {
    url: 'https://example.org/a_b%20c?d=e&f#g~h$i',
    doi: '10.1002/(SICI)1097-0258(19980815/30)17:15<1661::AID-SIM968>3.0.CO;2-2',
    title: 'Scaling GPT-4 & “R&D” at 50% in Kenya: $5_a #1 \\ ^ ~ | {x} <y>',
    type: 'paper',
    venue: 'nature',
    authors: [
      'World Health Organization',
      'de Leo, Maria',
      'King, Jr., Martin Luther',
      { given: 'John', family: 'Barnes and Noble' },
      { given: 'bell', family: 'hooks' },
      'Ødegård, Åse',
      '山田 太郎',
    ],
    published: '2026-02-06',
    accessed: '2026-03',
    language: 'en-GB',
    abstract: 'One `x`.\n\n@misc{k, two}',
  }),
  card('aaaaaaaaa2', {
    url: 'https://example.org/',
    title: 'A post',
    type: 'blog',
    venue: 'lesswrong',
    authors: ['Doe, Jane'],
    published: '2026-02',
  }),
  card('aaaaaaaaa3', {
    isbn: '978-0-525-55861-3',
    title: 'A book',
    type: 'book',
    authors: ['Doe, Jane'],
    published: '2026',
  }),
]

/** What Pandoc makes of .bib text. */
const csl = (format: string, text: string) => {
  const { stdout, stderr, exitCode } = consume('pandoc', ['-f', format, '-t', 'csljson'], text)
  expect({ stderr, exitCode }).toEqual({ stderr: '', exitCode: 0 })
  return JSON.parse(stdout) as { readonly [key: string]: unknown }[]
}

/** What Biber has against .bib text, without the paths and the numbers of the run. */
const complaints = (text: string) => {
  const cwd = directoryWith({ 'refs.bib': text })
  const { stdout } = consume('biber', [
    ...['--tool', '--validate-datamodel', '--output-directory', cwd],
    ...['--logfile', 'refs', join(cwd, 'refs.bib')],
  ])
  expect(readFileSync(join(cwd, 'refs.blg'), 'utf8')).toContain('Datamodel validation complete')
  return stdout.split('\n').filter(line => /^(?:WARN|ERROR)/.test(line))
}

describe.each(FORMATS)('Pandoc reads an export as %s', (format, exporter) => {
  itWith('pandoc')('with names, dates, titles and addresses as they are', () => {
    const [paper, post, book] = csl(format, exported(exporter, CARDS).text)
    expect(paper).toMatchObject({
      type: 'article-journal',
      title: 'Scaling GPT-4 & “R&D” at 50% in Kenya: $5_a #1 \\ ^ ~ | {x} <y>',
      'container-title': 'Nature',
      URL: 'https://example.org/a_b%20c?d=e&f#g~h$i',
      DOI: '10.1002/(SICI)1097-0258(19980815/30)17:15<1661::AID-SIM968>3.0.CO;2-2',
      issued: { 'date-parts': [[2026, 2, 6]] },
      accessed: { 'date-parts': [[2026, 3]] },
      author: [
        { literal: 'World Health Organization' },
        { family: 'Leo', given: 'Maria', 'dropping-particle': 'de' },
        { family: 'King', given: 'Martin Luther', suffix: 'Jr.' },
        { literal: 'John Barnes and Noble' },
        { family: 'hooks', given: 'bell' },
        { family: 'Ødegård', given: 'Åse' },
        { family: '太郎', given: '山田' },
      ],
    })
    expect(paper?.language).toBe(format === 'biblatex' ? 'en-GB' : undefined)
    expect(post).toMatchObject({ publisher: 'LessWrong', issued: { 'date-parts': [[2026, 2]] } })
    expect(book).toMatchObject({
      type: 'book',
      ISBN: '978-0-525-55861-3',
      issued: { 'date-parts': [[2026]] },
    })
  })

  itWith('pandoc')('from the sample library, without a word', async () => {
    const { stdout } = await runCards(['export', '-f', format, '--dir', SAMPLE])
    expect(csl(format, stdout)).toHaveLength(29)
  })

  itWith('pandoc')('whatever stands in the cards', () => {
    fc.assert(
      fc.property(arbitraryCards({ texts: 'hostile' }, MANY), cards => {
        const items = csl(format, exported(exporter, cards).text)
        expect(items.map(({ id }) => id)).toEqual(cards.map(({ id }) => id))
      }),
      ONCE,
    )
  })

  itWith('pandoc')('into a bibliography', () => {
    const cwd = directoryWith({
      'refs.bib': exported(exporter, CARDS.slice(1)).text,
      'a.md': 'See [@aaaaaaaaa3, p. 3].\n\n---\nnocite: "@*"\n---\n',
    })
    const { stdout, stderr } = consume('pandoc', [
      ...['--citeproc', '--wrap=none', '-t', 'plain', '--bibliography', join(cwd, 'refs.bib')],
      join(cwd, 'a.md'),
    ])
    expect(stderr).toBe('')
    const blog = format === 'bibtex' ? 'Blog post. LessWrong.' : 'LessWrong. February 2026.'
    expect(stdout).toBe(
      `See (Doe 2026a, 3).\n\nDoe, Jane. 2026a. A Book.\n\n———. 2026b. “A Post.” ${blog} https://example.org/.\n`,
    )
  })
})

describe('Biber', () => {
  itWith('biber')('has nothing against the BibLaTeX of the sample library', async () => {
    const { stdout } = await runCards(['export', '-f', 'biblatex', '--dir', SAMPLE])
    expect(complaints(stdout)).toEqual([])
  })

  itWith('biber')('has nothing against cards, whatever stands in them, but that a source has no date', () => {
    fc.assert(
      fc.property(arbitraryCards({ texts: 'hostile' }, MANY), cards => {
        const all = complaints(exported(biblatex, cards).text)
        const isUndated = (line: string) => line.endsWith("one of 'date, year' must be defined")
        // Of books without authors, and of titles without a sign to be read.
        const isNameless = (line: string) => /Missing mandatory field '(?:author|title)'$/.test(line)
        expect(all.filter(line => !isUndated(line) && !isNameless(line))).toEqual([])
        // Data sets and software need none.
        expect(all.filter(isUndated).length).toBeLessThanOrEqual(
          cards.filter(({ fields }) => fields.published === undefined).length,
        )
      }),
      ONCE,
    )
  })
})
