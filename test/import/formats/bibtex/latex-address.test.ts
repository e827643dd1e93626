import { describe, expect, it } from 'vitest'
import { verbatimText } from '../../../../src/import/formats/bibtex/latex-address.ts'

describe('verbatimText', () => {
  it.each([
    ['https://a.example/x\\_y\\%20z\\#q\\&r', 'https://a.example/x_y%20z#q&r'],
    ['{https://a.example/\\~{}user}', 'https://a.example/~user'],
    ['https://a.example/$\\sim$user', 'https://a.example/~user'],
    ['\\url{https://a.example/a b}', 'https://a.example/a b'],
    ['10.1000/{\\_}x', '10.1000/_x'],
  ])('makes of %s the text %s', (source, text) => {
    expect(verbatimText(source)).toBe(text)
  })
})
