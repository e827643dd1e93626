import { describe, expect, it } from 'vitest'
import { guessFormat } from '../../src/import/guess-format.ts'

describe('the format of a file', () => {
  it.each([
    ['refs.bib', '', 'bibtex'],
    ['REFS.BIB', '', 'bibtex'],
    ['a/refs.ris', '', 'ris'],
    ['list.csv', '', 'csv'],
    ['list.tsv', '', 'csv'],
    ['cards.ndjson', '', 'ndjson'],
    ['cards.jsonl', '', 'ndjson'],
    [
      'items.json',
      '[{"id":"Smith2020a","type":"article-journal","DOI":"10.1000/x","issued":{}}]',
      'csl-json',
    ],
    ['items.json', '{"type":"book","title":"T","author":[]}', 'csl-json'],
    ['cards.json', '[{"id":"MDc4MjQ5Yj","url":"https://example.org/","type":"book","title":"T"}]', 'json'],
    ['cards.yaml', '- id: MDc4MjQ5Yj\n  url: https://example.org/\n', 'yaml'],
    ['card.yml', '# yaml-language-server: $schema=x\nid: "MDc4MjQ5Yj"\ntitle: T\n', 'yaml'],
  ])('is that of its name, or of what is in it: %s %s', (name, text, format) => {
    expect(guessFormat({ name, text })).toBe(format)
  })

  it.each([
    ['data.json', '{"id":"MDc4MjQ5Yj","title":"T","type":"book"}'],
    ['data.json', '{ broken'],
    ['data.json', 'null'],
    ['data.json', '[]'],
    ['records.yaml', '- id: c4075b6d47521293\n  url: https://example.org/\n'],
    ['notes.txt', '@book{a}'],
    ['stdin', '[]'],
  ])('is not guessed where it is unclear: %s %s', (name, text) => {
    expect(guessFormat({ name, text })).toBeUndefined()
  })
})
