import type { Options } from '../commands/option.ts'
import { sharedOptions } from './shared-options.ts'

/**
 * Lets a query's negative terms stand as arguments: `-tag:draft`, and behind a first term `-draft`, become
 * `NOT draft` and `NOT tag:draft`. A single letter stays the option that it looks like, and so does `-n5`.
 * @param argv the arguments, the command's name among them
 */
export function negativeTerms(argv: readonly string[], options: Options): string[] {
  const valued = new Set(
    [...Object.values(options), ...Object.values(sharedOptions)]
      .filter(option => option.flags.includes('<'))
      .flatMap(option => option.flags.match(/--?[A-Za-z-]+/g) ?? []),
  )
  const result: string[] = []
  // The command's name is the first operand, a query's first term the second.
  let operands = 0
  for (let i = 0; i < argv.length; i++) {
    const arg = argv[i] ?? ''
    if (arg === '--') return [...result, ...argv.slice(i)]
    if (valued.has(arg)) {
      result.push(arg, ...argv.slice(i + 1, i + 2))
      i++
    } else if (isNegative(arg, operands > 1)) {
      result.push('NOT', quotedPhrase(arg.slice(1)))
    } else {
      if (!arg.startsWith('-')) operands++
      result.push(arg)
    }
  }
  return result
}

/** No option has white space or a colon in it; without them only what stands behind a term can be one. */
function isNegative(arg: string, isBehindTerm: boolean): boolean {
  if (!/^-[^-\s]./.test(arg) || /^-[a-z]\d+$/.test(arg)) return false
  return isBehindTerm || /[\s:]/.test(arg)
}

/** The shell takes the quotes of `-"exact words"` away: they come back. A field's or a group's are its own affair. */
function quotedPhrase(term: string): string {
  return /\s/.test(term) && !/["(:]/.test(term) ? `"${term}"` : term
}
