import fc from 'fast-check'
import { expect, it } from 'vitest'
import { decodePage, pageEncoding } from '../../src/fetch/decode-page.ts'

const decoded = (bytes: Uint8Array, contentType: string) =>
  decodePage(bytes, pageEncoding(bytes, contentType))
const latin1 = (text: string) => Buffer.from(text, 'latin1')
const utf16 = (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le')
/** `日本` in Shift_JIS. */
const SHIFT_JIS = Buffer.from([0x93, 0xfa, 0x96, 0x7b])

it.each([
  ['UTF-8 when nothing else is said', Buffer.from('Größe'), '', 'Größe'],
  ['what the header says', latin1('Gr\xf6\xdfe \x93x\x94'), 'text/html; charset=ISO-8859-1', 'Größe “x”'],
  ['what the header says in quotes', latin1('Gr\xf6\xdfe'), 'text/html;charset="windows-1252"', 'Größe'],
  ['Shift_JIS', SHIFT_JIS, 'text/html; charset=Shift_JIS', '日本'],
  ['a byte-order mark before the header', Buffer.from('\ufeffGröße'), 'text/html; charset=latin1', 'Größe'],
  ['UTF-16 by its mark, whatever the header says', utf16('Größe'), 'text/html; charset=utf-8', 'Größe'],
  ['UTF-16, big end first', utf16('Größe').swap16(), '', 'Größe'],
  [
    'the header before the page',
    Buffer.from('<meta charset=latin1>ö'),
    'text/html; charset=utf-8',
    '<meta charset=latin1>ö',
  ],
  [
    'what the page says',
    latin1('<meta charset="windows-1252">\xf6'),
    'text/html',
    '<meta charset="windows-1252">ö',
  ],
  [
    'what the page says in the old way',
    latin1('<meta http-equiv="Content-Type" content="text/html; charset=iso-8859-15">\xa4'),
    'text/html',
    '<meta http-equiv="Content-Type" content="text/html; charset=iso-8859-15">€',
  ],
  [
    'UTF-8 for a page that says UTF-16 in ASCII',
    Buffer.from('<meta charset=utf-16>ö'),
    '',
    '<meta charset=utf-16>ö',
  ],
  [
    'nothing that a comment says',
    Buffer.from('<!--<meta charset=latin1>-->ö'),
    '',
    '<!--<meta charset=latin1>-->ö',
  ],
  ['nothing of a label that nobody knows', Buffer.from('ö'), 'text/html; charset=klingon', 'ö'],
  [
    'the page where the header has such a label',
    latin1('<meta charset=latin1>\xf6'),
    'a/b; charset=?',
    '<meta charset=latin1>ö',
  ],
])('takes %s', (_what, bytes, contentType, text) => {
  expect(decoded(bytes, contentType)).toBe(text)
})

it('looks no further than the first 1024 bytes', () => {
  const page = (spaces: number) => latin1(`${' '.repeat(spaces)}<meta charset=latin1>\xf6`)
  expect(decoded(page(1000), '')).toContain('ö')
  expect(decoded(page(1024), '')).toContain('\ufffd')
})

it('never throws', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), fc.string(), (bytes, label) => {
      expect(typeof decoded(bytes, `text/html; charset=${label}`)).toBe('string')
      expect(typeof decoded(Buffer.concat([latin1(`<meta charset="${label}">`), bytes]), '')).toBe('string')
    }),
  )
})
