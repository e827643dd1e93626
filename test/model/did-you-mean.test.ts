import { describe, expect, it } from 'vitest'
import { didYouMean, suggestion } from '../../src/model/did-you-mean.ts'

describe('the hint about a word that is not known', () => {
  it.each([
    ['titel', ['type', 'title'], 'Did you mean `title`?'],
    // Both are one letter away, `papers` is two.
    ['papre', ['papers', 'paper', 'papra'], 'Did you mean `paper` or `papra`?'],
    ['colour', ['title', 'url'], 'They are title and url.'],
    ['colour', [], 'They are title and url.'],
  ])('%j among %j: %s', (word, known, hint) => {
    expect(didYouMean(word, known, 'They are title and url.')).toBe(hint)
  })
})

it.each([
  [[], 'Choose one.'],
  [['paper'], 'Did you mean `paper`?'],
  [['paper', 'news'], 'Did you mean `paper` or `news`?'],
  [['paper', 'news', 'blog'], 'Did you mean `paper`, `news` or `blog`?'],
])('the words %j make: %s', (meant, hint) => {
  expect(suggestion(meant, 'Choose one.')).toBe(hint)
})
