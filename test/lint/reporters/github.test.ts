import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { github } from '../../../src/lint/reporters/github.ts'
import { hostileFindings } from './hostile-finding.ts'
import { commandsIn } from './runner.ts'
import { contextWith, outputOf, range, sampleFinding } from './sample-report.ts'

const NAMES = { error: 'error', warning: 'warning', info: 'notice' }

describe('the report for GitHub Actions', () => {
  it('is a command for each finding', () => {
    expect(outputOf(github, [sampleFinding()])).toBe(
      '::error file=library/cards/aaaaaaaaaa.yaml,line=4,endLine=4,col=7,endColumn=11,title=schema/value::`papr` is not a type.%0ADid you mean `paper`?\n',
    )
  })

  it('escapes percent signs before all else, and commas and colons in properties', () => {
    const finding = sampleFinding({ file: '50%,a:b.yaml', message: '100%0A, a: b', help: 'x' })
    const output = outputOf(github, [finding])
    expect(output).toContain('file=library/cards/50%25%2Ca%3Ab.yaml,')
    expect(output).toContain('::100%250A, a: b%0Ax\n')
    expect(commandsIn(output)[0]).toMatchObject({
      properties: { file: 'library/cards/50%,a:b.yaml' },
      data: '100%0A, a: b\nx',
    })
  })

  it('names columns only when a place is on one line, as the runner drops them else', () => {
    const places = [range(6, 10, 8, 5), range(6, 1, 7, 1)]
    const [first, second] = commandsIn(
      outputOf(
        github,
        places.map(place => sampleFinding({ range: place })),
      ),
    )
    expect(first?.properties).toEqual({
      file: 'library/cards/aaaaaaaaaa.yaml',
      line: '6',
      endLine: '8',
      title: 'schema/value',
    })
    expect(second?.properties).toMatchObject({ line: '6', endLine: '6' })
    expect(second?.properties).not.toHaveProperty('col')
  })

  it('has the most severe first, and says how many GitHub will not show', () => {
    const findings = [
      ...Array.from({ length: 12 }, () => sampleFinding({ severity: 'info' })),
      ...Array.from({ length: 10 }, () => sampleFinding({ severity: 'warning' })),
      ...Array.from({ length: 35 }, () => sampleFinding({ severity: 'error' })),
    ]
    const lines = outputOf(github, findings).trimEnd().split('\n')
    expect(lines.pop()).toBe('27 more: GitHub shows only 10 annotations of each kind for one step.')
    const names = commandsIn(lines.join('\n')).map(({ name }) => name)
    expect(names).toEqual([
      ...Array(35).fill('error'),
      ...Array(10).fill('warning'),
      ...Array(12).fill('notice'),
    ])
  })

  it('says nothing when nothing is found, and of no more when all are shown', () => {
    expect(outputOf(github, [])).toBe('')
    expect(
      outputOf(
        github,
        Array.from({ length: 10 }, () => sampleFinding()),
      ),
    ).not.toContain('more')
  })

  it('is read as exactly its commands, whatever cards say', () => {
    fc.assert(
      fc.property(hostileFindings, findings => {
        const output = outputOf(github, findings, contextWith({ inActions: true }))
        const commands = commandsIn(output)
        expect(commands.map(({ name }) => name).sort()).toEqual(
          findings.map(({ severity }) => NAMES[severity]).sort(),
        )
        for (const { data, properties } of commands) {
          // The log shows these lines.
          expect(commandsIn(data)).toEqual([])
          expect(data).not.toMatch(/[\0-\x09\x0b-\x1f\x7f-\x9f\u202e]/)
          expect(
            Object.keys(properties).filter(key => !/^(file|(endL|l)ine|col|endColumn|title)$/.test(key)),
          ).toEqual([])
        }
        expect(output === '' || output.endsWith('\n')).toBe(true)
      }),
    )
  })

  it('keeps plain text as it is', () => {
    const plain = fc.string({ unit: fc.constantFrom('a', '%', '0', 'A', ':', ',', '=', ' ', 'é', ']', 'D') })
    fc.assert(
      fc.property(plain, plain, (message, file) => {
        const output = outputOf(github, [sampleFinding({ message: `x${message}x`, file: `x${file}x` })])
        const [command] = commandsIn(output)
        expect(command?.data).toBe(`x${message}x\nDid you mean \`paper\`?`)
        expect(command?.properties.file).toBe(`library/cards/x${file}x`)
      }),
    )
  })
})
