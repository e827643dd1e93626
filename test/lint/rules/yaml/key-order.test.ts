import { expect, it } from 'vitest'
import { fixedFile } from '../../../support/fix-example.ts'
import { lintExample, textUnder } from '../../../support/lint-example.ts'

const fixed = (text: string) => fixedFile(text, 'yaml/key-order')

it('points at the key that comes too late', async () => {
  const linted = await lintExample(
    'id: aB3dE5gH7j\ntitle: A title\ntype: web\nurl: https://www.rfc-editor.org/rfc/rfc2606\n',
    'yaml/key-order',
  )
  expect(textUnder(linted)).toEqual(['url'])
  expect(linted.findings[0]?.message).toBe(
    '`url` stands below `title`, which comes after it in the order of the fields.',
  )
})

it('moves comments with what they are about, and leaves those about the file', async () => {
  expect(
    await fixed(`# yaml-language-server: $schema=x
# The one of 2020.
title: A title # not a good one
id: aB3dE5gH7j

# Found by hand.
type: web
# Moved
# twice.
url: https://www.rfc-editor.org/rfc/rfc2606
notes: |
  # no comment
  text`),
  ).toBe(`# yaml-language-server: $schema=x
id: aB3dE5gH7j

# Moved
# twice.
url: https://www.rfc-editor.org/rfc/rfc2606
# The one of 2020.
title: A title # not a good one
# Found by hand.
type: web
notes: |
  # no comment
  text`)
})

it('leaves alone a card in braces', async () => {
  const text =
    '{ title: A title, id: aB3dE5gH7j, url: "https://www.rfc-editor.org/rfc/rfc2606", type: web }\n'
  const linted = await lintExample({ files: { 'aB3dE5gH7j.yaml': text } }, 'yaml/key-order')
  expect(linted.findings.map(({ fix }) => fix)).not.toContainEqual(expect.anything())
})

it('is off by default', async () => {
  const { findings } = await lintExample('type: web\nid: aB3dE5gH7j\n')
  expect(findings).toEqual([])
})
