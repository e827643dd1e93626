import { CommanderError, Command as Parser, Option as ParserOption } from 'commander'
import type { Command } from '../commands/command.ts'
import { type CommandEntry, commands } from '../commands/index.ts'
import type { Option, Options } from '../commands/option.ts'
import { CardsError } from '../model/errors.ts'
import { closest } from '../model/nearest.ts'
import { commandHelp, HELP_OPTION, type HelpStyle, overview, VERSION_OPTION } from './help-page.ts'
import { negativeTerms } from './negative-terms.ts'
import type { Typed } from './read-plainly.ts'
import { sharedOptions } from './shared-options.ts'

/**
 * Reads any arguments, with commander: those that are wrong, those that ask for help, and forms that `readPlainly`
 * leaves alone.
 * @param name the command that the arguments name
 * @param command the same, loaded; undefined when there is none of that name
 * @returns what was typed, or the text that was asked for
 * @throws CardsError `usage` for arguments that make no sense
 */
export async function parseArguments(
  argv: readonly string[],
  name: string | undefined,
  command: Command | undefined,
  version: string,
  style: HelpStyle,
): Promise<Typed | string> {
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
  let typed: Typed | undefined
  parser.commands
    .find(sub => sub.name() === name)
    ?.action((...parts: unknown[]) => {
      if (command) typed = typedIn(parts.at(-1) as Parser)
    })
  try {
    await parser.parseAsync(command?.takesQuery ? negativeTerms(argv, command.options) : argv, {
      from: 'user',
    })
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error
    if (error.exitCode !== 0) throw usageError(error, name, command)
  }
  return typed ?? printed.join('')
}

function typedIn(parser: Parser): Typed {
  const raw = parser.optsWithGlobals()
  return { args: parser.args, given: option => raw[parserOption(option).attributeName()] }
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
    .version(version, ...VERSION_OPTION)
    .helpOption(...HELP_OPTION)
    .helpCommand(false)
    .exitOverride()
    // Commander's own are far-fetched.
    .showSuggestionAfterError(false)
    .configureOutput({ writeOut: print, writeErr: () => {}, getOutHasColors: () => true })
  parser.helpInformation = () => overview(style)
  if (isHelpWanted) parser.helpCommand('help [command]')
  for (const option of Object.values(sharedOptions)) parser.addOption(parserOption(option))
  for (const entry of commands) addCommand(parser, entry, entry.name === name ? command : undefined, style)
  return parser
}

function addCommand(
  parser: Parser,
  { name }: CommandEntry,
  command: Command | undefined,
  style: HelpStyle,
): void {
  const sub = parser.command(`${name} ${command?.usage ?? ''}`.trim())
  // Without its command loaded it is only known, and takes whatever stands behind it.
  if (!command) {
    sub.allowUnknownOption().allowExcessArguments()
    return
  }
  sub.helpInformation = () => commandHelp(name, command, style)
  for (const option of Object.values(command.options)) sub.addOption(parserOption(option))
}

/** All values of an option are gathered; what several mean is for the option to say. */
function parserOption(option: Option<unknown>): ParserOption {
  const made = new ParserOption(option.flags, option.description)
  if (made.required || made.optional)
    made.argParser((value: string, before: string[] | undefined) => [...(before ?? []), value])
  return made
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
