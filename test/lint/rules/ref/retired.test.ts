import fc from 'fast-check'
import { expect, it } from 'vitest'
import { mentioned } from '../../../../src/lint/rules/ref/retired.ts'
import { lintExample, textUnder } from '../../../support/lint-example.ts'

const RETIRED = 'retired:\n  date: "2026-01-01"\n  reason: Gone.\n'

it.each([
  ['notes: See cD5fG7iJ9lx.\n', 'cD5fG7iJ9l'],
  ['notes: The benchmarks are old.\n', 'benchmarks'],
  ['abstract: See cD5fG7iJ9l.\n', 'cD5fG7iJ9l'],
])('does not mind %j', async (lines, id) => {
  const files = { 'aB3dE5gH7j.yaml': lines, [`retired/${id}.yaml`]: RETIRED }
  expect((await lintExample({ files })).findings).toEqual([])
})

it('points at the text, and says what replaces the card', async () => {
  const linted = await lintExample({
    files: {
      'aB3dE5gH7j.yaml': 'notes: See [it](cD5fG7iJ9l), cD5fG7iJ9l.\n',
      'retired/cD5fG7iJ9l.yaml': `${RETIRED}  replaced_by: aB3dE5gH7j\n`,
    },
  })
  expect(textUnder(linted)).toEqual(['See [it](cD5fG7iJ9l), cD5fG7iJ9l.'])
  expect(linted.findings).toMatchObject([
    { pointer: '/notes', help: 'Write `aB3dE5gH7j`, which replaces it.' },
  ])
})

it('does not advise to write an ID that no card has', async () => {
  const { findings } = await lintExample({
    files: {
      'aB3dE5gH7j.yaml': 'notes: See cD5fG7iJ9l.\n',
      'retired/cD5fG7iJ9l.yaml': `${RETIRED}  replaced_by: zZ5fG7iJ9l\n`,
    },
  })
  expect(findings.find(({ rule }) => rule === 'ref/retired')?.help).toBe(
    'What replaces it is not there: correct its `replaced_by`, or remove the mention.',
  )
})

it('leads to the card in use at the end of the chain, on the line of the mention', async () => {
  const linted = await lintExample({
    files: {
      'aB3dE5gH7j.yaml': 'notes: |\n  One line.\n  See cD5fG7iJ9l.\n',
      'bC4eF6hI8k.yaml': '',
      'retired/cD5fG7iJ9l.yaml': `${RETIRED}  replaced_by: dE6gH8jK0m\n`,
      'retired/dE6gH8jK0m.yaml': `${RETIRED}  replaced_by: bC4eF6hI8k\n`,
    },
  })
  expect(textUnder(linted)).toEqual(['cD5fG7iJ9l'])
  expect(linted.findings).toMatchObject([
    { help: 'Write `bC4eF6hI8k`, which replaces it.', related: [{ file: 'bC4eF6hI8k.yaml' }] },
  ])
})

it('takes for IDs what a regular expression would, whatever the text', () => {
  const word = fc.stringMatching(/^[A-Za-z0-9]{9,11}$/)
  const text = fc
    .array(fc.oneof(word, fc.string({ unit: 'grapheme', maxLength: 3 })))
    .map(parts => parts.join(''))
  fc.assert(
    fc.property(text, written => {
      const words = written.match(/(?<![A-Za-z0-9])[A-Za-z0-9]{10}(?![A-Za-z0-9])/g) ?? []
      const ids = words.filter(each => !/^[A-Za-z]?[a-z]+$/.test(each))
      expect(mentioned(written)).toEqual([...new Set(ids)])
    }),
  )
})
