import type { Command } from '../commands/command.ts'
import { commands } from '../commands/index.ts'
import type { Options, Values } from '../commands/option.ts'
import { commandHelp, type HelpStyle, overview } from './help-page.ts'
import { optionNamed, readPlainly, type Typed } from './read-plainly.ts'
import { sharedOptions } from './shared-options.ts'

/** What the arguments ask for, resolved: nobody looks at a flag again. */
export type Invocation =
  | {
      readonly kind: 'run'
      readonly command: Command
      readonly args: readonly string[]
      readonly options: Values<Options>
      readonly shared: Shared
    }
  /** Text that was asked for instead of a command: help or the version. */
  | { readonly kind: 'print'; readonly text: string }

export type { HelpStyle }

export type Shared = Values<typeof sharedOptions>

/**
 * Reads the arguments. Only the command that they name is loaded.
 * @param argv the arguments alone, without program and script
 * @param version what `--version` prints
 * @param style how the help's titles are drawn, and how wide it may be
 * @throws CardsError `usage` for arguments that make no sense
 */
export async function readArguments(
  argv: readonly string[],
  version: string,
  style: HelpStyle,
): Promise<Invocation> {
  const [first, second, ...others] = argv
  if (first !== undefined && second === undefined) {
    if (VERSION_FLAGS.includes(first)) return { kind: 'print', text: `${version}\n` }
    if (first === 'help' || isHelp(first)) return { kind: 'print', text: overview(style) }
  }
  const name = commandName(argv)
  if (name === undefined && !argv.some(arg => PRINTS.has(arg)))
    return { kind: 'print', text: overview(style) }
  const entry = commands.find(entry => entry.name === name)
  if (first === 'help' && name !== undefined)
    return readArguments(entry ? [name, '--help'] : [name], version, style)
  const command = await entry?.load()
  if (command && name !== undefined && first === name && isHelp(second) && others.length === 0)
    return { kind: 'print', text: commandHelp(name, command, style) }
  const plain = command && readPlainly(argv, name, command)
  if (plain) return resolved(command, plain)
  // Commander takes a tenth of the time in which Node starts.
  const { parseArguments } = await import('./parse-arguments.ts')
  const parsed = await parseArguments(argv, name, command, version, style)
  return command && typeof parsed !== 'string'
    ? resolved(command, parsed)
    : { kind: 'print', text: String(parsed) }
}

const VERSION_FLAGS = ['-V', '--version']
const HELP_FLAGS = ['-h', '--help']
const isHelp = (arg: string | undefined) => HELP_FLAGS.includes(arg ?? '')
const PRINTS = new Set([...VERSION_FLAGS, ...HELP_FLAGS, 'help'])

function resolved(command: Command, typed: Typed): Invocation {
  return {
    kind: 'run',
    command,
    args: typed.args,
    options: valuesOf(command.options, typed),
    shared: valuesOf(sharedOptions, typed),
  }
}

function valuesOf<O extends Options>(options: O, { given }: Typed): Values<O> {
  const values = Object.entries(options).map(([name, option]) => [name, option.read(given(option))])
  return Object.fromEntries(values) as Values<O>
}

/** The first argument that is no option and no option's value. */
function commandName(argv: readonly string[]): string | undefined {
  for (let i = 0; i < argv.length; i++) {
    const arg = argv[i] ?? ''
    if (arg === 'help') return argv[i + 1]
    if (!arg.startsWith('-')) return arg
    if (optionNamed(arg, sharedOptions)?.flags.includes('<')) i++
  }
  return undefined
}
