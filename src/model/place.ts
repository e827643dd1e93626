/** A place in a text: both 1-based, the column in UTF-16 units. A byte-order mark takes no column. */
export interface Position {
  readonly line: number
  readonly column: number
}

/** A stretch of text; `end` is the first place after it. */
export interface Range {
  readonly start: Position
  readonly end: Position
}

/** A stretch of text by offsets into it, in UTF-16 units; `end` is the first after it. */
export type Span = readonly [start: number, end: number]

/** The way from the top of a document to a node: keys of maps and indices of lists. */
export type Pointer = readonly (string | number)[]

/**
 * The offsets at which the lines of a text start. Only LF (alone or after CR) ends a line, as in YAML 1.2
 * and in editors; NEL and U+2028 do not.
 */
export function lineStartsOf(text: string): number[] {
  const starts = [0]
  for (let end = text.indexOf('\n'); end !== -1; end = text.indexOf('\n', end + 1)) starts.push(end + 1)
  return starts
}

/** Where the line of an offset starts. */
export function lineStart(text: string, offset: number): number {
  return offset <= 0 ? 0 : text.lastIndexOf('\n', offset - 1) + 1
}

/** The position of an offset in the text that `lineStarts` was made from. */
export function positionAt(lineStarts: readonly number[], offset: number): Position {
  let low = 0
  let high = lineStarts.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((lineStarts[middle] ?? 0) <= offset) low = middle
    else high = middle - 1
  }
  return { line: low + 1, column: offset - (lineStarts[low] ?? 0) + 1 }
}
