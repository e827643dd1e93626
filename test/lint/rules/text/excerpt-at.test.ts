import { expect, it } from 'vitest'
import { excerptAt } from '../../../../src/lint/rules/text/excerpt-at.ts'
import { lintExample, textUnder } from '../../../support/lint-example.ts'

const BEFORE = Array.from({ length: 10 }, (_, i) => `  Line ${i + 2} says something of its own.\n`).join('')

it.each([
  ['text/html', 'Research &amp; development', '&amp;'],
  ['text/html', 'Here is <i>emphasis</i>', '<i>'],
  ['text/invisible', 'Scaling\u00adlaws', '\u00ad'],
  ['text/unicode-nfc', 'Cafe\u0301 society', 'e\u0301'],
])('%s tells of line 12 of a block that it is there', async (rule, line, excerpt) => {
  const linted = await lintExample(`summary: |-\n  Line 1\n${BEFORE}  ${line}\n  Line 13\n`)
  expect(linted.findings.map(finding => finding.rule)).toEqual([rule])
  // Four lines that make it a card, and the key.
  expect(linted.findings[0]?.range.start.line).toBe(5 + 12)
  expect(textUnder(linted)).toEqual([excerpt])
})

it('tells of a backslash on the second line of a title where it is', async () => {
  const linted = await lintExample('title: >-\n  Reuters on the offer\n  of \\$97.4 billion\n')
  expect(textUnder(linted)).toEqual(['\\$'])
})

it('says what follows, to tell a part from the same part in code before it', () => {
  const text = '`&amp;` in code\nR&amp;D\n'
  expect(excerptAt(text, text.lastIndexOf('&amp;'), '&amp;')).toEqual({ excerpt: '&amp;D' })
  expect(excerptAt('aa\naa\n', 3, 'a')).toEqual({})
})
