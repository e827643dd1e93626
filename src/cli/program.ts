import { CommanderError, Command as Parser, Option as ParserOption } from 'commander'
import type { Command } from '../commands/command.ts'
import { type CommandEntry, commands } from '../commands/index.ts'
import type { Option, Options, Values } from '../commands/option.ts'
import { CardsError } from '../model/errors.ts'
import { negativeTerms } from './negative-terms.ts'
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
  const name = commandName(argv)
  if (name === undefined && !argv.some(arg => PRINTS.has(arg)))
    return readArguments(['--help'], version, style)
  const isKnown = commands.some(entry => entry.name === name)
  if (argv[0] === 'help' && name !== undefined)
    return readArguments(isKnown ? [name, '--help'] : [name], version, style)
  const command = await commands.find(entry => entry.name === name)?.load()
  const printed: string[] = []
  const isHelpWanted = argv.some(arg => ['-h', '--help', 'help'].includes(arg))
  const parser = buildParser({
    version,
    name,
    command,
    style,
    isHelpWanted,
    print: text => printed.push(text),
  })
  let invocation: Invocation | undefined
  parser.commands
    .find(sub => sub.name() === name)
    ?.action((...parts: unknown[]) => {
      if (command) invocation = resolved(command, parts.at(-1) as Parser)
    })
  try {
    await parser.parseAsync(command?.takesQuery ? negativeTerms(argv, command.options) : argv, {
      from: 'user',
    })
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error
    if (error.exitCode !== 0) throw usageError(error, name)
  }
  return invocation ?? { kind: 'print', text: printed.join('') }
}

const PRINTS = new Set(['-h', '--help', '-V', '--version', 'help'])

/** How help is drawn. */
export interface HelpStyle {
  readonly columns: number
  title(text: string): string
  term(text: string): string
}

function resolved(command: Command, parser: Parser): Invocation {
  const raw = parser.optsWithGlobals()
  return {
    kind: 'run',
    command,
    args: parser.args,
    options: valuesOf(command.options, raw),
    shared: valuesOf(sharedOptions, raw),
  }
}

function valuesOf<O extends Options>(options: O, raw: Record<string, unknown>): Values<O> {
  const values = Object.entries(options).map(([name, option]) => {
    const given = raw[parserOption(option).attributeName()]
    return [name, option.read(given === undefined || given === true ? given : (given as string[]))]
  })
  return Object.fromEntries(values) as Values<O>
}

interface ParserParts {
  readonly version: string
  readonly name: string | undefined
  readonly command: Command | undefined
  readonly style: HelpStyle
  readonly isHelpWanted: boolean
  print(text: string): void
}

function buildParser({ version, name, command, style, isHelpWanted, print }: ParserParts): Parser {
  const parser = new Parser('cards')
    .description(
      'Source cards: one YAML file for each source that you cite, with what it says and how far to trust it.',
    )
    .version(version, '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print help')
    .helpCommand(false)
    .exitOverride()
    .showSuggestionAfterError(true)
    .configureOutput({
      writeOut: print,
      writeErr: () => {},
      getOutHelpWidth: () => style.columns,
      getOutHasColors: () => true,
    })
    .configureHelp({
      showGlobalOptions: true,
      minWidthToWrap: 20,
      styleTitle: style.title,
      styleSubcommandTerm: style.term,
      styleOptionTerm: style.term,
    })
    .addHelpText('after', () => overview(style))
  if (isHelpWanted)
    parser.commandsGroup('Set up:').helpCommand('help [command]', 'print the help of a command')
  for (const option of Object.values(sharedOptions)) parser.addOption(parserOption(option))
  // Only help tells of all the others; each takes time to make.
  const listed = command && !isHelpWanted ? commands.filter(entry => entry.name === name) : commands
  for (const entry of listed) addCommand(parser, entry, entry.name === name ? command : undefined, style)
  return parser
}

function addCommand(
  parser: Parser,
  entry: CommandEntry,
  command: Command | undefined,
  style: HelpStyle,
): void {
  const sub = parser
    .command(`${entry.name} ${command?.usage ?? ''}`.trim())
    .summary(entry.summary)
    .helpGroup(`${entry.group}:`)
  // Without its command loaded it is only listed, and takes whatever stands behind it.
  if (!command) {
    sub.allowUnknownOption().allowExcessArguments()
    return
  }
  sub.description(command.description).addHelpText('after', () => examples(command, style))
  for (const option of Object.values(command.options)) sub.addOption(parserOption(option))
}

/** All values of an option are gathered; what several mean is for the option to say. */
function parserOption(option: Option<unknown>): ParserOption {
  const made = new ParserOption(option.flags, option.description)
  if (made.required || made.optional)
    made.argParser((value: string, before: string[] | undefined) => [...(before ?? []), value])
  return made
}

/** The first argument that is no option and no option's value. */
function commandName(argv: readonly string[]): string | undefined {
  const valued = Object.values(sharedOptions)
    .map(parserOption)
    .filter(option => option.required)
    .flatMap(option => [option.short, option.long])
  for (let i = 0; i < argv.length; i++) {
    const arg = argv[i] ?? ''
    if (arg === 'help') return argv[i + 1]
    if (!arg.startsWith('-')) return arg
    if (valued.includes(arg)) i++
  }
  return undefined
}

function usageError(error: CommanderError, name: string | undefined): CardsError {
  const [message = '', ...more] = error.message.replace(/^error: /, '').split('\n')
  const sentence = `${message.charAt(0).toUpperCase()}${message.slice(1)}`.replace(
    /[^.?!]$/,
    end => `${end}.`,
  )
  const help =
    name !== undefined && commands.some(entry => entry.name === name)
      ? `cards ${name} --help`
      : 'cards --help'
  const suggestion = more
    .join(' ')
    .trim()
    .replace(/^\(|\)$/g, '')
  return new CardsError('usage', sentence, suggestion === '' ? `See ${help}.` : suggestion)
}

function overview(style: HelpStyle): string {
  return `\n${style.title('Examples:')}\n${exampleLines(
    [
      ['cards init', 'make a library here'],
      ['cards list type:paper credibility:4..', 'papers rated High or Gold'],
      ['cards show MDc4MjQ5Yj', 'one card, whole'],
      ['cards search "reward hacking"', 'full text, best hits first'],
      ['cards help list', 'the query language and the options of list'],
    ],
    style,
  )}\n`
}

function examples(command: Command, style: HelpStyle): string {
  return `\n${style.title('Examples:')}\n${exampleLines(command.examples, style)}\n`
}

function exampleLines(rows: Command['examples'], style: HelpStyle): string {
  const width = Math.max(...rows.map(([line]) => line.length))
  const fits = rows.every(([, meaning]) => width + 4 + meaning.length <= style.columns)
  return rows
    .map(([line, meaning]) =>
      fits ? `  ${style.term(line.padEnd(width))}  ${meaning}` : `  ${style.term(line)}\n      ${meaning}`,
    )
    .join('\n')
}
