import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Change } from '../../src/edit/change.ts'
import { changedValue } from '../../src/edit/changed-value.ts'
import { editedFile } from '../../src/edit/edited-file.ts'
import { isPlain } from '../../src/edit/plain-scalar.ts'
import { cardText } from '../../src/edit/write-card.ts'
import type { Raw } from '../../src/load/raw.ts'
import { SourceText } from '../../src/load/source-text.ts'
import { valueAt } from '../../src/load/value-pointer.ts'
import type { Pointer } from '../../src/model/place.ts'
import { type HandMade, handMadeCard, pointersOf } from './hand-made-card.ts'
import { restyledCard, sampleCards } from './restyled-card.ts'

const set = (pointer: Pointer, value: Raw): Change => ({ kind: 'set', pointer, value })
const unset = (pointer: Pointer): Change => ({ kind: 'unset', pointer })
const append = (pointer: Pointer, value: Raw): Change => ({ kind: 'append', pointer, value })
const insert = (pointer: Pointer, value: Raw): Change => ({ kind: 'insert', pointer, value })
const rename = (pointer: Pointer, key: string): Change => ({ kind: 'rename', pointer, key })

const sourceOf = (bytes: Uint8Array) => new SourceText('a.yaml', 'card', bytes)

/** Keys in any order: a new one stands where the schema has it. */
function inOrder(value: Raw): Raw {
  if (typeof value === 'string') return value
  if (Array.isArray(value)) return value.map(inOrder)
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, item]) => [key, inOrder(item)]),
  )
}

/** A file after changes, which says what they ask for; undefined when they are refused. */
function edited(bytes: Uint8Array, changes: readonly Change[]): Uint8Array | undefined {
  const source = sourceOf(bytes)
  const after = editedFile(source, changes)
  if (after === undefined) return undefined
  const wanted = changedValue(source.value ?? {}, changes)
  expect(inOrder(sourceOf(after).value ?? {})).toEqual(inOrder(wanted ?? {}))
  return after
}

/** The same file with the line ends of another system, and with a byte-order mark. */
const variants = fc.record({ crlf: fc.boolean(), mark: fc.boolean() })

function asBytes(text: string, { crlf, mark }: { crlf: boolean; mark: boolean }): Buffer {
  const lines = text.replaceAll('\r\n', '\n')
  return Buffer.from((mark ? '\ufeff' : '') + (crlf ? lines.replaceAll('\n', '\r\n') : lines))
}

/** The cards of the sample library. */
const samples = fc
  .tuple(fc.constantFrom(...sampleCards), variants)
  .map(([text, variant]) => asBytes(text, variant))

/** Cards as they might have been typed, that can be read. */
const asTyped = (cards: fc.Arbitrary<HandMade>) =>
  fc
    .tuple(
      cards.map(({ text }) => text),
      variants,
    )
    .map(([text, variant]) => asBytes(text, variant))
    .filter(bytes => typeof sourceOf(bytes).value === 'object')

/** Without brackets, in which nobody can say whose the white space is. */
const handMadeInBlocks = asTyped(handMadeCard({ flow: false }))

/** Cards with comments, quotes and styles of all kinds, and blank lines anywhere. */
const handMade = asTyped(fc.oneof(handMadeCard({ flow: false }), handMadeCard({ flow: true })))

/** The cards of the sample library, with comments and other styles. */
const restyled = asTyped(restyledCard)

/** The same with an ID and a URL, where the cards that are made up lack them. */
const withSource = handMade
  .map(bytes => {
    const { value, text } = sourceOf(bytes)
    const missing = ['id: aB3d # i', "url: 'https://a.org/' # u"].filter(
      line => !Object.hasOwn(value as object, /^\w+/.exec(line)?.[0] ?? ''),
    )
    return Buffer.from([...missing, text].join(text.includes('\r\n') ? '\r\n' : '\n'))
  })
  .filter(bytes => typeof sourceOf(bytes).value === 'object')

const words = fc.constantFrom(
  'alpha',
  "it's",
  'b: c',
  '#d',
  'é',
  'true',
  '2026',
  'say "no"',
  '- dash',
  'a, b',
  'two words',
  'Words that go on, and on, until there are so many of them that no line of a card can hold all of them.',
)

type Pick = <T>(items: readonly T[]) => T

/**
 * Makes changes and undoes them, in many cards: every byte has to be as it was. Of a card in which blank lines stand
 * at random, nobody can say which of them belongs to what is taken away: all but those have to be.
 */
