import { neutralLine } from '../model/neutral.ts'
import type { Context } from './command.ts'

/** Paths, a line each: neutralised on a terminal, raw when piped, as other programs need them. */
export function pathLines(paths: readonly string[], { isTerminal }: Pick<Context, 'isTerminal'>): string {
  return paths.map(path => `${isTerminal ? neutralLine(path) : path}\n`).join('')
}
