import fc from 'fast-check'
import { loadAll } from 'js-yaml'
import { describe, expect, it } from 'vitest'
import { parseAllDocuments } from 'yaml'
import { yaml } from '../../../src/export/formats/yaml.ts'
import { yaml as importer } from '../../../src/import/formats/own/yaml.ts'
import { cardJson } from '../../../src/model/card-json.ts'
import { card } from '../../model/cards.ts'
import { arbitraryCards } from '../../support/arbitrary-card.ts'
import { exported, imported, owned, REGISTRIES } from '../../support/exported.ts'

describe('an export as yaml', () => {
  it('is a document a card, in the style of its file and the shape of its JSON', () => {
    const cards = [
      card('aaaaaaaaa1', {
        url: 'https://example.org/a',
        title: '1984',
        type: 'web',
        authors: ['de Leo, Maria'],
        published: '2026-02-06',
        cited_by: ['goodfire'],
        forum: { karma: -3 },
        extra: { open: true, from: ['no'] },
      }),
      card('bbbbbbbbb2', { doi: '10.1000/b', title: 'Two\n---\nthree', type: 'paper' }),
    ]
    expect(exported(yaml, cards)).toEqual({
      text: `id: aaaaaaaaa1
url: https://example.org/a
title: "1984"
type: web
authors:
  - name: Maria de Leo
    given: Maria
    family: Leo
    particle: de
published: "2026-02-06"
cited_by:
  - id: goodfire
    title: "Goodfire: #1"
    type: lab
    quality: 60.5
forum:
  karma: -3
extra:
  open: true
  from:
    - "no"
resource_id: b5b10dd0429e69ac
effective_credibility:
  rating: 3
  label: Good
  meaning: Reputable, with community review or editorial standards, but short of peer review.
  from: url
  venue: lesswrong
path: aaaaaaaaa1.yaml
---
id: bbbbbbbbb2
doi: 10.1000/b
title: >-
  Two

  ---

  three
type: paper
path: bbbbbbbbb2.yaml
`,
      losses: [],
    })
  })

  it('comes back as it was', () => {
    fc.assert(
      fc.property(arbitraryCards(), cards => {
        const { fields, batch } = imported(importer, exported(yaml, cards).text)
        expect(batch.unreadable).toEqual([])
        expect(fields).toEqual(cards.map(owned))
      }),
      { numRuns: 100 },
    )
  })

  it.each([
    ['yaml, YAML 1.2', (text: string) => parseAllDocuments(text).map(document => toJs(document))],
    ['yaml, YAML 1.1', (text: string) => parseAllDocuments(text, { version: '1.1' }).map(toJs)],
    ['js-yaml', (text: string) => loadAll(text)],
  ])('is, to %s, what JSON says', (_, read) => {
    fc.assert(
      fc.property(arbitraryCards(), cards => {
        expect(read(exported(yaml, cards).text)).toEqual(cards.map(each => cardJson(each, REGISTRIES)))
      }),
      { numRuns: 100 },
    )
  })

  it('has the fields that are chosen, in their order, and an empty map where a card has none', () => {
    const cards = [card('aaaaaaaaa1', { title: 'A', doi: '10.1000/a' }), card('bbbbbbbbb2', { title: 'B' })]
    expect(exported(yaml, cards, ['doi', 'id']).text).toBe(
      'doi: 10.1000/a\nid: aaaaaaaaa1\n---\nid: bbbbbbbbb2\n',
    )
    expect(exported(yaml, cards, ['doi']).text).toBe('doi: 10.1000/a\n---\n{}\n')
    expect(exported(yaml, []).text).toBe('')
  })
})

function toJs(document: {
  readonly errors: readonly unknown[]
  readonly warnings: readonly unknown[]
  toJS(): unknown
}) {
  expect([document.errors, document.warnings]).toEqual([[], []])
  return document.toJS()
}
