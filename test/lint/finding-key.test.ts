import { describe, expect, it } from 'vitest'
import { findingKey, fingerprints } from '../../src/lint/finding-key.ts'
import type { PlacedFinding } from '../../src/lint/placed-finding.ts'
import { SourceText } from '../../src/load/source-text.ts'
import { FILE_START, type Finding } from '../../src/model/finding.ts'

const found: Finding = {
  rule: 'text/title',
  severity: 'warning',
  message: 'It is wrong.',
  help: 'Mend it.',
  file: 'aB3dE5gH7j.yaml',
  range: FILE_START,
  pointer: '/title',
  id: 'aB3dE5gH7j',
}
const keyIn = (text: string, more: { [K in keyof Finding]?: Finding[K] | undefined } = {}) =>
  findingKey({ ...found, ...more } as PlacedFinding, new SourceText(found.file, 'card', Buffer.from(text)))

describe('the key of a finding', () => {
  it('is four words: card, rule, place and the hash of the value', () => {
    expect(keyIn('id: aB3dE5gH7j\ntitle: A\n')).toMatch(/^aB3dE5gH7j text\/title \/title [0-9a-f]{12}$/)
  })

  it('stays when lines move, quotes change and the words of the finding do', () => {
    const key = keyIn('id: aB3dE5gH7j\ntitle: A\n')
    expect(keyIn('# on top\nid: aB3dE5gH7j\n\ntype: web\ntitle: "A"\n', { message: 'So wrong.' })).toBe(key)
  })

  it('is another when another value is wrong', () => {
    expect(keyIn('title: A\n')).not.toBe(keyIn('title: B\n'))
  })

  it('names the items of lists by what they are, so that a new first item changes nothing', () => {
    const key = keyIn('tags: [b, c]\n', { pointer: '/tags/1' })
    expect(keyIn('tags: [a, b, c]\n', { pointer: '/tags/2' })).toBe(key)
    expect(key).toMatch(/ \/tags\/\[[0-9a-f]{8}\] /)
  })

  it('names the entries of a registry by their ids', () => {
    const text = '- id: nature\n  name: Nature\n  domains: [nature.com]\n'
    const key = keyIn(text, {
      file: 'venues.yaml',
      pointer: '/0/domains/0',
      id: undefined,
    })
    expect(key).toMatch(/^venues\.yaml text\/title \/\[nature\]\/domains\/\[[0-9a-f]{8}\] /)
  })

  it('goes by the words where the whole file is wrong', () => {
    const whole = { pointer: '', message: 'A card needs `title`.' }
    expect(keyIn('id: a\n', whole)).toBe(keyIn('id: b\n', whole))
    expect(keyIn('id: a\n', whole)).not.toBe(keyIn('id: a\n', { ...whole, message: 'A card needs `type`.' }))
  })

  it('holds no white space, whatever the names in it', () => {
    const key = keyIn('"a b\\n%": 1\n', {
      pointer: '/a b\n%',
      file: 'x y.yaml',
      id: undefined,
    })
    expect(key.split(' ')).toHaveLength(4)
    expect(key).toMatch(/^x%20y\.yaml text\/title \/a%20b%0A%25 /)
  })
})

it('gives two findings with one key two fingerprints, in every run the same', () => {
  const [first, second, third] = fingerprints(['a b c d', 'a b c d', 'other'])
  expect(new Set([first, second, third]).size).toBe(3)
  expect(fingerprints(['other', 'a b c d'])).toEqual([third, first])
})
