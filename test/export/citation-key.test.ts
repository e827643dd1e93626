import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { citationKeys } from '../../src/export/citation-key.ts'
import type { Card, KnownFields } from '../../src/model/card.ts'
import { card } from '../model/cards.ts'
import { arbitraryCards } from '../support/arbitrary-card.ts'
import { consume, itWith } from '../support/consumers.ts'

const readable = (fields: Omit<KnownFields, 'id'>, id = 'MDc4MjQ5Yj') => {
  const one = card(id, fields)
  return citationKeys('author-year-title', [one])(one)
}

/** Cards that come near each other: few authors, years and titles, and IDs that begin alike. */
const NEAR = arbitraryCards({ fields: ['url'] }, { minLength: 2, maxLength: 8 }).chain(cards =>
  fc.tuple(
    ...cards.map(({ id }, i) =>
      fc
        .record({
          id: fc.constantFrom(id, `MDc4${id.slice(4)}`, `mdC4${id.slice(4)}`),
          authors: fc.constantFrom(['Satya Benson'], ['山田 太郎'], ['OpenAI'], undefined),
          published: fc.constantFrom('2026', '2026-02-06', undefined),
          title: fc.constantFrom('Goodfire and Training', 'Good-fire', '強化学習', 'The', '1984'),
        })
        .map(({ id: own, ...fields }) =>
          card(own.slice(0, 9) + i, fields as unknown as Omit<KnownFields, 'id'>),
        ),
    ),
  ),
)

/** What of a card its readable key shows before its ID. */
const stemOf = (one: Card) => readable(one.fields, one.id).replace(/-[^-]*$/, '')

describe('citation keys', () => {
  it('are IDs where nothing else was asked for', () => {
    expect(citationKeys('id', [])(card('MDc4MjQ5Yj', { title: 'Goodfire' }))).toBe('MDc4MjQ5Yj')
  })

  it.each<[string, Omit<KnownFields, 'id'>, string]>([
    ['one author', { authors: ['Satya Benson'], published: '2026-02-06' }, 'benson2026goodfire-MDc4'],
    ['no date', { authors: ['Satya Benson'] }, 'bensongoodfire-MDc4'],
    ['several authors', { authors: ['Kaiser, Łukasz', 'Ashish Vaswani'] }, 'kaisergoodfire-MDc4'],
    ['a particle', { authors: ['de Leo, Maria'], published: '2019' }, 'deleo2019goodfire-MDc4'],
    ['a suffix', { authors: ['King, Jr., Martin Luther'] }, 'kinggoodfire-MDc4'],
    ['accents', { authors: ['Ólafur Ævarsson'] }, 'aevarssongoodfire-MDc4'],
    ['an organisation', { authors: ['Center for AI Safety'] }, 'centerforaisafetygoodfire-MDc4'],
    [
      'an organisation with a long name',
      { authors: ['National Institute of Standards and Technology'], published: '2023' },
      'nationalinstitute2023goodfire-MDc4',
    ],
    ['no author', { published: '2026' }, 'goodfiretraining2026-MDc4'],
    [
      'an author in another script',
      { authors: ['山田 太郎'], published: '2026' },
      'goodfiretraining2026-MDc4',
    ],
    [
      'a title in another script',
      { title: '強化学習', authors: ['山田 太郎'], published: '2026' },
      '2026-MDc4',
    ],
    ['nothing to read', { title: '強化学習', authors: ['山田 太郎'] }, 'MDc4MjQ5Yj'],
    [
      'a title that begins with a number',
      { title: '19 - Mechanistic', authors: ['A. Filan'] },
      'filanmechanistic-MDc4',
    ],
    ['a title of a number', { title: '1984', authors: ['Orwell, George'] }, 'orwell1984-MDc4'],
    ['a title of small words', { title: 'How to Do It', authors: ['Jane Doe'] }, 'doe-MDc4'],
    [
      'no title but a label',
      { title: undefined, label: 'The Circuits', authors: ['Doe'] } as never,
      'doecircuits-MDc4',
    ],
  ])('tell author, year and title: %s', (_, fields, key) => {
    expect(readable({ title: 'Goodfire and Training', ...fields })).toBe(key)
  })

  it('stay when other cards come, but where author, year, title and the start of the ID are one', () => {
    fc.assert(
      fc.property(NEAR, fc.nat(7), (cards, n) => {
        const few = cards.slice(0, 1 + (n % cards.length))
        const [before, after] = [few, cards].map(some => citationKeys('author-year-title', some))
        for (const one of few) {
          const isTaken = cards.some(
            other =>
              other !== one &&
              stemOf(other) === stemOf(one) &&
              other.id.slice(0, 4).toLowerCase() === one.id.slice(0, 4).toLowerCase(),
          )
          if (!isTaken) expect(after?.(one)).toBe(before?.(one))
        }
      }),
    )
  })

  it('are unique without regard to case', () => {
    fc.assert(
      fc.property(fc.oneof(NEAR, arbitraryCards({}, { maxLength: 5 })), cards => {
        const keys = cards.map(citationKeys('author-year-title', cards)).map(key => key.toLowerCase())
        expect(new Set(keys).size).toBe(cards.length)
      }),
    )
  })

  it('are made of letters and digits, and a hyphen before the ID', () => {
    fc.assert(
      fc.property(arbitraryCards(), cards => {
        for (const key of cards.map(citationKeys('author-year-title', cards)))
          expect(key).toMatch(/^(?:[a-z0-9]+-)?[A-Za-z0-9]+$/)
      }),
    )
  })

  itWith('pandoc')('are what Pandoc reads as citations of Markdown', () => {
    const cards =
      fc.sample(arbitraryCards({}, { minLength: 20, maxLength: 20 }), { numRuns: 1, seed: 5 })[0] ?? []
    const keys = cards.map(citationKeys('author-year-title', cards))
    const { stdout } = consume('pandoc', ['-t', 'json'], keys.map(key => `[@${key}]`).join('\n\n'))
    expect(stdout.match(/(?<="citationId":")[^"]*/g)).toEqual(keys)
  })

  it('are a field of the library, or IDs of cards without it', () => {
    const cards = [card('aaaaaaaaa1', { extra: { citekey: 'Benson:2026' } }), card('aaaaaaaaa2')]
    expect(cards.map(citationKeys('extra.citekey', cards))).toEqual(['Benson:2026', 'aaaaaaaaa2'])
  })

  it.each(['a b', 'a,b', 'a{b', '', 'é', 'a--b', '-a', 'a\\b', 'a%b', 'a\nb'])(
    'refuse %j of a field',
    key => {
      expect(() => citationKeys('extra.citekey', [card('aaaaaaaaa1', { extra: { citekey: key } })])).toThrow(
        `The card aaaaaaaaa1 has \`${key}\` in extra.citekey, which is no citation key.`,
      )
    },
  )

  it('refuse what two cards have in a field, whatever its case', () => {
    const cards = ['Doe2026', 'doe2026'].map((citekey, i) => card(`aaaaaaaaa${i}`, { extra: { citekey } }))
    expect(() => citationKeys('extra.citekey', cards)).toThrow(
      'The citation key `doe2026` in extra.citekey belongs to several cards: aaaaaaaaa0, aaaaaaaaa1.',
    )
  })

  it('refuse a scheme that there is not', () => {
    expect(() => citationKeys('author-year', [])).toThrow('There is no citation key `author-year`.')
  })
})
