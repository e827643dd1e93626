import type { Command } from '../commands/command.ts'
import type { Option, Options } from '../commands/option.ts'
import { sharedOptions } from './shared-options.ts'

/** Arguments that make sense, before their options are read. */
export interface Typed {
  /** Without the command's name and the options. */
  readonly args: readonly string[]
  /** What was typed for an option, as its `read` takes it. */
  given(option: Option<unknown>): Raw
}

type Raw = Parameters<Option<unknown>['read']>[0]

/**
 * Reads arguments of the plainest forms, which nearly all have, just as commander would: a command's name and its
 * arguments, with whole options of the tables before, between and behind. Loading commander would take longer than all
 * else that `cards show` does.
 * @param name of the command
 * @returns undefined for all other forms, right or wrong
 */
export function readPlainly(
  argv: readonly string[],
  name: string | undefined,
  { usage, options }: Pick<Command, 'usage' | 'options'>,
): Typed | undefined {
  const operands: string[] = []
  const typed = new Map<Option<unknown>, string[] | boolean>()
  for (let i = 0; i < argv.length; i++) {
    const arg = argv[i] ?? ''
    if (arg === '-' || !arg.startsWith('-')) {
      operands.push(arg)
      continue
    }
    // Before the command's name stand no options of its own.
    const option =
      optionNamed(arg, sharedOptions) ?? (operands.length > 0 ? optionNamed(arg, options) : undefined)
    if (!option || option.flags.includes('[')) return undefined
    if (!option.flags.includes('<')) {
      typed.set(option, !arg.startsWith('--no-'))
      continue
    }
    const value = argv[++i]
    if (value === undefined || value.startsWith('-')) return undefined
    typed.set(option, [...listOf(typed.get(option)), value])
  }
  const [first, ...args] = operands
  if (first !== name || !takes(usage, args.length)) return undefined
  return { args, given: option => typed.get(option) as Raw }
}

/** The option of a table that an argument is, such as `-n` or `--limit`. */
export function optionNamed(arg: string, options: Options): Option<unknown> | undefined {
  return Object.values(options).find(({ flags }) => flags.split(/,? /).includes(arg))
}

function listOf(value: string[] | boolean | undefined): string[] {
  return Array.isArray(value) ? value : []
}

/** Whether a usage such as `<keep> [other...]` has room for so many arguments, and needs no more. */
function takes(usage: string, count: number): boolean {
  const parts = usage.split(' ')
  const needed = parts.filter(part => part.startsWith('<')).length
  return count >= needed && (usage.includes('...') || count <= (usage === '' ? 0 : parts.length))
}
