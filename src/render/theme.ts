import type { ChalkInstance } from 'chalk'
import { neutralText } from '../model/neutral.ts'
import { hyperlink } from './hyperlink.ts'
import { chalkOf } from './lazy.cjs'
import type { Span, Style } from './span.ts'
import type { Terminal } from './terminal.ts'

export { type Surroundings, type Terminal, terminalOf } from './terminal.ts'

/** A colour as one of the terminal's own 16, and as one of the 256 that reads well on black and on white. */
type Color = readonly [name: 'red' | 'green' | 'yellow' | 'blue' | 'magenta' | 'cyan', of256: number]

/** How each style looks. Muted is dim, not grey, which a grey background would swallow. */
const THEME: Readonly<Record<Style, { color?: Color; font?: 'bold' | 'italic' | 'dim' | 'underline' }>> = {
  title: { font: 'bold' },
  heading: { font: 'bold' },
  label: { font: 'dim' },
  muted: { font: 'dim' },
  strong: { font: 'bold' },
  emphasis: { font: 'italic' },
  code: { color: ['cyan', 37] },
  link: { color: ['blue', 33] },
  id: { color: ['yellow', 136] },
  stars: { color: ['yellow', 172] },
  match: { color: ['magenta', 170], font: 'bold' },
  good: { color: ['green', 71] },
  info: { color: ['blue', 33] },
  warning: { color: ['yellow', 172], font: 'bold' },
  error: { color: ['red', 167], font: 'bold' },
}

const painters = new Map<string, ChalkInstance>()

/** One string of spans, with the escapes that the terminal knows. Whatever the texts hold, no other gets in. */
export function paint(spans: readonly Span[], terminal: Terminal): string {
  let painted = ''
  for (const span of spans) {
    const text = paintText(neutralText(span.text), span.styles, terminal)
    painted += span.link !== undefined && terminal.hyperlinks ? hyperlink(text, span.link) : text
  }
  return painted
}

/** A text, which has to be neutral already, in the given styles. */
export function paintText(text: string, styles: readonly Style[] | undefined, terminal: Terminal): string {
  if (terminal.color === 0 || text === '' || styles === undefined || styles.length === 0) return text
  const key = `${terminal.color} ${styles.join(' ')}`
  let painter = painters.get(key)
  if (painter === undefined) {
    painter = painterOf(styles, terminal.color)
    painters.set(key, painter)
  }
  return painter(text)
}

function painterOf(styles: readonly Style[], level: 1 | 2 | 3): ChalkInstance {
  let painter = chalkOf(level)
  for (const style of styles) {
    const { color, font } = THEME[style]
    if (font !== undefined) painter = painter[font]
    if (color !== undefined) painter = level === 1 ? painter[color[0]] : painter.ansi256(color[1])
  }
  return painter
}
