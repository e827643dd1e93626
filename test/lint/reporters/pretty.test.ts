import { stripVTControlCharacters } from 'node:util'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { pretty } from '../../../src/lint/reporters/pretty.ts'
import { neutralText } from '../../../src/model/neutral.ts'
import { textWidth } from '../../../src/render/text-width.ts'
import { hostileFindings } from './hostile-finding.ts'
import { commandsIn } from './runner.ts'
import { contextWith, FILES, outputOf, range, sampleFinding } from './sample-report.ts'

const onTerminal = (columns: number, changes: Parameters<typeof contextWith>[0] = {}) =>
  contextWith({
    isTerminal: true,
    terminal: { columns, color: 0, hyperlinks: false, unicode: true },
    ...changes,
  })
const tag = sampleFinding({
  rule: 'tag/format',
  severity: 'warning',
  message: 'The tag `Ab` is not a slug.',
  help: 'Write `ab`.',
  range: range(5, 8, 5, 10),
  fix: { title: 'Write ab', safe: true, edits: [{ range: range(5, 8, 5, 10), text: 'ab' }] },
})
const duplicate = sampleFinding({
  rule: 'source/duplicate',
  message: 'Another card has the same source.',
  help: 'Merge them with `cards merge aaaaaaaaaa bbbbbbbbbb`, or give one of them another URL.',
  range: range(2, 6, 2, 27),
  related: [{ file: 'bbbbbbbbbb.yaml', range: range(2, 6, 2, 27) }],
})
const other = sampleFinding({ ...duplicate, file: 'bbbbbbbbbb.yaml', related: [{ ...duplicate }] })

