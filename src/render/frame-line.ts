import { neutralLine } from '../model/neutral.ts'
import { textWidth, truncate, truncateStart } from './text-width.ts'

/** A line as shown, and where in it the range is, in columns of the terminal. */
export interface FrameLine {
  text: string
  column: number
  width: number
}

/** A source line, neutral, with tabs as spaces, cut to `room` columns. */
export function plainFrameLine(line: string, room: number): string {
  return truncate(shown(line.slice(0, room * 4), 0), room)
}

/**
 * A source line cut to `room` columns around a range of it.
 * @param startColumn of the range, 1-based in UTF-16 units
 * @param endColumn the first after it; undefined for the end of the line
 */
export function frameLine(
  line: string,
  startColumn: number,
  endColumn: number | undefined,
  room: number,
): FrameLine {
  const start = Math.min(startColumn - 1, line.length)
  const end = Math.max(start, Math.min((endColumn ?? Number.POSITIVE_INFINITY) - 1, line.length))
  // More than could be shown; lines may have millions of characters.
  const most = room * 4
  const before = shown(line.slice(Math.max(0, start - most), start), 0)
  const marked = shown(line.slice(start, Math.min(end, start + most)), textWidth(before))
  const after = shown(line.slice(end, end + most), textWidth(before + marked))

  // Of a long line a third is what leads to the range, or more when less is left after it.
  const rest = Math.max(1, textWidth(marked + after))
  const lead =
    textWidth(before) + rest <= room
      ? before
      : truncateStart(before, Math.max(room - rest, Math.floor(room / 3)))
  const column = textWidth(lead)
  const text = lead + truncate(marked + after, room - column)
  return { text, column, width: Math.max(1, Math.min(textWidth(marked), room - column)) }
}

/** Text made neutral, its tabs as spaces up to the next fourth column. */
function shown(text: string, column: number): string {
  const [first = '', ...others] = text.split('\t')
  let line = neutralLine(first)
  for (const part of others) line += ' '.repeat(4 - ((column + textWidth(line)) % 4)) + neutralLine(part)
  return line
}
