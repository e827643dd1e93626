import { expect, it } from 'vitest'
import { fixExample } from '../../../support/fix-example.ts'
import { lintExample } from '../../../support/lint-example.ts'

it('names the letter, and composes it', async () => {
  const card = 'title: Poincare\u0301 maps\n'
  const { findings } = await lintExample(card)
  expect(findings.map(({ message }) => message)).toEqual([
    "The title is not in Unicode's composed form (NFC): its `é` is written otherwise.",
  ])
  expect(await fixExample(card, 'text/unicode-nfc')).toBe('title: Poincaré maps\n')
})

it('leaves accents alone that no letter is composed of', async () => {
  expect((await lintExample('title: "x\u0301 and क्ष"\n')).findings).toEqual([])
})
