import { describe, expect, it } from 'vitest'
import { decode, maxBytes } from '../../src/load/decode.ts'

const utf8 = (text: string) => new TextEncoder().encode(text)
const bytes = (...values: number[]) => Uint8Array.from(values)

describe('decode', () => {
  it('decodes UTF-8, with characters of every length', () => {
    expect(decode(utf8('title: Größe — 😀\n'))).toEqual({ text: 'title: Größe — 😀\n', bom: false })
  })

  it('decodes an empty file', () => {
    expect(decode(bytes())).toEqual({ text: '', bom: false })
  })

  it('takes off a byte-order mark and says so', () => {
    expect(decode(utf8('\ufeffid: x\n'))).toEqual({ text: 'id: x\n', bom: true })
  })

  it('keeps a second byte-order mark as text', () => {
    expect(decode(utf8('\ufeff\ufeffid: x'))).toEqual({ text: '\ufeffid: x', bom: true })
  })

  it('keeps a replacement character that the file really has', () => {
    expect(decode(utf8('a\ufffdb'))).toEqual({ text: 'a\ufffdb', bom: false })
  })

  it('reads only its own part of a larger buffer', () => {
    expect(decode(utf8('xxid: yzz').subarray(2, 7)).text).toBe('id: y')
  })

  it.each(['a\0bc', '\0title: x', 'x\0\0\0and more text'])(
    'does not take %j, which has NULs in it, for UTF-16',
    text => {
      expect(decode(utf8(text))).toEqual({ text, bom: false })
    },
  )

  it.each([
    ['UTF-16LE', 'with a byte-order mark', bytes(0xff, 0xfe, 0x69, 0)],
    ['UTF-16BE', 'with a byte-order mark', bytes(0xfe, 0xff, 0, 0x69)],
    ['UTF-32LE', 'with a byte-order mark', bytes(0xff, 0xfe, 0, 0, 0x69, 0, 0, 0)],
    ['UTF-32BE', 'with a byte-order mark', bytes(0, 0, 0xfe, 0xff, 0, 0, 0, 0x69)],
    ['UTF-16LE', 'without one', bytes(0x69, 0, 0x64, 0)],
    ['UTF-16BE', 'without one', bytes(0, 0x69, 0, 0x64)],
    ['UTF-32LE', 'without one', bytes(0x69, 0, 0, 0)],
    ['UTF-32BE', 'without one', bytes(0, 0, 0, 0x69)],
  ])('refuses %s %s', (name, _how, input) => {
    const { text, problem } = decode(input)
    expect(text).toBe('')
    expect(problem).toMatchObject({ rule: 'yaml/encoding', severity: 'error' })
    expect(problem?.message).toBe(`The file is in ${name}, not in UTF-8.`)
    expect(problem?.help).toContain(`iconv -f ${name} -t UTF-8`)
  })

  it.each([
    ['Latin-1 é', bytes(0x61, 0x0a, 0x62, 0xe9, 0x63), 2, 2, 'E9'],
    ['a lone continuation byte', bytes(0x80), 1, 1, '80'],
    ['a sequence cut off by the end', bytes(0x61, 0xe2, 0x82), 1, 2, 'E2'],
    ['an overlong slash', bytes(0x61, 0xc0, 0xaf), 1, 2, 'C0'],
    ['half of a surrogate pair', bytes(0xed, 0xa0, 0x80), 1, 1, 'ED'],
    ['a code point beyond Unicode', bytes(0xf4, 0x90, 0x80, 0x80), 1, 1, 'F4'],
    [
      'a bad byte after a genuine U+FFFD and an emoji',
      Uint8Array.of(...utf8('\ufffd😀\n\ufffd'), 0xff),
      2,
      2,
      'FF',
    ],
    ['a bad byte after a byte-order mark', Uint8Array.of(...utf8('\ufeffab'), 0xff), 1, 3, 'FF'],
  ])('points at %s', (_name, input, line, column, hex) => {
    const { problem } = decode(input)
    expect(problem?.range).toEqual({ start: { line, column }, end: { line, column: column + 1 } })
    expect(problem?.message).toBe(`The byte 0x${hex} here is not UTF-8.`)
  })

  it('gives the readable text of a broken file, for showing it', () => {
    expect(decode(bytes(0x61, 0xe9, 0x62)).text).toBe('a\ufffdb')
  })

  it('refuses a file over the limit and reads one at it', () => {
    expect(decode(new Uint8Array(maxBytes).fill(0x61)).problem).toBeUndefined()
    const { text, problem } = decode(new Uint8Array(maxBytes + 1).fill(0x61))
    expect(text).toBe('')
    expect(problem?.message).toBe('The file is larger than 5 MiB, the most that is read.')
  })
})
