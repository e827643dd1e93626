import { isAllNarrow, isPlain, plainWidth } from '../model/plain-width.ts'
import { graphemesOf } from './graphemes.ts'

/** How many columns of a terminal a text takes. Controls take none: neutralise first. */
export function textWidth(text: string): number {
  if (isAllNarrow(text)) return text.length
  let width = 0
  for (let i = 0; i < text.length; i++) {
    const unit = plainWidth(text.charCodeAt(i))
    if (unit === 0) return graphemesOf(text).widths.reduce((sum, width) => sum + width, 0)
    width += unit
  }
  return width
}

/** The text, or as many whole graphemes of its start as fit with `…`; never wider than `width` columns. */
export function truncate(text: string, width: number): string {
  // No character is wider than two columns, and most texts are short.
  if (text.length * 2 <= width || textWidth(text) <= width) return text
  if (width < 1) return ''
  const { ends, widths } = graphemesOf(isPlain(text) ? text.slice(0, width) : text)
  let room = width - 1
  let end = 0
  for (let i = 0; i < ends.length; i++) {
    room -= widths[i] ?? 0
    if (room < 0) break
    end = ends[i] ?? end
  }
  return `${text.slice(0, end).trimEnd()}…`
}

/** The same from the other side: `…` and as much of the end of a text as fits. */
export function truncateStart(text: string, width: number): string {
  if (text.length * 2 <= width || textWidth(text) <= width) return text
  if (width < 1) return ''
  const { ends, widths } = graphemesOf(text)
  let room = width - 1
  let start = text.length
  for (let i = ends.length - 1; i >= 0; i--) {
    room -= widths[i] ?? 0
    if (room < 0) break
    start = ends[i - 1] ?? 0
  }
  return `…${text.slice(start).trimStart()}`
}
