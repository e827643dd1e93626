import { describe, expect, it } from 'vitest'
import type { Change } from '../../src/edit/change.ts'
import { changedValue } from '../../src/edit/changed-value.ts'
import type { Raw } from '../../src/load/raw.ts'

const CARD: Raw = { id: 'x', tags: ['a', 'b'], venue: '', credibility: { rating: '3' } }

describe('changedValue', () => {
  it.each<[string, Change[], Raw]>([
    ['sets what is there', [{ kind: 'set', pointer: ['id'], value: 'y' }], { ...CARD, id: 'y' }],
    [
      'sets what is not there',
      [{ kind: 'set', pointer: ['fetch', 'at'], value: 'y' }],
      { ...CARD, fetch: { at: 'y' } },
    ],
    [
      'makes a map of what is empty',
      [{ kind: 'set', pointer: ['venue', 'a'], value: 'y' }],
      { ...CARD, venue: { a: 'y' } },
    ],
    ['takes away', [{ kind: 'unset', pointer: ['tags', 0] }], { ...CARD, tags: ['b'] }],
    [
      'takes away what has become empty',
      [{ kind: 'unset', pointer: ['credibility', 'rating'] }],
      { id: 'x', tags: ['a', 'b'], venue: '' },
    ],
    [
      'names items by where they were',
      [
        { kind: 'unset', pointer: ['tags', 0] },
        { kind: 'set', pointer: ['tags', 1], value: 'c' },
      ],
      { ...CARD, tags: ['c'] },
    ],
    [
      'names keys by what they were called',
      [
        { kind: 'rename', pointer: ['tags'], key: 'topics' },
        { kind: 'append', pointer: ['tags'], value: 'c' },
      ],
      { id: 'x', topics: ['a', 'b', 'c'], venue: '', credibility: { rating: '3' } },
    ],
    [
      'keeps what is emptied and filled',
      [
        { kind: 'unset', pointer: ['credibility', 'rating'] },
        { kind: 'set', pointer: ['credibility', 'reason'], value: 'r' },
      ],
      { ...CARD, credibility: { reason: 'r' } },
    ],
    [
      'puts items before others, and in the order in which they are given',
      [
        { kind: 'append', pointer: ['tags'], value: 'last' },
        { kind: 'insert', pointer: ['tags', 1], value: 'a2' },
        { kind: 'insert', pointer: ['tags', 2], value: 'b2' },
        { kind: 'insert', pointer: ['tags', 1], value: 'a3' },
        { kind: 'insert', pointer: ['tags', 0], value: 'first' },
      ],
      { ...CARD, tags: ['first', 'a', 'a2', 'a3', 'b', 'b2', 'last'] },
    ],
    [
      'puts an item where one is taken away or changed',
      [
        { kind: 'unset', pointer: ['tags', 0] },
        { kind: 'insert', pointer: ['tags', 1], value: 'x' },
        { kind: 'insert', pointer: ['tags', 0], value: 'w' },
        { kind: 'set', pointer: ['tags', 1], value: 'y' },
      ],
      { ...CARD, tags: ['w', 'x', 'y'] },
    ],
    ['leaves what is not there', [{ kind: 'unset', pointer: ['title'] }], CARD],
    ['makes a list', [{ kind: 'append', pointer: ['aliases'], value: 'y' }], { ...CARD, aliases: ['y'] }],
  ])('%s', (_, changes, wanted) => {
    const before = structuredClone(CARD)
    const value = changedValue(CARD, changes)
    expect(value).toEqual(wanted)
    expect(CARD).toEqual(before)
  })

  it('keeps the place of a key that is renamed', () => {
    const value = changedValue({ a: '1', b: '2' }, [{ kind: 'rename', pointer: ['a'], key: 'c' }])
    expect(Object.keys(value ?? {})).toEqual(['c', 'b'])
  })

  it('takes `__proto__` for a key', () => {
    const value = changedValue({ a: '1' }, [{ kind: 'set', pointer: ['__proto__'], value: 'x' }])
    expect(Object.keys(value ?? {})).toEqual(['a', '__proto__'])
  })

  it('keeps the root, though empty', () => {
    expect(changedValue({ a: ['b'] }, [{ kind: 'unset', pointer: ['a', 0] }])).toEqual({})
  })

  it.each<[string, Change]>([
    ['the root', { kind: 'set', pointer: [], value: 'x' }],
    ['an item that is not there', { kind: 'set', pointer: ['tags', 2], value: 'x' }],
    ['a key within a text', { kind: 'set', pointer: ['id', 'x'], value: 'x' }],
    ['an item within a map', { kind: 'append', pointer: ['credibility'], value: 'x' }],
    ['the place after the end', { kind: 'insert', pointer: ['tags', 3], value: 'x' }],
    ['a place before the start', { kind: 'insert', pointer: ['tags', -1], value: 'x' }],
    ['a place in a list, named as a key', { kind: 'insert', pointer: ['tags', 'x'], value: 'x' }],
    ['a place that nothing names', { kind: 'insert', pointer: [], value: 'x' }],
    ['a name that is taken', { kind: 'rename', pointer: ['id'], key: 'tags' }],
    ['the name of an item', { kind: 'rename', pointer: ['tags', 0], key: 'x' }],
  ])('is undefined for a change of %s', (_, change) => {
    expect(changedValue(CARD, [change])).toBeUndefined()
  })
})
