import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { wrapWords } from '../../src/edit/wrap-words.ts'

describe('wrapWords', () => {
  it('breaks at the last space that fits', () => {
    expect(wrapWords('one two three four', 9)).toEqual(['one two', 'three', 'four'])
  })

  it('gives the first line its own width', () => {
    expect(wrapWords('one two three four', 3, 20)).toEqual(['one', 'two three four'])
  })

  it('leaves a long word whole, and breaks after it', () => {
    expect(wrapWords('https://example.org/long is it', 5)).toEqual(['https://example.org/long', 'is it'])
  })

  it('never breaks at several spaces, or beside a tab, which readers would not put back', () => {
    expect(wrapWords('ab  cd \tef', 2)).toEqual(['ab  cd \tef'])
  })

  it('loses nothing: its lines, joined by spaces, are the text', () => {
    fc.assert(
      fc.property(
        fc.string(),
        fc.integer({ min: 1, max: 20 }),
        fc.integer({ min: 1, max: 20 }),
        (line, first, others) => {
          expect(wrapWords(line, first, others).join(' ')).toBe(line)
        },
      ),
    )
  })
})
