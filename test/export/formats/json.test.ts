import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { json, ndjson } from '../../../src/export/formats/json.ts'
import { json as fromJson, ndjson as fromNdjson } from '../../../src/import/formats/own/json.ts'
import { cardJson } from '../../../src/model/card-json.ts'
import { card } from '../../model/cards.ts'
import { arbitraryCards } from '../../support/arbitrary-card.ts'
import { consume, itWith } from '../../support/consumers.ts'
import { exported, imported, owned, REGISTRIES } from '../../support/exported.ts'

/** What acts on terminals, logs, scripts and pages, and half of a pair, which only a caller of the API can give. */
const HOSTILE = card('aaaaaaaaa1', {
  title: '</script><!--\u2028\u2029\u202e\x1b[31m\0\x7f\u{e0041}\ud800 ##[error]x',
})

/** A program takes as long to start as to read many cards. */
const MANY = { minLength: 60, maxLength: 60 }
const ONCE = { numRuns: 1, endOnFailure: true }

const FORMATS = [
  ['json', json, fromJson, '[.[]]'],
  ['ndjson', ndjson, fromNdjson, '[inputs]'],
] as const

describe.each(FORMATS)('an export as %s', (_, exporter, importer, all) => {
  it('comes back as it was', () => {
    fc.assert(
      fc.property(arbitraryCards(), cards => {
        const { text, losses } = exported(exporter, cards)
        const { fields, batch } = imported(importer, text)
        expect({ losses, unreadable: batch.unreadable }).toEqual({ losses: [], unreadable: [] })
        expect(fields).toEqual(cards.map(owned))
      }),
      { numRuns: 100 },
    )
  })

  it('has no character that acts on a terminal, a log or a script', () => {
    const { text } = exported(exporter, [HOSTILE], ['title'])
    expect(text.replace(/^\[\n|\n\]\n$|\n$/g, '')).toBe(
      String.raw`{"title":"\u003c/script>\u003c!--\u2028\u2029\u202e\u001b[31m\u0000\u007f\udb40\udc41\ud800 \u0023#[error]x"}`,
    )
  })

  it('has the fields that are chosen, in their order, and nothing for those that a card has not', () => {
    const cards = [card('aaaaaaaaa1', { title: 'A', doi: '10.1000/a' }), card('bbbbbbbbb2', { title: 'B' })]
    const { text } = exported(exporter, cards, ['title', 'doi'])
    expect(text).toBe(
      exporter === json
        ? '[\n{"title":"A","doi":"10.1000/a"},\n{"title":"B"}\n]\n'
        : '{"title":"A","doi":"10.1000/a"}\n{"title":"B"}\n',
    )
  })

  it('is valid without cards', () => {
    expect(exported(exporter, []).text).toBe(exporter === json ? '[]\n' : '')
  })

  itWith('jq')('is read by jq as it was meant', () => {
    fc.assert(
      fc.property(arbitraryCards({}, MANY), cards => {
        const { text } = exported(exporter, cards)
        const { stdout, stderr } = consume('jq', [exporter === json ? '-c' : '-nc', all], text)
        expect([stderr, JSON.parse(stdout)]).toEqual(['', cards.map(each => cardJson(each, REGISTRIES))])
      }),
      ONCE,
    )
  })

  itWith('python3')("is read by Python's json as it was meant", () => {
    const program =
      exporter === json
        ? 'import json, sys; print(json.dumps(json.load(sys.stdin)))'
        : 'import json, sys; print(json.dumps([json.loads(line) for line in sys.stdin]))'
    fc.assert(
      fc.property(arbitraryCards({}, MANY), cards => {
        const { text } = exported(exporter, cards)
        const { stdout, stderr } = consume('python3', ['-X', 'utf8', '-c', program], text)
        expect([stderr, JSON.parse(stdout)]).toEqual(['', cards.map(each => cardJson(each, REGISTRIES))])
      }),
      ONCE,
    )
  })
})
