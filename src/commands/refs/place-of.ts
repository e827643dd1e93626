import { lineStartsOf, type Position, positionAt, type Range } from '../../model/place.ts'
import type { ScannedDocument } from '../scan-documents.ts'

/** Where spans of a document stand, as it was read. */
export function rangesIn({
  text,
}: Pick<ScannedDocument, 'text'>): (span: { readonly start: number; readonly end: number }) => Range {
  let starts: number[] | undefined
  return ({ start, end }) => {
    starts ??= lineStartsOf(text)
    return { start: positionAt(starts, start), end: positionAt(starts, end) }
  }
}

/** A place as messages name it, and editors find it: `docs/a.md:12:8`. */
export function placeText({ name }: Pick<ScannedDocument, 'name'>, { line, column }: Position): string {
  return `${name}:${line}:${column}`
}
