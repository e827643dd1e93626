import { describe, expect, it } from 'vitest'
import { blockLines, plainScalar } from '../../src/load/plain-scalars.ts'

describe('plainScalar', () => {
  it.each<[string, string | string[]]>([
    ['a word', 'a word'],
    ['https://a.b/c:d#e', 'https://a.b/c:d#e'],
    ['"a: b #c"', 'a: b #c'],
    [`'a "b"'`, 'a "b"'],
    ['""', ''],
    ['[a, b-c,d]', ['a', 'b-c', 'd']],
  ])('takes %s', (written, value) => {
    expect(plainScalar(written)).toEqual(value)
  })

  it.each([
    '',
    'a: b',
    'a:',
    'a #b',
    'a ',
    '"',
    '"a',
    '"a"b"',
    '"a\\n"',
    "'a''b'",
    '[]',
    '[a',
    '[a b]',
    '- a',
    '*a',
  ])('leaves `%s` to others', written => {
    expect(plainScalar(written)).toBeUndefined()
  })
})

describe('blockLines', () => {
  it.each([
    ['one line', 'a', 'a', 'a'],
    ['lines', 'a\n  b\n  c', 'a\nb\nc', 'a b c'],
    ['a blank line', 'a\n\n  b\n  c', 'a\n\nb\nc', 'a\nb c'],
    ['blank lines', 'a\n\n\n  b', 'a\n\n\nb', 'a\n\nb'],
  ])('keeps or folds %s', (_name, lines, kept, folded) => {
    expect([blockLines(lines, 2, false), blockLines(lines, 2, true)]).toEqual([kept, folded])
  })
})
