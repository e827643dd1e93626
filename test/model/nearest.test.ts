import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { closest, editDistance, nearest } from '../../src/model/nearest.ts'

describe('the distance of two words', () => {
  it.each([
    ['author', 'authors', 1],
    ['sumary', 'summary', 1],
    ['tpye', 'type', 1],
    ['', 'abc', 3],
    ['abc', 'abc', 0],
    ['kitten', 'sitting', 3],
    ['ca', 'abc', 3],
  ])('%j and %j is %i', (a, b, distance) => {
    expect(editDistance(a, b)).toBe(distance)
  })

  it('is the same both ways, none only for equal words, and never above the limit by more than one', () => {
    const word = fc.stringMatching(/^[abc]{0,7}$/)
    fc.assert(
      fc.property(word, word, fc.nat(4), (a, b, limit) => {
        const distance = editDistance(a, b)
        expect(editDistance(b, a)).toBe(distance)
        expect(distance === 0).toBe(a === b)
        expect(editDistance(a, b, limit)).toBe(distance <= limit ? distance : limit + 1)
      }),
    )
  })
})

describe('the nearest words', () => {
  it('come nearest first', () => {
    expect(nearest('sumary', ['title', 'salary', 'summary'])).toEqual(['summary', 'salary'])
  })

  it('are only those than which none is nearer, when that is asked for', () => {
    expect(closest('sumary', ['title', 'salary', 'summary'])).toEqual(['summary'])
    expect(closest('tael', ['table', 'tail', 'tale'])).toEqual(['tail', 'tale'])
    expect(closest('colour', ['title', 'url'])).toEqual([])
  })

  it('differ in no more than a third of the letters', () => {
    expect(nearest('colour', ['title', 'url'])).toEqual([])
    expect(nearest('ur', ['url', 'doi'])).toEqual(['url'])
  })

  it('may differ in case', () => {
    expect(nearest('Title', ['title'])).toEqual(['title'])
  })
})