describe('the pretty report', () => {
  it('has the findings of each file with the lines they are about, then the summary', () => {
    expect(outputOf(pretty, [sampleFinding(), tag], onTerminal(80))).toBe(
      [
        'cards/aaaaaaaaaa.yaml',
        '',
        '  4:7  error  schema/value',
        '  `papr` is not a type.',
        '  Did you mean `paper`?',
        '    3 │ title: A first card',
        '  > 4 │ type: papr',
        '      │       ^^^^',
        '    5 │ tags: [Ab, cd]',
        '',
        '  5:8  warning  tag/format  fixable',
        '  The tag `Ab` is not a slug.',
        '  Write `ab`.',
        '    4 │ type: papr',
        '  > 5 │ tags: [Ab, cd]',
        '      │        ^^',
        '    6 │ summary: |',
        '',
        '1 error, 1 warning in 2 cards; 1 fixable',
        '',
      ].join('\n'),
    )
  })

  it('shows related places, with their lines where there is room', () => {
    const lines = (columns: number) =>
      outputOf(pretty, [duplicate, other], onTerminal(columns))
        .split('\n')
        .filter(line => line.includes('see'))
    expect(lines(80)).toEqual([
      '  see cards/bbbbbbbbbb.yaml:2:6  url: https://example.org/a',
      '  see cards/aaaaaaaaaa.yaml:2:6  url: https://example.org/a',
    ])
    expect(lines(40)).toEqual(['  see cards/bbbbbbbbbb.yaml:2:6', '  see cards/aaaaaaaaaa.yaml:2:6'])
    expect(outputOf(pretty, [duplicate], onTerminal(80))).toContain('  see cards/bbbbbbbbbb.yaml:2:6\n')
  })

  it('counts the related places that it does not show', () => {
    const related = Array.from({ length: 1205 }, () => ({
      file: 'bbbbbbbbbb.yaml',
      range: range(2, 6, 2, 27),
    }))
    const output = outputOf(pretty, [sampleFinding({ related })], onTerminal(80))
    expect(output.match(/ see /g)).toHaveLength(5)
    expect(output).toContain('  and 1,200 more\n')
  })

  it('says what is said many times once, with all places', () => {
    const findings = [1, 2, 3, 4].map(line => sampleFinding({ range: range(line, 1, line, 3) }))
    const output = outputOf(pretty, findings, onTerminal(80))
    expect(output.match(/papr. is not/g)).toHaveLength(1)
    expect(output).toContain('  The same at 2:1, 3:1, 4:1.\n')
    expect(output).toContain('4 errors in 2 cards')
  })

  it('shows lines once when two findings have the same place', () => {
    const second = sampleFinding({ rule: 'other/rule', message: 'It is something else, too.' })
    expect(outputOf(pretty, [sampleFinding(), second], onTerminal(80)).match(/\^\^\^\^/g)).toHaveLength(1)
  })

  it('shows no lines for a whole file, or for one without text', () => {
    const whole = sampleFinding({ range: range(1, 1, 1, 1) })
    const unreadable = sampleFinding({ file: 'cccccccccc.yaml', range: range(3, 1, 3, 2) })
    expect(outputOf(pretty, [whole, unreadable], onTerminal(80))).not.toContain('│')
  })

  it('marks what only --unsafe-fixes mends', () => {
    const fix = { title: 'Rename', safe: false, edits: [] }
    expect(outputOf(pretty, [sampleFinding({ fix })], onTerminal(80))).toContain(
      '  4:7  error  schema/value  fixable (unsafe)\n',
    )
  })

  it('is short and happy when nothing is found', () => {
    expect(outputOf(pretty, [], onTerminal(80))).toBe('✔ No problems in 2 cards\n')
    const plain = onTerminal(80, { terminal: { columns: 80, color: 0, hyperlinks: false, unicode: false } })
    expect(outputOf(pretty, [], plain)).toBe('No problems in 2 cards\n')
  })

  it('draws with ASCII alone where the terminal has no more', () => {
    const plain = onTerminal(80, { terminal: { columns: 80, color: 0, hyperlinks: false, unicode: false } })
    expect(outputOf(pretty, [sampleFinding(), tag, duplicate, other], plain)).toMatch(/^[\n -~]+$/)
  })

  it.each([40, 80, 120])('fits %i columns, without spaces at the end of lines', columns => {
    for (const line of outputOf(pretty, [duplicate, sampleFinding(), tag], onTerminal(columns)).split('\n')) {
      expect(textWidth(line)).toBeLessThanOrEqual(columns)
      expect(line).toBe(line.trimEnd())
    }
  })

  it('breaks no lines when it is piped', () => {
    const message = `${'A long message. '.repeat(20)}The end.`
    expect(outputOf(pretty, [sampleFinding({ message })])).toContain(`  ${message}\n`)
  })

  it('says the same in colour', () => {
    const findings = [sampleFinding(), tag, duplicate, other]
    const inColor = onTerminal(80, {
      terminal: { columns: 80, color: 2, hyperlinks: true, unicode: true },
    })
    const output = outputOf(pretty, findings, inColor)
    expect(output).toContain('\x1b[')
    expect(stripVTControlCharacters(output)).toBe(outputOf(pretty, findings, onTerminal(80)))
  })

  it('takes no long over very many findings of one file', () => {
    const line = `${'x'.repeat(50)}\n`
    const files = { 'aaaaaaaaaa.yaml': line.repeat(50_000) }
    const findings = Array.from({ length: 20_000 }, (_, i) =>
      sampleFinding({ message: `Number ${i}.`, range: range(i + 1, 1, i + 1, 5) }),
    )
    const start = performance.now()
    const output = outputOf(pretty, findings, onTerminal(80, { files }))
    expect(performance.now() - start).toBeLessThan(15_000)
    expect(output).toContain('Number 19999.')
    expect(output.match(/From here on without the lines/g)).toHaveLength(1)
    expect(output.match(/ \^{4}\n/g)).toHaveLength(200)
  })

  it('is neutral, fits, and has no commands, whatever cards say', () => {
    fc.assert(
      fc.property(
        hostileFindings,
        fc.boolean(),
        fc.constantFrom(20, 40, 80),
        (findings, isTerminal, columns) => {
          const files = Object.fromEntries(
            findings.map(({ file, message }) => [file, `${message}\n${FILES['aaaaaaaaaa.yaml']}`]),
          )
          const terminal = { columns, color: 0, hyperlinks: false, unicode: true } as const
          const context = contextWith({ isTerminal, terminal, inActions: true, pathOf: file => file, files })
          const output = outputOf(pretty, findings, context)
          expect(neutralText(output)).toBe(output)
          expect(commandsIn(output)).toEqual([])
          expect(output.endsWith('\n')).toBe(true)
        },
      ),
    )
  })
})
