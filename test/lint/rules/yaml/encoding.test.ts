import { expect, it } from 'vitest'
import { fixedFile } from '../../../support/fix-example.ts'
import { lintExample, textUnder } from '../../../support/lint-example.ts'

const HEAD = 'id: aB3dE5gH7j\r\nurl: https://www.rfc-editor.org/a\r\ntitle: T\r\ntype: web\r\n'

it('points at the first line whose end is not the usual one, and changes those alone', async () => {
  const text = `${HEAD}label: A\nnotes: B\r\ntags: [c]\n`
  const linted = await lintExample(text)
  expect(linted.findings.map(({ message }) => message)).toEqual([
    '2 lines of 7 end in LF alone, the others in CR LF.',
  ])
  expect(textUnder(linted)).toEqual(['label: A'])
  expect(await fixedFile(text, 'yaml/encoding')).toBe(`${HEAD}label: A\r\nnotes: B\r\ntags: [c]\r\n`)
})

it('takes LF where both ends are as many', async () => {
  const text = 'id: aB3dE5gH7j\nurl: https://www.rfc-editor.org/a\ntitle: T\r\ntype: web\r\n'
  expect(await fixedFile(text, 'yaml/encoding')).toBe(text.replaceAll('\r', ''))
})

it('leaves carriage returns that stand alone to people, as nothing is read before they are gone', async () => {
  const text = 'id: aB3dE5gH7j\rurl: https://www.rfc-editor.org/a\rtitle: T\rtype: web\r'
  const { findings } = await lintExample({ files: { 'a.yaml': text } })
  expect(findings.map(({ rule, fix }) => [rule, fix])).toEqual([['yaml/encoding', undefined]])
})

it('takes a byte-order mark off by no edit', async () => {
  const { findings } = await lintExample('\ufefflabel: A\n')
  expect(findings).toMatchObject([
    { rule: 'yaml/encoding', fix: { safe: true, removesByteOrderMark: true, edits: [] } },
  ])
})

it('does not mind a file that ends its lines in CR LF throughout', async () => {
  expect((await lintExample(`${HEAD}notes: |\r\n  A\r\n  B\r\n`)).findings).toEqual([])
})
