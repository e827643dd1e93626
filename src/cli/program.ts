import { CommanderError, Help, Command as Parser, Option as ParserOption } from 'commander'
import type { Command } from '../commands/command.ts'
import { type CommandEntry, commands } from '../commands/index.ts'
import type { Option, Options, Values } from '../commands/option.ts'
import { CardsError } from '../model/errors.ts'
import { closest } from '../model/nearest.ts'
import { wrapText } from '../render/wrap.ts'
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
    if (error.exitCode !== 0) throw usageError(error, name, command)
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
    // Commander's own are far-fetched.
    .showSuggestionAfterError(false)
    .configureOutput({
      writeOut: print,
      writeErr: () => {},
      getOutHelpWidth: () => style.columns,
      getOutHasColors: () => true,
    })
    .configureHelp({
      showGlobalOptions: true,
      minWidthToWrap: LEAST,
      formatItem: helpItem,
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

/** Columns that the text beside an option or command must have; with fewer it goes below. */
const LEAST = 20

function helpItem(term: string, width: number, description: string, help: Help): string {
  const columns = help.helpWidth ?? 80
  if (description === '' || columns - width - 4 >= LEAST)
    return Help.prototype.formatItem.call(help, term, width, description, help)
  return [`  ${term}`, ...indented(description, columns)].join('\n')
}

/** Text below what it is about. */
function indented(text: string, columns: number): string[] {
  return wrapText(text, Math.max(LEAST, columns - 6)).map(line => `      ${line}`)
}

function usageError(
  { code, message }: CommanderError,
  name: string | undefined,
  command: Command | undefined,
): CardsError {
  const [text = ''] = message.replace(/^error: /, '').split('\n')
  const sentence = `${text.charAt(0).toUpperCase()}${text.slice(1)}`.replace(/[^.?!]$/, end => `${end}.`)
  const given = /'(?:--)?(.*)'/.exec(text)?.[1] ?? ''
  const help = command ? `cards ${name} --help` : 'cards --help'
  return new CardsError('usage', sentence, suggested(code, given, command) ?? `See ${help}.`)
}

/** What an unknown command or option was meant for. */
function suggested(code: string, given: string, command: Command | undefined): string | undefined {
  const [prefix, known] =
    code === 'commander.unknownCommand'
      ? ['', commands.map(entry => entry.name)]
      : code === 'commander.unknownOption'
        ? ['--', optionNames({ ...command?.options, ...sharedOptions })]
        : ['', []]
  const [meant] = given.length > LONGEST ? [] : closest(given, known)
  return meant === undefined ? undefined : `Did you mean ${prefix}${meant}?`
}

/** What is longer is no misspelt name. */
const LONGEST = 40

function optionNames(options: Options): string[] {
  return Object.values(options).flatMap(({ flags }) => /--([a-z-]+)/.exec(flags)?.[1] ?? [])
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
      fits
        ? `  ${style.term(line.padEnd(width))}  ${meaning}`
        : [`  ${style.term(line)}`, ...indented(meaning, style.columns)].join('\n'),
    )
    .join('\n')
}
