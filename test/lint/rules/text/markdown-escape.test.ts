import { expect, it } from 'vitest'
import { fixExample } from '../../../support/fix-example.ts'
import { lintExample, textUnder } from '../../../support/lint-example.ts'

it.each([
  ['Awards Over \\$1.8 Million', 'Awards Over $1.8 Million'],
  ['\\[Linkpost\\] On \\_it\\_', '[Linkpost] On _it_'],
  ['F\\#', 'F#'],
])('writes the title %s as %s', async (before, after) => {
  expect(await fixExample(`title: '${before}'\n`, 'text/markdown-escape')).toBe(`title: '${after}'\n`)
})

it.each([
  'Learning $\\ell_\\infty$ norms, 100\\% right',
  'G\\"odel, Escher, Bach',
  'The \\textit{other} problem\\_1',
  'A $100\\%$ solution',
  'C:\\Users and a\\b',
  'Formula \\(x\\)',
])('is silent about %s', async title => {
  expect((await lintExample(`title: '${title}'\n`)).findings).toEqual([])
})

it('is silent about prose', async () => {
  expect((await lintExample("notes: 'Costs \\$5 and \\*not\\* more'\n")).findings).toEqual([])
})

it('points at the text that holds the escape', async () => {
  const linted = await lintExample("label: 'F\\#'\nauthors: ['Ann Lee', 'Nelson\\_GC']\n")
  expect(textUnder(linted)).toEqual(["'F\\#'", "'Nelson\\_GC'"])
})
