import { describe, expect, it } from 'vitest'
import { chosenOption, count, flag, flagName, path, text, texts } from '../../src/commands/option.ts'

describe('an option', () => {
  it('is there or not', () => {
    expect(flag('--json', '').read(true)).toBe(true)
    expect(flag('--json', '').read(undefined)).toBe(false)
  })

  it('with a text: the last counts', () => {
    expect(text('--dir <dir>', '').read(['a', 'b'])).toBe('b')
    expect(text('--dir <dir>', '').read(undefined)).toBeUndefined()
  })

  it('with a path: an empty one, as of an empty variable, is none', () => {
    expect(path('-o, --output <path>', '').read(['a', 'b/'])).toBe('b/')
    expect(path('-o, --output <path>', '').read(undefined)).toBeUndefined()
    expect(() => path('-o, --output <path>', '').read([''])).toThrow('--output needs a value.')
  })

  it('with texts: all count, and commas join them, unless they belong to one', () => {
    expect(texts('--tag <tag>', '').read(['a, b', 'c,,'])).toEqual(['a', 'b', 'c'])
    expect(texts('--author <name>', '', { splits: false }).read(['de Leo, Maria'])).toEqual(['de Leo, Maria'])
    expect(texts('--tag <tag>', '').read(undefined)).toEqual([])
    expect(() => texts('--tag <tag>', '').read([''])).toThrow('--tag needs a value.')
    expect(() => texts('--tag <tag>', '').read([','])).toThrow('--tag needs a value.')
  })

  it.each(['-1', '1.5', 'x', '', '1e3', '99999999999'])('with a number takes no %j', given => {
    expect(() => count('-n, --limit <count>', '').read([given])).toThrow(
      `--limit takes a whole number, not \`${given}\`.`,
    )
  })
})

it.each([
  ['json', '--json'],
  ['alsoAt', '--also-at'],
  ['unsafeFixesToo', '--unsafe-fixes-too'],
])('the option that a table has as %s is typed %s', (name, typed) => {
  expect(flagName(name)).toBe(typed)
})

describe('options that exclude each other', () => {
  it('give the one that is there', () => {
    expect(chosenOption({ json: false, field: 'x', fields: [] }, ['json', 'field', 'fields'])).toBe('field')
    expect(chosenOption({ json: false, fields: [] }, ['json', 'fields'])).toBeUndefined()
  })

  it('are refused when there are two', () => {
    expect(() => chosenOption({ json: true, fields: ['id'] }, ['json', 'fields'])).toThrow(
      '--json and --fields exclude each other.',
    )
  })
})
