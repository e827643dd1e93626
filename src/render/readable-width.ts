import type { Terminal } from './theme.ts'

/** Lines longer than this are hard to read, however wide the terminal is. */
const WIDEST = 100

/** The columns that text takes on a terminal. */
export function readableWidth({ columns }: Pick<Terminal, 'columns'>): number {
  return Math.min(columns, WIDEST)
}
