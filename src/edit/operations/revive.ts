import { SourceText } from '../../load/source-text.ts'
import type { FileChange } from '../../model/file-change.ts'
import { areSameBytes } from '../../model/file-change.ts'
import type { Change } from '../change.ts'
import { editedFile } from '../edited-file.ts'

/** Where the file of a retired card was before it was retired. */
export function formerPath(path: string): string {
  return path.replace(/^retired\//, '')
}

/**
 * The move that brings a retired card back, without its `retired` block. When nothing else has changed since it was
 * retired, the file is again what it was, to the byte.
 * @param to where it goes
 * @returns undefined when the block cannot be taken away without touching something else
 */
export function reviveFile(source: SourceText, to: string): (FileChange & { kind: 'move' }) | undefined {
  const content = formerContent(source)
  if (content === undefined) return undefined
  return { kind: 'move', path: source.path, to, content, expected: source.bytes }
}

/**
 * The bytes of a retired card as they were before it was retired.
 * @returns undefined when the block cannot be taken away without touching something else
 */
export function formerContent(source: SourceText): Uint8Array | undefined {
  const { value } = source
  if (typeof value !== 'object' || Array.isArray(value)) return undefined
  if (!Object.hasOwn(value, 'retired')) return source.bytes
  const unset: Change = { kind: 'unset', pointer: ['retired'] }
  const plain = editedFile(source, [unset])
  if (plain === undefined) return undefined
  const block = value.retired ?? ''
  const wasThis = (bytes: Uint8Array) => {
    const old = new SourceText(source.path, source.kind, bytes)
    const again = editedFile(old, [{ kind: 'set', pointer: ['retired'], value: block }])
    return again !== undefined && areSameBytes(again, source.bytes)
  }
  return formerBytes(source.bytes, plain).find(wasThis) ?? plain
}

/**
 * What the bytes may have been before a block was added: a blank line may have come with it, or the line break at the
 * end of the last line.
 */
function formerBytes(now: Uint8Array, plain: Uint8Array): Uint8Array[] {
  const [text, start] = [Buffer.from(plain).toString('utf8'), sharedStart(now, plain)]
  const before = Buffer.from(plain.subarray(0, start)).toString('utf8')
  const after = text.slice(before.length)
  return [
    text,
    text.replace(/\r?\n$/, ''),
    before.replace(/\r?\n$/, '') + after,
    before + after.replace(/^\r?\n/, ''),
  ].map(former => Buffer.from(former, 'utf8'))
}

function sharedStart(a: Uint8Array, b: Uint8Array): number {
  let length = 0
  while (length < a.length && length < b.length && a[length] === b[length]) length++
  // Not within a character.
  while (length > 0 && ((b[length] ?? 0) & 0xc0) === 0x80) length--
  return length
}
