import { expect, it } from 'vitest'
import { fixExample } from '../../../support/fix-example.ts'
import { lintExample, textUnder } from '../../../support/lint-example.ts'

it('names the letter, and composes it', async () => {
  const card = 'title: Poincare\u0301 maps\n'
  const linted = await lintExample(card)
  expect(textUnder(linted)).toEqual(['Poincare\u0301 maps'])
  expect(linted.findings.map(({ message }) => message)).toEqual([
    "The title is not in Unicode's composed form (NFC): its `é` is written otherwise.",
  ])
  expect(await fixExample(card, 'text/unicode-nfc')).toBe('title: Poincaré maps\n')
})

it('leaves accents alone that no letter is composed of', async () => {
  expect((await lintExample('title: "x\u0301 and क्ष"\n')).findings).toEqual([])
})
