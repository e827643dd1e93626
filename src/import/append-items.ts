import { itemLines } from '../edit/write-card.ts'
import { readDocument } from '../load/yaml-document.ts'
import type { Page, Venue } from '../model/card.ts'

/**
 * Adds items after the last one of a YAML file that is a list. The bytes before them stay as they are.
 * @returns the bytes of the file, or undefined when it is no list that can be added to: the result is read back
 */
export function appendItems(file: Uint8Array, items: readonly (Venue | Page)[]): Uint8Array | undefined {
  const text = Buffer.from(file).toString('utf8')
  const before = entriesOf(text)
  if (before === undefined) return undefined
  const lineEnd = text.includes('\r\n') ? '\r\n' : '\n'
  const indent = /^( *)- /m.exec(text.replace(/^\s*#.*$/gm, ''))?.[1]?.length ?? 0
  const base = before.length > 0 ? text : text.replace(/^\[\s*\][ \t]*\r?$/m, '').trimEnd()
  const added = `${gapAfter(base, lineEnd)}${itemLines(items, indent).join('\n').replaceAll('\n', lineEnd)}${lineEnd}`
  const result = Buffer.concat([before.length > 0 ? file : Buffer.from(base), Buffer.from(added)])
  const expected = [...before, ...(entriesOf(itemLines(items).join('\n')) ?? [])]
  return JSON.stringify(entriesOf(result.toString('utf8'))) === JSON.stringify(expected) ? result : undefined
}

/** What makes a blank line between two items. */
function gapAfter(text: string, lineEnd: string): string {
  if (text === '' || text.endsWith(lineEnd + lineEnd)) return ''
  return text.endsWith('\n') ? lineEnd : lineEnd + lineEnd
}

/** The items of a list, in YAML's failsafe schema; none for a file without content, undefined for what is no list. */
function entriesOf(text: string): unknown[] | undefined {
  const lines = text.replace(/^\ufeff/, '').split('\n')
  if (lines.every(line => /^(?:#|---$|$)/.test(line.trim()))) return []
  const { value } = readDocument(text)
  return Array.isArray(value) ? value : undefined
}
