import { describe, expect, it } from 'vitest'
import { cardRule, type Rule } from '../../src/lint/rule.ts'
import { type RuleChoice, ruleSettings } from '../../src/lint/rule-settings.ts'

const words = { summary: 'something', why: 'Because.', examples: { bad: [], good: [] }, check: () => [] }
const title: Rule = cardRule({ ...words, id: 'text/title', severity: 'warning' })
const summary: Rule = cardRule({
  ...words,
  id: 'text/summary',
  severity: 'info',
  options: {
    min: { type: 'integer', default: 40, description: 'Shortest.' },
    strict: { type: 'boolean', default: false, description: 'Strictly.' },
    allow: { type: 'list', default: ['a'], description: 'Allowed.' },
  },
})
const missing: Rule = cardRule({ ...words, id: 'archive/missing', severity: 'off' })
const RULES = [title, summary, missing]

const settingsOf = (config: object, given: readonly RuleChoice[] = []) => ruleSettings(config, given, RULES)
const problemsOf = (config: object, given: readonly RuleChoice[] = []) =>
  settingsOf(config, given).problems.map(({ pointer, at, message, help }) => [
    pointer?.join('.'),
    at,
    `${message} ${help}`,
  ])

describe('the severity of a rule', () => {
  it('is its own where nothing is set', () => {
    const { settings, problems } = settingsOf({})
    expect(RULES.map(rule => settings.severityOf(rule, 'a.yaml'))).toEqual(['warning', 'info', 'off'])
    expect(problems).toEqual([])
  })

  it('is that of the most exact key, whatever their order', () => {
    const { settings } = settingsOf({ rules: { 'text/title': 'info', 'text/*': 'error', '*': 'off' } })
    expect(RULES.map(rule => settings.severityOf(rule, 'a.yaml'))).toEqual(['info', 'error', 'off'])
  })

  it('is that of the last override that fits the file', () => {
    const { settings } = settingsOf({
      rules: { 'text/title': 'info' },
      overrides: [
        { files: ['drafts/**'], rules: { 'text/title': 'off' } },
        { files: ['drafts/old/*.yaml'], rules: { 'text/*': 'error' } },
      ],
    })
    expect(settings.severityOf(title, 'a.yaml')).toBe('info')
    expect(settings.severityOf(title, 'drafts/a.yaml')).toBe('off')
    expect(settings.severityOf(title, 'drafts/old/a.yaml')).toBe('error')
    expect(settings.severityOf(missing, 'drafts/old/a.yaml')).toBe('off')
  })

  it('is that which is given besides before all others, of which the last counts', () => {
    const config = { overrides: [{ files: ['**'], rules: { 'text/title': 'off' } }] }
    const { settings } = settingsOf(config, [
      ['text/title', 'info'],
      ['text/title', 'error'],
    ])
    expect(settings.severityOf(title, 'a.yaml')).toBe('error')
  })

  it('can be given in a mapping beside options', () => {
    const { settings } = settingsOf({ rules: { 'text/summary': { severity: 'error', min: '10' } } })
    expect(settings.severityOf(summary, 'a.yaml')).toBe('error')
  })
})

describe('the options of a rule', () => {
  it('have their defaults, and the types that the rule names', () => {
    const { settings, problems } = settingsOf({
      rules: { 'text/summary': { min: '10', strict: 'true' } },
    })
    expect(settings.optionsOf(summary)).toEqual({ min: 10, strict: true, allow: ['a'] })
    expect(settings.severityOf(summary, 'a.yaml')).toBe('info')
    expect(problems).toEqual([])
  })

  it('are refused when they are unknown, of another type, or in an override', () => {
    expect(
      problemsOf({
        rules: {
          'text/summary': { mim: '1', min: 'ten', strict: 'maybe', allow: 'b' },
          'text/title': { a: '1' },
        },
        overrides: [{ files: ['a'], rules: { 'text/summary': { min: '1' } } }],
      }),
    ).toEqual([
      ['lint.rules.text/summary.mim', 'key', '`mim` is not an option of `text/summary`. Did you mean `min`?'],
      [
        'lint.rules.text/summary.min',
        'value',
        '`min` must be a whole number, zero or more. For example `min: 40`.',
      ],
      [
        'lint.rules.text/summary.strict',
        'value',
        '`strict` must be `true` or `false`. For example `strict: false`.',
      ],
      [
        'lint.rules.text/summary.allow',
        'value',
        '`allow` must be a list of texts. For example `allow: [a]`.',
      ],
      [
        'lint.rules.text/title.a',
        'key',
        '`a` is not an option of `text/title`. It has no options but `severity`.',
      ],
      [
        'lint.overrides.0.rules.text/summary',
        'key',
        '`text/summary` has options in an override. Set options under `rules`: they are the same for all files.',
      ],
    ])
  })
})

describe('what no rule can go by', () => {
  it('is told with its place and the nearest that there is', () => {
    expect(problemsOf({ rules: { 'text/titel': 'off', 'texts/*': 'off', 'text/title': 'warn' } })).toEqual([
      ['lint.rules.text/titel', 'key', 'There is no rule `text/titel`. Did you mean `text/title`?'],
      ['lint.rules.texts/*', 'key', 'There is no rule `texts/*`. Did you mean `text/*`?'],
      [
        'lint.rules.text/title',
        'value',
        '`warn` is not a severity. A rule is `error`, `warning`, `info` or `off`.',
      ],
    ])
  })

  it('has no place in the config when it is given besides', () => {
    expect(problemsOf({}, [['nothing/like-it', 'off']])).toEqual([
      [undefined, 'key', 'There is no rule `nothing/like-it`. `cards rules` lists them.'],
    ])
  })
})
