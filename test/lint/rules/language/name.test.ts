import { expect, it } from 'vitest'
import { languageCode } from '../../../../src/model/language-code.ts'
import { fixExample } from '../../../support/fix-example.ts'
import { lintExample, textUnder } from '../../../support/lint-example.ts'

it('writes the code, and keeps what stands behind it', async () => {
  expect(await fixExample('language: English\n', 'language/name')).toBe('language: en\n')
  expect(await fixExample('language: english-US\n', 'language/name')).toBe('language: en-US\n')
})

it('has no fix for a name that it does not know', async () => {
  const linted = await lintExample('language: Klingon\n')
  expect(linted.findings.map(({ message, fix }) => [message, fix])).toEqual([
    ['`Klingon` is no language code.', undefined],
  ])
  expect(textUnder(linted)).toEqual(['Klingon'])
})

it.each([
  ['Deutsch', 'de'],
  ['norsk', 'no'],
  ['Chinese', 'zh'],
  ['Constructor', undefined],
])('takes %s for %s', (name, code) => {
  expect(languageCode(name)).toBe(code)
})

it.each(['en', 'pt-BR', 'haw', 'i-klingon', 'x-private'])('is silent about %s', async language => {
  const { findings } = await lintExample(`language: ${language}\n`)
  expect(findings.map(({ rule }) => rule)).not.toContain('language/name')
})