function check(
  changesOf: (value: Raw, pick: Pick, word: string) => Undoable | undefined,
  madeUp = handMade,
): void {
  for (const [files, shown] of [
    [samples, (text: string) => text],
    [restyled, (text: string) => text],
    [madeUp, (text: string) => text.split(/\r?\n/).filter(line => line.trim() !== '')],
  ] as const) {
    let [tried, refused] = [0, 0]
    fc.assert(
      fc.property(files, fc.nat(), words, (bytes, choice, word) => {
        const wanted = changesOf(
          sourceOf(bytes).value ?? {},
          items => items[choice % items.length] as never,
          word,
        )
        if (wanted === undefined) return
        tried++
        const after = edited(bytes, wanted.changes)
        const undone = after && edited(after, wanted.undo(sourceOf(after).value ?? {}))
        if (undone === undefined) refused++
        else expect(shown(Buffer.from(undone).toString())).toEqual(shown(bytes.toString()))
      }),
      { numRuns: files === restyled ? 80 : 250, endOnFailure: true },
    )
    // Refused is what no text edits surely do: that has to be the exception, and there is none in a card in order.
    expect(refused).toBeLessThanOrEqual(files === samples ? 0 : tried / 4)
    expect(tried).toBeGreaterThanOrEqual(5)
  }
}

interface Undoable {
  readonly changes: readonly Change[]
  undo(value: Raw): readonly Change[]
}

describe('undoing restores every byte:', () => {
  it('an item that was added, and is removed', () => {
    check((value, pick, word) => {
      const lists = pointersOf(value).filter(pointer => Array.isArray(valueAt(value, pointer)))
      if (lists.length === 0) return undefined
      const list = pick(lists)
      const count = (valueAt(value, list) as Raw[]).length
      if (count === 0) return undefined
      return { changes: [append(list, word)], undo: () => [unset([...list, count])] }
    })
  })

  it('a field that was not there, and is taken away again', () => {
    check((value, _, word) =>
      Object.hasOwn(value as object, 'label')
        ? undefined
        : { changes: [set(['label'], word)], undo: () => [unset(['label'])] },
    )
  })

  it('a list that was made for an item, and goes with it', () => {
    check(value =>
      Object.hasOwn(value as object, 'also_at')
        ? undefined
        : { changes: [append(['also_at'], 'https://a.org/')], undo: () => [unset(['also_at', 0])] },
    )
  })

  it('an item that was put between others, and is removed', () => {
    check((value, pick, word) => {
      const items = pointersOf(value).filter(pointer => typeof pointer.at(-1) === 'number')
      if (items.length === 0) return undefined
      const item = pick(items)
      return { changes: [insert(item, word)], undo: () => [unset(item)] }
    }, handMadeInBlocks)
  })

  it('a key that was renamed, and gets its name back', () => {
    check((value, pick) => {
      const key = pick(Object.keys(value).filter(name => /^\w+$/.test(name)))
      if (key === undefined) return undefined
      return { changes: [rename([key], `my_${key}`)], undo: () => [rename([`my_${key}`], key)] }
    })
  })

  it('another URL and another ID, with the old ones as aliases', () => {
    check(value => {
      const [id, url] = [valueAt(value, ['id']), valueAt(value, ['url'])]
      if (typeof id !== 'string' || typeof url !== 'string' || Object.hasOwn(value as object, 'aliases'))
        return undefined
      // What stood bare, though some readers take it for a number or boolean, comes back in quotes.
      if (!isPlain(url) || !isPlain(id) || /\s/.test(url + id)) return undefined
      return {
        changes: [
          set(['url'], 'https://example.org/new'),
          set(['id'], 'aB3dE5gH7j'),
          append(['aliases'], 'aB3d'),
        ],
        undo: () => [set(['url'], url), set(['id'], id), unset(['aliases', 0])],
      }
    }, withSource)
  })
})

describe('a text that is set, and set back,', () => {
  /** What a card of ours says where, in a file as it writes them. */
  const fields = fc.record({
    title: fc.oneof(words, fc.string({ minLength: 1 })),
    summary: fc.oneof(words, fc.lorem({ maxCount: 40 })),
    key_points: fc.array(fc.oneof(words, fc.lorem({ maxCount: 30 })), { minLength: 1, maxLength: 3 }),
  })

  it('is what it was, to the byte, in a card as it is written first', () => {
    fc.assert(
      fc.property(fields, variants, fc.nat(), words, (fields, variant, choice, word) => {
        const bytes = asBytes(
          cardText({ id: 'aB3dE5gH7j', url: 'https://a.org/b', type: 'web', ...fields }),
          variant,
        )
        const value = sourceOf(bytes).value ?? {}
        const texts = pointersOf(value).filter(pointer => typeof valueAt(value, pointer) === 'string')
        const pointer = texts[choice % texts.length] ?? []
        const after = edited(bytes, [set(pointer, word)])
        const undone = after && edited(after, [set(pointer, valueAt(value, pointer) ?? '')])
        expect(Buffer.from(undone ?? '').toString()).toBe(bytes.toString())
      }),
      { numRuns: 500, endOnFailure: true },
    )
  })
})
