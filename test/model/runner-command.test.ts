import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { withoutRunnerCommands } from '../../src/model/runner-command.ts'
import { hostileText } from '../lint/reporters/hostile-finding.ts'
import { commandsIn } from '../lint/reporters/runner.ts'

describe('withoutRunnerCommands', () => {
  it.each([
    ['::error::x', ': :error::x'],
    ['a\n  ::group::x', 'a\n  : :group::x'],
    ['a ##[group]x', 'a # #[group]x'],
    ['###[group]x', '## #[group]x'],
    ['##vso[task.complete]', '# #vso[task.complete]'],
    [':\u200b::error::x', ': \u200b::error::x'],
    ['#\u200d#[group]', '# \u200d#[group]'],
  ])('takes the command out of %j', (text, expected) => {
    expect(withoutRunnerCommands(text)).toBe(expected)
  })

  it.each(['std::vector', 'http://[2001:db8::1]/', '## [x]', '# a', 'key: ::'])('leaves %j alone', text => {
    expect(withoutRunnerCommands(text)).toBe(text)
  })

  it('leaves nothing that the runner would act on', () => {
    fc.assert(
      fc.property(hostileText, text => {
        expect(commandsIn(withoutRunnerCommands(text))).toEqual([])
      }),
    )
  })

  it.each([
    ['colons', ':'.repeat(1e6)],
    ['hashes', '#'.repeat(1e6)],
    ['hashes with what is not seen', '#\u200d'.repeat(1e6)],
    ['a hash and what is not seen', `#${'\u200d'.repeat(1e6)}`],
    ['spaces', ' '.repeat(1e6)],
    ['line breaks', '\n'.repeat(1e6)],
    ['other line breaks', '\r'.repeat(1e6)],
    ['controls', '\x1b'.repeat(1e6)],
  ])('takes no long over a million %s', (_, text) => {
    const start = performance.now()
    withoutRunnerCommands(text)
    expect(performance.now() - start).toBeLessThan(2000)
  })
})
