import { describe, expect, it } from 'vitest'
import { fold } from '../../src/model/fold.ts'
import { TextPattern } from '../../src/query/text-pattern.ts'
import { wordsOf } from '../../src/query/word-units.ts'

describe('a text has the words', () => {
  it.each([
    ["state-of-the-art, don't", ['state', 'of', 'the', 'art', 'don', 't']],
    ['c++ and c# or a+b', ['c++', 'and', 'c#', 'or', 'a+', 'b']],
    ['_emphasis_ **gpt-4**', ['emphasis', 'gpt', '4']],
    ['機械学習', ['機械学習']],
    ['… – ', []],
  ])('%j: %j', (text, words) => {
    expect(wordsOf(text)).toEqual(words)
  })
})

describe('a bare word', () => {
  it.each([
    ['grad', 'Gradient Routing', 'Gradient'],
    ['rad', 'Gradient Routing', undefined],
    ['routing', 'Gradient Routing', 'Routing'],
    ['gpt-4', 'about GPT 4o.', 'GPT 4o'],
    ['gpt-4', 'GPT-3, 4', undefined],
    ['c', 'in C++', 'C++'],
    ['c++', 'in C++', 'C++'],
    ['c++', 'in C', undefined],
    ['a+b', 'then a+b', 'a+b'],
    ['学習', '機械学習', '学習'],
    ['&', 'R&D', '&'],
    ['🚀', 'to the 🚀!', '🚀'],
    ['\u0301', 'anything', undefined],
  ])('%j finds in %j: %j', (text, source, hit) => {
    expect(firstHit({ text, isQuoted: false }, source)).toBe(hit)
  })
})

describe('exact words', () => {
  it.each([
    ['exact words', 'the exact\n words.', 'exact\n words'],
    ['exact words', 'exact wordsmith', undefined],
    ['exact words', 'exact, words', 'exact, words'],
    ['exact words', 'exact\0words', undefined],
    ['exact words', 'exact exact words', 'exact words'],
    ['grad', 'gradient grad', 'grad'],
    ['sandkühler', 'by Sandkuhler', 'Sandkuhler'],
    ['google', 'Google+', undefined],
  ])('%j finds in %j: %j', (text, source, hit) => {
    expect(firstHit({ text, isQuoted: true }, source)).toBe(hit)
  })
})

function firstHit(text: { text: string; isQuoted: boolean }, source: string): string | undefined {
  const hit = new TextPattern(text).find(fold(source))
  return hit && source.slice(hit.start, hit.end)
}
