import type { Command } from '../commands/command.ts'
import { commands } from '../commands/index.ts'
import type { Options } from '../commands/option.ts'
import { wrapText } from '../render/wrap.ts'
import { sharedOptions } from './shared-options.ts'

/** How help is drawn. */
export interface HelpStyle {
  readonly columns: number
  title(text: string): string
  term(text: string): string
}

export const VERSION_OPTION = ['-V, --version', 'print the version'] as const
export const HELP_OPTION = ['-h, --help', 'print help'] as const

/** What is to be typed, and what it means. */
type Row = readonly [term: string, meaning: string]

/** The help of the program: what it is for, its commands by group, and where to start. */
export function overview(style: HelpStyle): string {
  const groups = new Map<string, Row[]>()
  for (const { group, name, summary } of commands)
    groups.set(group, [...(groups.get(group) ?? []), [name, summary]])
  groups.get('Set up')?.push(['help [command]', 'print the help of a command'])
  return page(
    {
      usage: 'cards [options] [command]',
      description:
        'Source cards: one YAML file for each source that you cite, with what it says and how far to trust it.',
      groups: [['Options', [VERSION_OPTION, ...rowsOf(sharedOptions), HELP_OPTION]], ...groups],
      examples: [
        ['cards init', 'make a library here'],
        ['cards list type:paper credibility:4..', 'papers rated High or Gold'],
        ['cards show MDc4MjQ5Yj', 'one card, whole'],
        ['cards search "reward hacking"', 'full text, best hits first'],
        ['cards help list', 'the query language and the options of list'],
      ],
    },
    style,
  )
}

/** The help of a command. */
export function commandHelp(
  name: string,
  { usage, description, options, examples }: Command,
  style: HelpStyle,
): string {
  const groups = [
    ['Options', [...rowsOf(options), HELP_OPTION]],
    ['Global Options', [VERSION_OPTION, ...rowsOf(sharedOptions)]],
  ] as const
  return page({ usage: `cards ${name} [options] ${usage}`.trim(), description, groups, examples }, style)
}

interface Parts {
  readonly usage: string
  readonly description: string
  readonly groups: readonly (readonly [title: string, rows: readonly Row[]])[]
  readonly examples: readonly Row[]
}

function page({ usage, description, groups, examples }: Parts, style: HelpStyle): string {
  const width = Math.max(...groups.flatMap(([, rows]) => rows.map(([term]) => term.length)))
  return [
    `${style.title('Usage:')} ${usage}`,
    '',
    ...wrapText(description, Math.max(LEAST, style.columns)),
    '',
    ...groups.flatMap(([title, rows]) => [
      style.title(`${title}:`),
      ...rows.map(row => item(row, width, style)),
      '',
    ]),
    style.title('Examples:'),
    ...exampleLines(examples, style),
    '',
    '',
  ].join('\n')
}

function rowsOf(options: Options): Row[] {
  return Object.values(options).map(({ flags, description }) => [flags, description])
}

/** Columns that the text beside an option or command must have; with fewer it goes below. */
const LEAST = 20

function item([term, meaning]: Row, width: number, style: HelpStyle): string {
  const room = style.columns - width - 4
  if (room < LEAST) return [`  ${style.term(term)}`, ...indented(meaning, style.columns)].join('\n')
  const pad = ' '.repeat(width - term.length + 2)
  return `  ${style.term(term)}${pad}${wrapText(meaning, room).join(`\n${' '.repeat(width + 4)}`)}`
}

function exampleLines(rows: readonly Row[], style: HelpStyle): string[] {
  const width = Math.max(...rows.map(([line]) => line.length))
  const fits = rows.every(([, meaning]) => width + 4 + meaning.length <= style.columns)
  return rows.map(([line, meaning]) =>
    fits
      ? `  ${style.term(line.padEnd(width))}  ${meaning}`
      : [`  ${style.term(line)}`, ...indented(meaning, style.columns)].join('\n'),
  )
}

/** Text below what it is about. */
function indented(text: string, columns: number): string[] {
  return wrapText(text, Math.max(LEAST, columns - 6)).map(line => `      ${line}`)
}
