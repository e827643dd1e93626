import { describe, expect, it } from 'vitest'
import { RULES } from '../../src/lint/rules/index.ts'
import { directoryWith } from '../support/library.ts'
import { runCards } from '../support/run-cards.ts'

const rules = (...args: string[]) => runCards(['rules', ...args])

describe('cards rules', () => {
  it('lists every rule in tab-separated columns for scripts', async () => {
    const { stdout, exitCode } = await rules()
    const rows = stdout
      .trimEnd()
      .split('\n')
      .map(line => line.split('\t'))
    expect(rows.map(([id]) => id)).toEqual(RULES.map(({ id }) => id))
    expect(rows.find(([id]) => id === 'credibility/reason')).toEqual([
      'credibility/reason',
      'warning',
      '',
      expect.stringMatching(/rating/),
    ])
    expect(exitCode).toBe(0)
  })

  it.each(['credibility', 'credibility/', 'credibility/*'])('lists a group: %s', async group => {
    const ids = (await rules(group)).stdout
      .trimEnd()
      .split('\n')
      .map(line => line.split('\t')[0])
    expect(ids).toEqual(RULES.map(({ id }) => id).filter(id => id.startsWith('credibility/')))
  })

  it.each([120, 80, 40])('fits a terminal of %i columns', async columns => {
    const { stdout } = await runCards(['rules'], { columns })
    for (const line of stdout.split('\n'))
      expect(line.replace(/\u001b\[[\d;]*m/g, '').length).toBeLessThanOrEqual(columns)
    expect(stdout).toContain('credibility/reason')
  })

  it('shows the severity that the config gives', async () => {
    const cwd = directoryWith({
      'cards.config.yaml': 'lint:\n  rules:\n    credibility/reason: error\n',
      'cards/venues.yaml': '[]\n',
    })
    const { stdout } = await runCards(['rules', 'credibility/reason'], { cwd })
    expect(stdout).toMatch(/^credibility\/reason {2}error \(by default warning\), no fix\n/)
  })

  it('explains each rule: why, wrong, right, how to set it and how to ignore it', async () => {
    for (const { id } of RULES) {
      const { stdout, exitCode } = await rules(id)
      for (const part of ['Why', 'Wrong', 'Right', `    ${id}:`, `# cards-ignore ${id}: the reason`])
        expect(stdout).toContain(part)
      expect(exitCode).toBe(0)
    }
  })

  it('gives JSON: an object for one, an array for several', async () => {
    const one = JSON.parse((await rules('text/summary', '--json')).stdout)
    expect(one).toMatchObject({ id: 'text/summary', default_severity: 'info', options: expect.any(Array) })
    expect(JSON.parse((await rules('text', '--json')).stdout).length).toBeGreaterThan(3)
    expect(JSON.parse((await rules('--json')).stdout)).toHaveLength(RULES.length)
  })

  it.each([
    ['text/titel', 'Did you mean `text/title`?'],
    ['title', 'Did you mean `text/title`?'],
    ['nothing-like-it', '`cards rules` lists them.'],
  ])('names the nearest rule to %s', async (name, hint) => {
    const { stderr, exitCode } = await rules(name)
    expect(stderr).toBe(`error: There is no rule \`${name}\`.\n${hint}\n`)
    expect(exitCode).toBe(2)
  })
})
