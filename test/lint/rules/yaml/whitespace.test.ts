import { expect, it } from 'vitest'
import { fixedFile } from '../../../support/fix-example.ts'
import { lintExample, textUnder } from '../../../support/lint-example.ts'

const HEAD = 'id: aB3dE5gH7j\nurl: https://www.rfc-editor.org/rfc/rfc2606\ntitle: A title\ntype: web\n'
const fixed = (lines: string) => fixedFile(HEAD + lines, 'yaml/whitespace')

it('points at the white space', async () => {
  const linted = await lintExample(`${HEAD}label: A \t\nnotes:\tB\n`)
  expect(textUnder(linted)).toEqual([' \t', '\t'])
})

it('removes spaces at line ends, of comments and blank lines too', async () => {
  expect(await fixed('label: A  \n  \n# note \nnotes: N # here \n')).toBe(
    `${HEAD}label: A\n\n# note\nnotes: N # here\n`,
  )
})

it.each([
  'notes: |\n  Two spaces make  \n  a line break.\n',
  'notes: "Two  \n  lines."\n',
  "notes: 'Two  \n  lines.'\n",
  'notes: |+\n  A\n\n\n\n',
  'notes: "a\tb"\n',
])('leaves alone what is within a text or part of a value: %j', async lines => {
  expect(await fixed(lines)).toBe(HEAD + lines)
})

it('removes spaces behind a header, and above and below a text block', async () => {
  expect(await fixed('label: A \nnotes: |  \n  B  \n  C\ntags: [d] \n')).toBe(
    `${HEAD}label: A\nnotes: |\n  B  \n  C\ntags: [d]\n`,
  )
})

it('adds the line end that the file uses', async () => {
  const text = HEAD.replaceAll('\n', '\r\n')
  expect(await fixedFile(`${text}label: A`, 'yaml/whitespace')).toBe(`${text}label: A\r\n`)
  expect(await fixedFile(`${text}label: A \r\n`, 'yaml/whitespace')).toBe(`${text}label: A\r\n`)
})

it('allows one blank line at the end, and removes more', async () => {
  expect(await fixed('label: A\n\n')).toBe(`${HEAD}label: A\n\n`)
  expect(await fixed('label: A\n\n \n')).toBe(`${HEAD}label: A\n`)
})

it('takes no long time over a megabyte of spaces', async () => {
  const started = performance.now()
  await lintExample(`${HEAD}label: A${' '.repeat(1_000_000)}B\n${'\t'.repeat(100_000)}\n`)
  expect(performance.now() - started).toBeLessThan(5000)
})

it('points at the blank lines at the end, and tells of spaces in the same file', async () => {
  const linted = await lintExample(`${HEAD}label: A  \n\n \n`)
  expect(linted.findings.map(({ range, message }) => [range.start.line, message])).toEqual([
    [5, 'The line ends in white space.'],
    [6, 'The file ends in 2 blank lines.'],
  ])
  expect(textUnder(linted)).toEqual(['  ', '\n \n'])
  expect(await fixed('label: A  \n\n \n')).toBe(`${HEAD}label: A\n`)
})
