import fc from 'fast-check'
import type { Raw } from '../../src/load/raw.ts'

/** A card as a person might have typed it, with comments, quotes, text blocks, brackets and odd indentation. */
export interface HandMade {
  readonly text: string
  /** Comments, each with a word that is nowhere else. */
  readonly comments: readonly string[]
}

const KEYS = [
  'id',
  'url',
  'title',
  'type',
  'authors',
  'venue',
  'summary',
  'tags',
  'credibility',
  'x y',
  '__proto__',
]
const WORDS = [
  'alpha',
  "it's",
  'b: c',
  '#d',
  'é',
  '😀 smile',
  'true',
  '2026',
  'say "no"',
  '-',
  'long words '.repeat(12).trim(),
]

/** Cards in block style; with `flow`, some of their values within brackets. */
export function handMadeCard({ flow }: { flow: boolean }): fc.Arbitrary<HandMade> {
  return fc.gen().map(g => {
    const comments: string[] = []
    const chance = (percent: number) => g(fc.integer, { min: 1, max: 100 }) <= percent
    const pick = <T>(items: readonly T[]): T => items[g(fc.nat, { max: items.length - 1 })] as T
    const eol = chance(20) ? '\r\n' : '\n'
    const listIndent = pick([0, 2, 2, 4])
    const mapIndent = pick([2, 2, 4])
    const comment = () => {
      comments.push(`#${pick([' ', ' ', ''])}c${comments.length}-comment`)
      return comments.at(-1) as string
    }
    const tail = () => (chance(25) ? `${pick([' ', '  ', '\t'])}${comment()}` : pick(['', '', '', ' ']))
    const above = (column: number): string[] => [
      ...(chance(10) ? [''] : []),
      ...(chance(15) ? [' '.repeat(column) + comment()] : []),
    ]
    const word = () => pick(WORDS)

    const flowSafe = () => pick(['a', 'b c', '"d, e"', "'f'", 'http://g.h/i', '1'])
    const flowList = (): string =>
      `[${pick(['', ' '])}${Array.from({ length: g(fc.nat, { max: 3 }) }, flowSafe).join(pick([', ', ',', `, `]))}${pick(['', ' '])}]`
    const flowMap = (): string =>
      `{${['a', 'b', 'c']
        .slice(0, g(fc.nat, { max: 3 }))
        .map(key => `${key}: ${flowSafe()}`)
        .join(', ')}}`
    const tallFlowList = (column: number): string[] => {
      const pad = ' '.repeat(column + 2)
      const items = Array.from({ length: 1 + g(fc.nat, { max: 2 }) }, flowSafe)
      return [
        '[',
        ...items.map((item, i) => `${pad}${item}${i < items.length - 1 || chance(50) ? ',' : ''}${tail()}`),
        `${pad.slice(2)}${column === 0 ? ' ' : ''}]`,
      ]
    }

    /** What follows the colon or dash: the rest of its line and further lines. */
    const scalar = (column: number): string[] => {
      const pad = ' '.repeat(column + pick([1, 2, 2, 4]))
      switch (
        pick(['plain', 'plain', 'plain', 'double', 'single', 'literal', 'folded', 'several', 'empty'])
      ) {
        case 'double':
          return [` "${word().replaceAll('"', '\\"')}"${tail()}`]
        case 'single':
          return [` '${word().replaceAll("'", "''")}'${tail()}`]
        case 'literal':
        case 'folded':
          return [
            ` ${pick(['|', '>'])}${pick(['', '-', '+'])}${tail()}`,
            ...Array.from({ length: 1 + g(fc.nat, { max: 2 }) }, () => pad + word()),
            ...(chance(20) ? ['', pad + word()] : []),
          ]
        case 'several':
          return [' some words', `${pad}on two lines${tail()}`]
        case 'empty':
          return [tail()]
        default:
          return [
            ` ${pick(['alpha', "it's", 'b c', 'é', '😀 smile', 'true', '2026', 'say "no"', 'http://e.org/a#b'])}${tail()}`,
          ]
      }
    }

    const value = (column: number, depth: number): string[] => {
      if (flow && chance(30)) {
        if (chance(30)) {
          const [first = '', ...rest] = tallFlowList(column)
          return [` ${first}`, ...rest.map((line, i) => (i === rest.length - 1 ? line + tail() : line))]
        }
        return [` ${pick([flowList, flowMap])()}${tail()}`]
      }
      const kind = depth > 2 ? 'scalar' : pick(['scalar', 'scalar', 'list', 'map'])
      if (kind === 'scalar') return scalar(column)
      const inner = column + (kind === 'list' ? listIndent : mapIndent)
      return [tail(), ...(kind === 'list' ? list(inner, depth + 1) : map(inner, depth + 1, 3))]
    }

    const list = (column: number, depth: number): string[] =>
      Array.from({ length: 1 + g(fc.nat, { max: 3 }) }, () => {
        const pad = ' '.repeat(column)
        const lead = above(column)
        if (depth < 3 && chance(25)) {
          const [first = '', ...rest] = map(column + 2, depth + 1, 2, true)
          return [...lead, `${pad}- ${first.trimStart()}`, ...rest]
        }
        const [first = '', ...rest] = flow && chance(20) ? [` ${flowMap()}`] : scalar(column)
        return [...lead, `${pad}-${first}`, ...rest]
      }).flat()

    const map = (column: number, depth: number, most: number, compact = false): string[] => {
      const keys = [...KEYS]
        .sort(() => g(fc.integer, { min: -1, max: 1 }))
        .slice(0, 1 + g(fc.nat, { max: most - 1 }))
      return keys.flatMap((key, i) => {
        const name = chance(10) ? `"${key}"` : key
        const [first = '', ...rest] = value(column, depth)
        return [
          ...(compact && i === 0 ? [] : above(column)),
          `${' '.repeat(column)}${name}:${first}`,
          ...rest,
        ]
      })
    }

    const lines = [
      ...(chance(30) ? ['# yaml-language-server: $schema=x'] : []),
      ...(chance(10) ? ['---'] : []),
      ...map(0, 0, 7),
      ...(chance(15) ? [comment()] : []),
      ...(chance(5) ? ['...'] : []),
    ]
    return { text: lines.join(eol) + (chance(85) ? eol : ''), comments }
  })
}

/** All pointers into a value but that of the root. */
export function pointersOf(value: Raw, pointer: readonly (string | number)[] = []): (string | number)[][] {
  if (typeof value === 'string') return []
  return Object.entries(value).flatMap(([key, item]) => {
    const at = [...pointer, Array.isArray(value) ? Number(key) : key]
    return [at, ...pointersOf(item, at)]
  })
}
