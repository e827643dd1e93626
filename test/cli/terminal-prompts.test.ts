import { PassThrough } from 'node:stream'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { TerminalPrompts } from '../../src/cli/terminal-prompts.ts'

/** A terminal at which somebody types, and what it shows. */
function terminal(hasColor = true) {
  const input = Object.assign(new PassThrough(), { isTTY: true, setRawMode: () => input })
  const output = Object.assign(new PassThrough(), { isTTY: true, columns: 80, rows: 24 })
  let shown = ''
  output.on('data', (chunk: Buffer) => {
    shown += chunk.toString('utf8')
  })
  const prompts = new TerminalPrompts(
    {
      input: input as unknown as NodeJS.ReadStream,
      output: output as unknown as NodeJS.WriteStream,
    },
    hasColor,
  )
  /** Types keys, each when the last has been dealt with. */
  const type = async (...keys: string[]) => {
    for (const key of keys) {
      await new Promise(resolve => setImmediate(resolve))
      input.write(key)
    }
  }
  return { prompts, type, shown: () => shown }
}

const ENTER = '\r'
const DOWN = '\x1b[B'
const CTRL_C = '\x03'

describe('prompts on a terminal', () => {
  it('take yes, no and Enter for the first choice', async () => {
    const { prompts, type } = terminal()
    const answers: boolean[] = []
    for (const [key, initial] of [
      ['y', false],
      ['n', true],
      [ENTER, true],
      [ENTER, false],
    ] as const) {
      const asked = prompts.confirm('Go on?', initial)
      await type(key)
      answers.push(await asked)
    }
    expect(answers).toEqual([true, false, true, false])
  })

  it('let one of several be chosen by the arrow keys', async () => {
    const { prompts, type, shown } = terminal()
    const asked = prompts.choose('What now?', [
      { value: 'again', label: 'Edit again' },
      { value: 'discard', label: 'Discard it', hint: 'the file stays as it was' },
    ])
    await type(DOWN, ENTER)
    expect(await asked).toBe('discard')
    expect(shown()).toContain('Edit again')
  })

  it('take a line of text, trimmed, that can start from one that is there', async () => {
    const { prompts, type } = terminal()
    const asked = prompts.text('Title', { initial: 'On ' })
    await type('Gradients ', ENTER)
    expect(await asked).toBe('On Gradients')
  })

  it('ask again while an answer will not do', async () => {
    const { prompts, type, shown } = terminal()
    const asked = prompts.text('Year', {
      check: given => (/^\d{4}$/.test(given) ? undefined : 'Four digits.'),
    })
    await type('2', ENTER, '026', ENTER)
    expect(await asked).toBe('2026')
    expect(shown()).toContain('Four digits.')
  })

  it('end the command when the person gives up, with nothing written', async () => {
    const { prompts, type } = terminal()
    const asked = prompts.text('Title')
    const refused = expect(asked).rejects.toMatchObject({
      code: 'cancelled',
      message: 'Cancelled; nothing was written.',
    })
    await type(CTRL_C)
    await refused
  })

  it.each([true, false])('paint only where colour is wanted: %s', async hasColor => {
    vi.stubEnv('NO_COLOR', undefined)
    vi.stubEnv('FORCE_COLOR', '1')
    onTestFinished(() => void vi.unstubAllEnvs())
    const { prompts, type, shown } = terminal(hasColor)
    const asked = prompts.text('Title', { placeholder: 'On Gradients' })
    await type('A', ENTER)
    expect(await asked).toBe('A')
    expect(/\x1b\[[\d;]*m/.test(shown())).toBe(hasColor)
    expect(shown()).toContain('Title')
  })

  it('show no control character of a card', async () => {
    const { prompts, type, shown } = terminal()
    const asked = prompts.confirm('Retire \x1b]0;owned\x07\u202eX?')
    await type('y')
    await asked
    prompts.note('\x1b]0;owned\x07')
    expect(shown()).not.toContain('\x1b]0;owned')
    expect(shown()).not.toContain('\u202e')
  })
})
