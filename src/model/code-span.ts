import { sizeOfRun } from './delimiter-run.ts'
import { type Token, token } from './markdown-token.ts'

/** The offsets of the runs of backticks of each length, last first. */
export type Ticks = Map<number, number[]>

/** Finds all backticks of a text once, so that many that are not closed cost no more than one. */
export function ticksOf(text: string): Ticks {
  const ticks: Ticks = new Map()
  for (const { 0: run, index } of [...text.matchAll(/`+/g)].reverse()) {
    const offsets = ticks.get(run.length)
    if (offsets === undefined) ticks.set(run.length, [index])
    else offsets.push(index)
  }
  return ticks
}

/**
 * The code span that starts with the backticks at an offset, or these as text when as many never follow, and the
 * offset after it. To be called with rising offsets, as it uses up the ticks.
 */
export function codeSpanAt(text: string, offset: number, ticks: Ticks): { found: Token; end: number } {
  const size = sizeOfRun(text, offset)
  const closers = ticks.get(size) ?? []
  while ((closers.at(-1) ?? text.length) < offset + size) closers.pop()
  const closer = closers.pop()
  if (closer === undefined) return { found: token(text.slice(offset, offset + size)), end: offset + size }
  const code = text.slice(offset + size, closer).replace(/\s/g, ' ')
  const isPadded = code.startsWith(' ') && code.endsWith(' ') && code.trim() !== ''
  return { found: token(isPadded ? code.slice(1, -1) : code, 'code'), end: closer + size }
}
