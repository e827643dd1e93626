import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseArguments } from '../../src/cli/parse-arguments.ts'
import { readPlainly, type Typed } from '../../src/cli/read-plainly.ts'
import { sharedOptions } from '../../src/cli/shared-options.ts'
import type { Command } from '../../src/commands/command.ts'
import { commands } from '../../src/commands/index.ts'

const loaded: readonly (readonly [name: string, command: Command])[] = await Promise.all(
  commands.map(async ({ name, load }) => [name, await load()] as const),
)
const commandNamed = (name: string) => loaded.find(([known]) => known === name)?.[1] as Command

const style = { columns: 80, title: (text: string) => text, term: (text: string) => text }

/** What the options read from what was typed; an error as its words. */
function outcome(command: Command, { args, given }: Typed) {
  const values = Object.entries({ ...command.options, ...sharedOptions }).map(([name, option]) => {
    try {
      return [name, option.read(given(option))]
    } catch (error) {
      return [name, String(error)]
    }
  })
  return { args, options: Object.fromEntries(values) }
}

function readSlowly(argv: readonly string[], name: string, command: Command) {
  return parseArguments(argv, name, command, '1.2.3', style).catch(String)
}

/** Arguments for a command, most of them right. */
function argumentsFor([name, command]: (typeof loaded)[number]) {
  const flags = [...Object.values(command.options), ...Object.values(sharedOptions)].flatMap(({ flags }) => {
    const names = flags.split(/[ ,]+/).filter(part => part.startsWith('-'))
    return flags.includes('<') ? names.map(flag => [flag, 'value']) : names.map(flag => [flag])
  })
  const odd = [
    '-',
    '--',
    '',
    'help',
    '-x',
    '--dir=x',
    '--jso',
    '-n5',
    '-h',
    '-tag:draft',
    'list',
    '--no-such',
    '-qn',
  ]
  const part = fc.oneof(
    { weight: 4, arbitrary: fc.constantFrom(...flags) },
    { weight: 3, arbitrary: fc.constantFrom(['one'], ['tag:rl'], ['check'], ['2026']) },
    { weight: 1, arbitrary: fc.constantFrom(...odd, ...flags.flat()).map(text => [text]) },
  )
  return fc
    .tuple(fc.array(part, { maxLength: 2 }), fc.array(part, { maxLength: 4 }))
    .map(([before, after]) => [...before.flat(), name, ...after.flat()])
}

describe('readPlainly', () => {
  it('reads what it takes just as commander does', async () => {
    let taken = 0
    const cases = fc.constantFrom(...loaded).chain(row => argumentsFor(row).map(argv => ({ row, argv })))
    await fc.assert(
      fc.asyncProperty(cases, async ({ row: [name, command], argv }) => {
        const plain = readPlainly(argv, name, command)
        if (!plain) return
        taken++
        const slow = await readSlowly(argv, name, command)
        expect(typeof slow === 'string' ? slow : outcome(command, slow)).toEqual(outcome(command, plain))
      }),
      { numRuns: 400 },
    )
    expect(taken).toBeGreaterThan(20)
  })

  it.each([
    ['a reference', ['show', 'MDc4MjQ5Yj']],
    ['standard input', ['show', '-']],
    ['options before, between and behind', ['-q', 'show', '--json', 'MDc4', '--dir', 'x']],
    ['a query', ['list', 'tag:rl', '-n', '5', '--type', 'paper']],
    ['nothing but the name', ['lint']],
  ])('takes %s', (_, argv) => {
    const name = argv.find(arg => !arg.startsWith('-')) ?? ''
    expect(readPlainly(argv, name, commandNamed(name))).toBeDefined()
  })

  it.each([
    ['help', ['show', '--help']],
    ['an unknown option', ['show', 'MDc4', '--jsn']],
    ['an option of the command before its name', ['--json', 'show', 'MDc4']],
    ['a value that may be an option', ['list', '--dir', '--json']],
    ['a missing value', ['list', '--dir']],
    ['a value behind an equals sign', ['list', '--dir=x']],
    ['a missing argument', ['show']],
    ['an argument too many', ['schema', 'card', 'venues']],
    ['a negative term', ['list', 'tag:rl', '-tag:draft']],
    ['what stands behind two dashes', ['show', '--', 'MDc4']],
  ])('leaves %s to commander', (_, argv) => {
    const name = argv.find(arg => !arg.startsWith('-')) ?? ''
    expect(readPlainly(argv, name, commandNamed(name))).toBeUndefined()
  })
})
