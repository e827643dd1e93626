import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { biblatex, bibtex } from '../../../../src/export/formats/bibtex/bibtex.ts'
import { CARD_TYPES } from '../../../../src/import/convert-value.ts'
import {
  biblatex as fromBiblatex,
  bibtex as fromBibtex,
} from '../../../../src/import/formats/bibtex/bibtex.ts'
import type { KnownFields } from '../../../../src/model/card.ts'
import { card } from '../../../model/cards.ts'
import { arbitraryCards } from '../../../support/arbitrary-card.ts'
import { exported, imported } from '../../../support/exported.ts'
import { gainedFields, keptFields, toldOf } from '../../../support/kept-fields.ts'
import { runCards, SAMPLE } from '../../../support/run-cards.ts'

const FORMATS = [
  ['BibTeX', bibtex, fromBibtex],
  ['BibLaTeX', biblatex, fromBiblatex],
] as const

const sample = async (...args: string[]) => runCards(['export', ...args, '--dir', SAMPLE])

/** An entry of one card with a source, and what was lost of it. */
const entryOf = (exporter: typeof bibtex, fields: Omit<KnownFields, 'id'>) =>
  exported(exporter, [
    card('aaaaaaaaa1', { url: 'https://example.org/', title: 'T', type: 'web', ...fields }),
  ])

