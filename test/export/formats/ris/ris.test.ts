import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ris } from '../../../../src/export/formats/ris/ris.ts'
import { ris as importer } from '../../../../src/import/formats/ris/ris.ts'
import type { KnownFields } from '../../../../src/model/card.ts'
import { card } from '../../../model/cards.ts'
import { arbitraryCards } from '../../../support/arbitrary-card.ts'
import { consume, itWith } from '../../../support/consumers.ts'
import { exported, imported } from '../../../support/exported.ts'
import { gainedFields, keptFields, toldOf } from '../../../support/kept-fields.ts'
import { runCards, SAMPLE } from '../../../support/run-cards.ts'

const URL = 'https://example.org/'
const sample = async (...args: string[]) => runCards(['export', ...args, '-f', 'ris', '--dir', SAMPLE])

/** The values of a tag in what is written of one card. */
const values = (tag: string, fields: Omit<KnownFields, 'id'>) =>
  exported(ris, [card('aaaaaaaaa1', { url: URL, title: 'T', type: 'web', ...fields })])
    .text.split('\r\n')
    .filter(line => line.startsWith(`${tag}  - `))
    .map(line => line.slice(6))

describe('an export as RIS', () => {
  it.each(['calm', 'hostile'] as const)('comes back as it was, but for what it told: %s texts', texts => {
    fc.assert(
      fc.property(arbitraryCards({ texts }), cards => {
        const { text, losses } = exported(ris, cards)
        const { fields, batch } = imported(importer, text)
        const due = cards.map(each => keptFields(ris, each, losses))
        expect(batch.unreadable).toEqual([])
        expect(batch.cards.map(({ recordId }) => recordId)).toEqual(cards.map(({ id }) => id))
        fields.forEach((each, i) => {
          expect(each).toMatchObject(due[i] ?? {})
          // Where nothing else leads to the source, the first of further addresses is taken for its own.
          const { doi, arxiv, also_at } = cards[i]?.fields ?? {}
          const isTaken = also_at !== undefined && doi === undefined && arxiv === undefined
          const gained = gainedFields(cards[i] ?? card(''), each)
          expect(isTaken ? gained.filter(field => !/^(?:url|arxiv)$/.test(field)) : gained).toEqual([])
        })
      }),
      { numRuns: 150 },
    )
  })

  it('leaves out what would make bad XML of it, and says so', () => {
    const odd = card('aaaaaaaaa1', { url: URL, title: 'One\uffff two\ufffe', type: 'web' })
    const { text, losses } = exported(ris, [odd])
    expect(text).toContain('TI  - One two\r\n')
    expect(losses.map(({ field }) => field)).toContain('title')
  })

  it('is lines with a tag and nothing else, whatever the texts', () => {
    fc.assert(
      fc.property(arbitraryCards(), cards => {
        const { text } = exported(ris, cards)
        const lines = text.split('\r\n')
        expect(lines.pop()).toBe('')
        expect(
          lines.filter(line => !/^(?:[A-Z][A-Z0-9] {2}- [^\p{Cc}\u2028-\u202e\u2066-\u2069]*)?$/u.test(line)),
        ).toEqual([])
        expect(lines.filter(line => line.startsWith('TY'))).toHaveLength(cards.length)
        expect(lines.filter(line => line === 'ER  - ')).toHaveLength(cards.length)
      }),
      { numRuns: 100 },
    )
  })

  it('has the lines of each card in one order', async () => {
    const { stdout } = await sample('id:lVafWFM4DF', 'OR', 'id:9r1ZQiEZWb')
    expect(stdout.split('\r\n')).toEqual([
      'TY  - UNPB',
      'ID  - 9r1ZQiEZWb',
      'AU  - Irving, Geoffrey',
      'AU  - Christiano, Paul',
      'AU  - Amodei, Dario',
      'TI  - AI safety via debate',
      'ST  - Debate',
      'PB  - arXiv',
      'PY  - 2018',
      'DA  - 2018/05/02/',
      'AN  - arXiv:1805.00899',
      'LA  - en',
      'Y2  - 2026/03/05/',
      'KW  - scalable-oversight',
      'KW  - debate',
      'ER  - ',
      '',
      'TY  - GOVDOC',
      'ID  - lVafWFM4DF',
      'AU  - National Institute of Standards and Technology,',
      'TI  - Artificial Intelligence Risk Management Framework (AI RMF 1.0)',
      'ST  - NIST AI RMF',
      'PB  - NIST',
      'PY  - 2023',
      'DA  - 2023/01/26/',
      'DO  - 10.6028/NIST.AI.100-1',
      'LA  - en',
      'UR  - https://doi.org/10.6028/NIST.AI.100-1',
      'UR  - https://nvlpubs.nist.gov/nistpubs/ai/NIST.AI.100-1.pdf',
      'Y2  - 2026/03/13/',
      'KW  - governance',
      'KW  - risk-management',
      'KW  - standards',
      'N1  - A companion profile for generative AI, NIST AI 600-1, followed in July 2024.',
      'ER  - ',
      '',
    ])
  })

  it.each([
    ['Ludwig van Beethoven', 'van Beethoven, Ludwig'],
    ['King, Jr., Martin Luther', 'King, Martin Luther, Jr.'],
    ['Plato', 'Plato'],
    ['Center for AI Safety', 'Center for AI Safety,'],
    [{ literal: 'Ernst & Young, LLP' }, 'Ernst & Young LLP,'],
    [{ family: 'García Márquez', given: 'Gabriel' }, 'García Márquez, Gabriel'],
    ['山田 太郎', '太郎, 山田'],
  ])('writes the author %j as %s', (author, value) => {
    expect(values('AU', { authors: [author] })).toEqual([value])
  })

  it.each([
    ['paper', { venue: 'nature' }, 'UNPB'],
    ['paper', { doi: '10.1000/a' }, 'JOUR'],
    ['government', {}, 'GOVDOC'],
    ['blog', {}, 'BLOG'],
    ['web', {}, 'ELEC'],
    ['reference', {}, 'ENCYC'],
    ['podcast', {}, 'SOUND'],
    ['interview', {}, 'PCOMM'],
    ['other', {}, 'GEN'],
  ] as const)('has for a card of the type %s with %j the type %s', (type, fields, value) => {
    expect(values('TY', { type, ...fields })).toEqual([value])
  })

  it('writes dates with what is known of them', () => {
    const lines = (published: string) => [...values('PY', { published }), ...values('DA', { published })]
    expect(lines('1984')).toEqual(['1984'])
    expect(lines('2019-03')).toEqual(['2019', '2019/03//'])
    expect(lines('2019-03-05')).toEqual(['2019', '2019/03/05/'])
    expect(values('Y2', { accessed: '2026' })).toEqual(['2026///'])
  })

  it('tells what it changed, and why', () => {
    const { losses } = exported(ris, [
      card('aaaaaaaaa1', {
        isbn: '978-0-525-55861-3',
        also_at: ['https://a.example/', 'https://b.example/'],
        title: 'A \u202etitle',
        type: 'interview',
        authors: [
          { literal: 'Ernst & Young, LLP' },
          { family: 'Doe', given: 'J.', orcid: '0000-0002-1825-0097' },
        ],
        abstract: 'One.\n\nTwo.',
        notes: 'One.\n\nTwo.',
        venue: 'unheard-of',
      }),
    ])
    expect(toldOf(losses)).toEqual([
      'changed abstract: as one paragraph',
      'changed also_at: the first address is the URL, and none stands twice',
      'changed authors: parts of names that cannot be told apart',
      'changed title: white space and odd characters evened out',
      'changed type: the format has none for it',
      'dropped authors.orcid',
      'dropped venue: not in venues.yaml',
    ])
  })

  it.each([
    { doi: '10.1000/A(b)#c%d' },
    { arxiv: '1805.00899v2' },
    { doi: '10.1000/a', url: 'https://example.org/' },
  ])('keeps further addresses of a card with %j further ones', ids => {
    const fields = { ...ids, also_at: ['https://a.example/', 'https://b.example/'] }
    const { text, losses } = exported(ris, [card('aaaaaaaaa1', { title: 'T', type: 'web', ...fields })])
    expect(losses).toEqual([])
    const doi = fields.doi === undefined ? {} : { doi: fields.doi.toLowerCase() }
    expect(imported(importer, text).fields).toEqual([
      { id: 'aaaaaaaaa1', title: 'T', type: 'web', ...fields, ...doi },
    ])
  })

  it('tells when an address is read as two', () => {
    const { losses } = exported(ris, [
      card('aaaaaaaaa1', {
        url: 'https://a.example/',
        type: 'web',
        also_at: ['https://b.example/;https://c.example/'],
      }),
    ])
    expect(losses.map(({ field }) => field)).toEqual(['also_at'])
  })

  it('has the citation keys that are asked for', async () => {
    const { stdout } = await sample('id:9r1ZQiEZWb', '--key', 'author-year-title')
    expect(stdout).toContain('\r\nID  - irving2018ai-9r1Z\r\n')
  })
})

