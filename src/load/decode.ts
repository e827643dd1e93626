import { isUtf8 } from 'node:buffer'
import { lineStartsOf, type Position, positionAt } from '../model/place.ts'
import type { TextProblem } from './text-problem.ts'

/** Larger files are not read: a card is a few kilobytes, so this is some other file or an attack. */
export const maxBytes = 5 * 1024 * 1024

/** What a file's bytes say. With a problem the text is '' or, for broken UTF-8, the text with U+FFFD in it. */
export interface Decoded {
  text: string
  bom: boolean
  problem?: TextProblem
}

/** Decodes a UTF-8 file and takes off its byte-order mark. Anything else is a problem, never an exception. */
export function decode(bytes: Uint8Array, limit = maxBytes): Decoded {
  if (bytes.length > limit) {
    return refuse(
      `The file is larger than ${Math.round(limit / (1024 * 1024))} MiB, the most that is read.`,
      'Move it out of the library, or split it.',
    )
  }
  const wide = wideEncoding(bytes)
  if (wide !== undefined) {
    return refuse(
      `The file is in ${wide}, not in UTF-8.`,
      `Save it as UTF-8 in your editor, or convert it: iconv -f ${wide} -t UTF-8 OLD > NEW`,
    )
  }
  const bom = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf
  const buffer = bufferOf(bytes, bom ? 3 : 0)
  const text = buffer.toString('utf8')
  if (isUtf8(buffer)) return { text, bom }
  return { text, bom, problem: badByteProblem(text, buffer) }
}

function bufferOf(bytes: Uint8Array, start: number): Buffer {
  if (start === 0 && Buffer.isBuffer(bytes)) return bytes
  return Buffer.from(bytes.buffer, bytes.byteOffset + start, bytes.byteLength - start)
}

/** Names the UTF-16 or UTF-32 that a byte-order mark or the NULs of a first ASCII character give away. */
function wideEncoding(bytes: Uint8Array): string | undefined {
  if (!mayBeWide(bytes[0]) && !mayBeWide(bytes[1])) return undefined
  if (bytes.length < 2) return undefined
  // Not `[a, b, c, d] = bytes`, which goes through an iterator: for a small file that takes as long as all the rest.
  const [a, b, c, d] = [bytes[0], bytes[1], bytes[2], bytes[3]]
  const four = bytes.length >= 4
  if (four && a === 0xff && b === 0xfe && c === 0 && d === 0) return 'UTF-32LE'
  if (four && a === 0 && b === 0 && c === 0xfe && d === 0xff) return 'UTF-32BE'
  if (a === 0xff && b === 0xfe) return 'UTF-16LE'
  if (a === 0xfe && b === 0xff) return 'UTF-16BE'
  if ((a !== 0 && b !== 0) || !isMostlyNul(bytes)) return undefined
  if (four && a === 0 && b === 0 && c === 0 && d !== 0) return 'UTF-32BE'
  if (four && a !== 0 && b === 0 && c === 0 && d === 0) return 'UTF-32LE'
  if (a === 0 && b !== 0) return 'UTF-16BE'
  if (a !== 0 && b === 0) return 'UTF-16LE'
  return undefined
}

/** Whether a byte, one of the first two, is NUL or part of a byte-order mark of those encodings: seldom, and soon seen. */
function mayBeWide(byte: number | undefined): boolean {
  return byte === 0 || byte === 0xfe || byte === 0xff
}

/**
 * Whether so many of the first bytes are NUL that the text can hardly be UTF-8 with a few in it: in other encodings every
 * other byte of ASCII is one. Text in other scripts is no UTF-8 in the first place.
 */
function isMostlyNul(bytes: Uint8Array): boolean {
  const start = bytes.subarray(0, 1024)
  return start.filter(byte => byte === 0).length * 5 >= start.length * 2 || !isUtf8(bytes)
}

/**
 * Finds the first byte that is not UTF-8. Everything before it decoded one to one, so it is at the first U+FFFD
 * that the file does not itself contain.
 */
function badByteProblem(text: string, buffer: Buffer): TextProblem {
  let offset = 0
  let byte = 0
  for (let next = text.indexOf('\ufffd'); next !== -1; next = text.indexOf('\ufffd', offset)) {
    byte += Buffer.byteLength(text.slice(offset, next))
    offset = next
    const genuine = buffer[byte] === 0xef && buffer[byte + 1] === 0xbf && buffer[byte + 2] === 0xbd
    if (!genuine) break
    byte += 3
    offset += 1
  }
  const value = (buffer[byte] ?? 0).toString(16).toUpperCase().padStart(2, '0')
  return encodingProblem(
    `The byte 0x${value} here is not UTF-8.`,
    'The file was probably saved in another encoding, such as Windows-1252; save it as UTF-8, then check accents and quotes.',
    positionAt(lineStartsOf(text), offset),
  )
}

function refuse(message: string, help: string): Decoded {
  return { text: '', bom: false, problem: encodingProblem(message, help, { line: 1, column: 1 }) }
}

function encodingProblem(message: string, help: string, start: Position): TextProblem {
  const end = { line: start.line, column: start.column + 1 }
  return { rule: 'yaml/encoding', severity: 'error', message, help, range: { start, end } }
}