describe.each(FORMATS)('an export as %s', (_, exporter, importer) => {
  it.each(['calm', 'hostile'] as const)('comes back as it was, but for what it told: %s texts', texts => {
    fc.assert(
      fc.property(arbitraryCards({ texts }), cards => {
        const { text, losses } = exported(exporter, cards)
        const { fields, batch } = imported(importer, text)
        const due = cards.map(each => keptFields(exporter, each, losses))
        expect(batch.unreadable).toEqual([])
        expect(batch.cards.map(({ recordId }) => recordId)).toEqual(cards.map(({ id }) => id))
        fields.forEach((each, i) => {
          expect(each).toMatchObject(due[i] ?? {})
          expect(gainedFields(cards[i] ?? card(''), each)).toEqual([])
        })
      }),
      { numRuns: 60 },
    )
  })

  it('loses no text in which nothing but words and signs stand', () => {
    const fields = [
      'url',
      'title',
      'abstract',
      'notes',
      'tags',
      'pmid',
      'published',
      'type',
      'accessed',
    ] as const
    const told = /^(?:it says nothing|what looks like HTML|braces and)/
    fc.assert(
      fc.property(arbitraryCards({ texts: 'calm', fields }), cards => {
        // Some characters of Chinese are two to Unicode and one to people.
        fc.pre(JSON.stringify(cards) === JSON.stringify(cards).normalize('NFC'))
        expect(exported(exporter, cards).losses.filter(({ why = '' }) => !told.test(why))).toEqual([])
      }),
      { numRuns: 60 },
    )
  })

  it.each(CARD_TYPES.flatMap(type => [[type, 'nature'] as const, [type, undefined] as const]))(
    'tells %s from other types, with the venue %s and whatever identifies it',
    (type, venue) => {
      const ids = [
        { url: 'https://example.org/' },
        { doi: '10.1000/a' },
        { arxiv: '2301.10140v2' },
        { isbn: '978-0-525-55861-3' },
        { pmid: '34265844' },
      ]
      const cards = ids.flatMap((id, i) =>
        [[], ['Jane Doe']].map((authors, n) =>
          card(`aaaaaaaa${n}${i}`, { ...id, title: 'T', type, authors, ...(venue ? { venue } : {}) }),
        ),
      )
      const { text, losses } = exported(exporter, cards)
      expect(losses).toEqual([])
      const { fields } = imported(importer, text)
      expect(fields.map(each => [each.type, each.venue])).toEqual(cards.map(() => [type, venue]))
      expect(fields.map(({ arxiv, isbn }) => arxiv ?? isbn)).toEqual(
        cards.map(({ fields }) => fields.arxiv ?? fields.isbn),
      )
    },
  )

  it('writes nothing for no cards', () => {
    expect(exported(exporter, []).text).toBe('')
  })

  it('tells what it changed, and why', () => {
    const { losses } = entryOf(exporter, {
      url: 'https://doi.org/10.1000/a',
      doi: '10.1000/a',
      title: 'A\x1b[31m  <i>title</i>',
      label: 'A <i>title</i>',
      authors: [{ family: 'Doe', given: 'Jane', orcid: '0000-0002-1825-0097' }, { given: 'Madonna' }],
      abstract: 'N/A',
      venue: 'unheard-of',
      published: '2026-02-30',
    })
    expect(toldOf(losses)).toEqual([
      'changed authors: parts of names that cannot be told apart',
      'changed label: what looks like HTML may be read as such',
      'changed published: a day that no calendar has',
      'changed title: white space and odd characters evened out',
      'dropped abstract: it says nothing',
      'dropped authors.orcid',
      'dropped url: a link to the DOI is the DOI',
      'dropped venue: not in venues.yaml',
    ])
  })

  it.each([
    ['https://example.org/a_b%20c?d=e&f#g~h^i$j', 'https://example.org/a_b%20c?d=e&f#g~h^i$j'],
    ['https://example.org/{a}\\b', 'https://example.org/%7Ba%7D%5Cb'],
    ['https://example.org/?a;https://example.org/b', 'https://example.org/?a%3Bhttps://example.org/b'],
  ])('leaves the address %s as it is, but for what would end or begin something', (url, written) => {
    const { text, losses } = entryOf(exporter, { url })
    expect(text).toContain(`\n  url = {${written}}`)
    expect(losses.map(({ field, why }) => [field, why])).toEqual(
      url === written ? [] : [['url', 'braces and the like percent-encoded']],
    )
  })

  it('leaves out what drives a terminal, turns the direction of text or is no character', () => {
    const { text } = entryOf(exporter, {
      title: 'A\x1b[31m\0\u202e\u2066\uffff\u{1fffe}\u200f b',
      authors: [{ given: 'J\x07', family: 'D\u202eoe' }],
      url: 'https://example.org/\u{1fffe}',
    })
    expect(text).toContain('title = {A[31m\u200f b}')
    expect(text).toContain('author = {Doe, J}')
    expect(text).toContain('url = {https://example.org/%F0%9F%BF%BE}')
  })

  it('gives every entry the key that was asked for, and says that the ID is lost', async () => {
    const { stdout, stderr } = await sample(
      'id:8omKZnbX3W',
      '--key',
      'author-year-title',
      '-f',
      exporter.name,
    )
    expect(stdout).toMatch(/^@\w+\{mowshowitz2025most-8omK,\n/)
    expect(stderr).toContain('id on 1 card (the citation key is another)')
  })
})

describe('an export as BibTeX', () => {
  it('is what styles, reference managers and 8-bit BibTeX read', async () => {
    const { stdout } = await sample('id:9r1ZQiEZWb', 'OR', 'id:lVafWFM4DF', '-f', 'bibtex')
    expect(stdout).toBe(`@article{9r1ZQiEZWb,
  author = {Irving, Geoffrey and Christiano, Paul and Amodei, Dario},
  title = {{AI} safety via debate},
  shorttitle = {Debate},
  journal = {arXiv},
  year = {2018},
  month = may,
  day = {2},
  eprint = {1805.00899},
  archiveprefix = {arXiv},
  urldate = {2026-03-05},
  language = {english},
  keywords = {scalable-oversight, debate}
}

@misc{lVafWFM4DF,
  author = {{National Institute of Standards and Technology}},
  title = {Artificial Intelligence Risk Management Framework ({AI} {RMF} 1.0)},
  shorttitle = {NIST AI RMF},
  type = {Government document},
  howpublished = {NIST},
  year = {2023},
  month = jan,
  day = {26},
  doi = {10.6028/NIST.AI.100-1},
  urldate = {2026-03-13},
  language = {english},
  keywords = {governance, risk-management, standards},
  annote = {A companion profile for generative AI, NIST AI 600-1, followed in July 2024.}
}
`)
  })

  it('is in ASCII where TeX has a form that every reader knows', () => {
    const { text } = entryOf(bibtex, {
      title: 'Café “naïve” – Łódź’s Ångström… §5 £3 çğőůż ‘x’ straße',
      authors: ['Ødegård, Åse', '山田 太郎'],
    })
    expect(text).toContain(
      "{Caf{\\'e} ``na{\\\"i}ve'' -- {{\\L}{\\'o}d{\\'z}{'}s} {{\\AA}ngstr{\\\"o}m}{\\ldots} {\\S}5 {\\pounds}3 " +
        "{\\c{c}}{\\u{g}}{\\H{o}}{\\r{u}}{\\.z} `x{'} stra{\\ss}e}",
    )
    expect(text).toContain('author = {{\\O}deg{\\aa}rd, {\\AA}se and 太郎, 山田}')
  })
})

describe('an export as BibLaTeX', () => {
  it('is what Biber reads', async () => {
    const { stdout } = await sample('id:8omKZnbX3W', '-f', 'biblatex')
    expect(stdout).toBe(`@online{8omKZnbX3W,
  author = {Mowshowitz, Zvi},
  title = {The Most Forbidden Technique},
  entrysubtype = {blog},
  organization = {Substack},
  date = {2025-03-12},
  url = {https://thezvi.substack.com/p/the-most-forbidden-technique},
  urldate = {2026-03-09},
  langid = {english},
  keywords = {interpretability, training, goodhart, chain-of-thought},
  annotation = {A narrated version circulates as a LessWrong podcast.}
}
`)
  })

  it('writes names in parts where no other form tells them', () => {
    const authors = [
      { given: 'Maria', particle: 'De', family: 'Leo' },
      { family: 'Voltaire' },
      { family: 'King', suffix: 'Jr.' },
    ]
    expect(entryOf(biblatex, { authors }).text).toContain(
      'author = {family={Leo}, given={Maria}, prefix={De} and family={Voltaire} and family={King}, suffix={Jr.}}',
    )
  })

  it('names the language as babel does, and tells what that leaves out', () => {
    const [german, script] = ['de', 'zh-Hant'].map(language => entryOf(biblatex, { language }))
    expect(german?.text).toContain('langid = {ngerman}')
    expect(script?.text).toContain('langid = {chinese}')
    expect(script?.losses.map(({ field, what, why }) => [field, what, why])).toEqual([
      ['language', 'changed', 'LaTeX has no name for it'],
    ])
  })
})

it.each([bibtex, biblatex])(
  'says in $name of a newspaper article that it is one, as `keeps` has it',
  exporter => {
    const { text } = entryOf(exporter, { type: 'news', venue: 'nature', authors: ['A. B'] })
    expect(text).toContain('  entrysubtype = {newspaper}')
    expect(exporter.keeps.type).toContain('entrysubtype')
  },
)

it.each([bibtex, biblatex])('does not take the accent of a name for an equals sign in $name', exporter => {
  const { text, losses } = entryOf(exporter, { authors: [';Ā', '1984', { literal: 'a=Ā' }] })
  expect(text).toContain(
    exporter === bibtex ? '{;{\\=A}} and {1984} and {a{=}{\\=A}}' : '{;Ā} and {1984} and {a{=}Ā}',
  )
  expect(losses).toEqual([])
})