/** What ris2xml says besides how many it read: types of RIS younger than it, and that it has no use for `Y2` and `DB`. */
const complaints = (stderr: string) =>
  stderr
    .split('\n')
    .filter(line => /recognize|^ris2xml: {8}'/.test(line))
    .filter(line => !/type '(?:BLOG|DATA|ENCYC|GOVDOC|SLIDE|SOUND|VIDEO)'/.test(line))
    .filter(line => !/'DATE:MONTH', '\d{4}\/\d*\/\d*\/'|'DATABASE', 'PubMed'/.test(line))

/** What the MODS of an entry says, without the fixed words of bibutils. */
const saidOf = (mods: string, key: string) => {
  const entry = mods.split('<mods ').find(each => each.startsWith(`ID="${key}"`)) ?? ''
  const said = entry.matchAll(
    /<(?:title|subTitle|namePart|dateIssued|publisher|identifier|url|topic)(?: [^>]*)?>([^<]+)</g,
  )
  return [...said].map(([, value]) => value)
}

const hasReader = /^ris$/m.test(consume('pandoc', ['--list-input-formats']).stdout ?? '')

describe('a bibliography in RIS', () => {
  itWith('ris2xml')('is read by bibutils', async () => {
    const { stdout } = await sample()
    const { stdout: mods, stderr, exitCode } = consume('ris2xml', [], stdout)
    expect(exitCode).toBe(0)
    expect(stderr).toContain('Processed 29 references.')
    expect(complaints(stderr)).toEqual([])
    expect(saidOf(mods, 'TKKZuxLy2Z')).toEqual([
      'Risks from Learned Optimization in Advanced Machine Learning Systems',
      'Risks from Learned Optimization',
      ...['Evan', 'Hubinger', 'Chris', 'van Merwijk', 'Vladimir', 'Mikulik', 'Joar', 'Skalse'],
      ...['Scott', 'Garrabrant', '2019-06-05', 'arXiv'],
      ...['inner-alignment', 'mesa-optimization', 'deception'],
      'TKKZuxLy2Z',
      'https://arxiv.org/abs/1906.01820',
      'https://intelligence.org/learned-optimization/',
    ])
    // bibutils knows DOIs by a prefix of four digits.
    for (const doi of ['10.1038/s41586-024-07421-0', '10.6028/NIST.AI.100-1'])
      expect(mods).toContain(`<identifier type="doi">${doi}</identifier>`)
  })

  itWith('ris2xml')('stays as many entries as there are cards, whatever their texts', () => {
    const [cards = []] = fc.sample(arbitraryCards({}, { minLength: 60, maxLength: 60 }), {
      numRuns: 1,
      seed: 7,
    })
    const { stdout, stderr, exitCode } = consume('ris2xml', [], exported(ris, cards).text)
    expect({ exitCode, mods: [...stdout.matchAll(/<mods ID=/g)].length }).toEqual({ exitCode: 0, mods: 60 })
    expect(stderr).toContain('Processed 60 references.')
  })

  const itWithReader = hasReader
    ? itWith('pandoc')
    : (name: string) => it.skip(`${name} (this pandoc reads no RIS)`)
  itWithReader('is read by Pandoc', async () => {
    const { stdout } = await sample()
    const read = consume('pandoc', ['-f', 'ris', '-t', 'csljson'], stdout)
    expect({ stderr: read.stderr, exitCode: read.exitCode }).toEqual({ stderr: '', exitCode: 0 })
    const items: { id: string }[] = JSON.parse(read.stdout)
    expect(items.map(({ id }) => id)).toHaveLength(29)
  })
})
