import type { Span } from '../model/place.ts'
import type { TextEdit } from './text-edit.ts'

/** A stretch of the first text that is kept, or text that is put in. */
export type Piece = { readonly from: number; readonly to: number } | { readonly inserted: string }

/** Edits made one after the other, each list of them on the text that the last one left, as edits of the first text. */
export class EditLog {
  private pieces: Piece[]
  private readonly length: number

  constructor(length: number) {
    this.length = length
    this.pieces = [{ from: 0, to: length }]
  }

  /** @param edits in order, without overlaps */
  add(edits: readonly TextEdit[]): void {
    const next: Piece[] = []
    const rest = this.pieces.toReversed()
    let at = 0
    const take = (until: number, keep: boolean) => {
      while (at < until) {
        const piece = rest.pop()
        if (piece === undefined) return
        const [head, tail] = split(piece, until - at)
        if (keep) next.push(head)
        if (tail) rest.push(tail)
        at += lengthOf(head)
      }
    }
    for (const { span, text } of edits) {
      take(span[0], true)
      take(span[1], false)
      if (text !== '') next.push({ inserted: text })
    }
    this.pieces = [...next, ...rest.reverse()]
  }

  /** In order, without overlaps. */
  edits(): TextEdit[] {
    return editsOfPieces(this.pieces, [0, this.length])
  }
}

/** The edits that make pieces, those that are kept in their order, of a stretch of the first text. */
export function editsOfPieces(pieces: readonly Piece[], [start, end]: Span): TextEdit[] {
  const edits: TextEdit[] = []
  let at = start
  let text = ''
  for (const piece of [...pieces, { from: end, to: end }]) {
    if ('inserted' in piece) {
      text += piece.inserted
      continue
    }
    if (piece.from > at || text !== '') edits.push({ span: [at, piece.from], text })
    at = piece.to
    text = ''
  }
  return edits
}

function lengthOf(piece: Piece): number {
  return 'inserted' in piece ? piece.inserted.length : piece.to - piece.from
}

function split(piece: Piece, at: number): [Piece, Piece | undefined] {
  if (at >= lengthOf(piece)) return [piece, undefined]
  if ('inserted' in piece)
    return [{ inserted: piece.inserted.slice(0, at) }, { inserted: piece.inserted.slice(at) }]
  const middle = piece.from + at
  return [
    { from: piece.from, to: middle },
    { from: middle, to: piece.to },
  ]
}
