import { describe, expect, it } from 'vitest'
import { negativeTerms } from '../../src/cli/negative-terms.ts'
import { count, flag, text } from '../../src/commands/option.ts'

const options = {
  sort: text('-s, --sort <keys>', ''),
  limit: count('-n, --limit <count>', ''),
  json: flag('--json', ''),
}

describe('a negative term', () => {
  it.each([
    ['list tag:rl -draft', 'list tag:rl NOT draft'],
    ['list tag:rl -tag:draft', 'list tag:rl NOT tag:draft'],
    ['list --sort -year tag:rl -draft', 'list --sort -year tag:rl NOT draft'],
    ['list tag:rl --sort -year', 'list tag:rl --sort -year'],
    ['list tag:rl -n5', 'list tag:rl -n5'],
    ['list tag:rl -n 5', 'list tag:rl -n 5'],
    ['list tag:rl -q --json', 'list tag:rl -q --json'],
    ['--dir x list tag:rl -draft', '--dir x list tag:rl NOT draft'],
    ['list -tag:draft', 'list NOT tag:draft'],
    // This cannot be told from an option.
    ['list -draft', 'list -draft'],
    ['list tag:rl -- -draft', 'list tag:rl -- -draft'],
  ])('in %s', (line, expected) => {
    expect(negativeTerms(line.split(' '), options)).toEqual(expected.split(' '))
  })

  it.each([
    ['-exact words', '"exact words"'],
    ['-(a OR b)', '(a OR b)'],
    ['-title:"exact words"', 'title:"exact words"'],
  ])('keeps together what the shell gave as one: %s', (arg, expected) => {
    expect(negativeTerms(['list', 'a', arg], options)).toEqual(['list', 'a', 'NOT', expected])
  })
})
