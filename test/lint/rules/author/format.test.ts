import { expect, it } from 'vitest'
import { fixExample } from '../../../support/fix-example.ts'
import { lintExample } from '../../../support/lint-example.ts'

it('takes off what stands for others', async () => {
  expect(await fixExample('authors:\n  - Hubinger, Evan, et al.\n  - and others\n', 'author/format')).toBe(
    'authors:\n  - Hubinger, Evan\n',
  )
})

it('puts several names in their place among the others', async () => {
  const card = 'authors:\n  - Ann Poe\n  - John Smith and Jane Doe\n  - family: Lee\n    given: Bob\n'
  expect(await fixExample(card, 'author/format')).toBe(
    'authors:\n  - Ann Poe\n  - John Smith\n  - Jane Doe\n  - family: Lee\n    given: Bob\n',
  )
})

it('mends many authors of one card at a time, each where it stands', async () => {
  const pairs = [...'BCDEFGHIJKLMNOPQRSTUVWXYZ'].map(
    letter => [`Ann ${letter}oe`, `Bob ${letter}ee`] as const,
  )
  const card = `authors:\n${pairs.map(([a, b]) => `  - ${a} and ${b} # c\n`).join('')}`
  expect(await fixExample(card, 'author/format')).toBe(
    `authors:\n${pairs.map(([a, b]) => `  - ${a}\n  - ${b} # c\n`).join('')}`,
  )
})

it('finds a name again that is written the other way round', async () => {
  const linted = await lintExample('authors:\n  - Ji, Jiaming\n  - given: Jiaming\n    family: Ji\n')
  expect(linted.findings.map(({ rule, message }) => [rule, message])).toEqual([
    ['author/format', '`Jiaming Ji` is among the authors twice.'],
  ])
})

it('lets namesakes be among many authors', async () => {
  const many = Array.from({ length: 40 }, (_, i) => `  - Author${i} Of${i}\n`).join('')
  expect((await lintExample(`authors:\n${many}  - Fan Yang\n  - Fan Yang\n`)).findings).toEqual([])
})

it.each(['Etal Adnan', 'Byron Katie', 'By Night', 'Sandeep Andersson'])('is silent about %s', async name => {
  expect((await lintExample(`authors:\n  - ${name}\n`)).findings).toEqual([])
})

it('takes off a comma at the end', async () => {
  expect(await fixExample('authors:\n  - "Jane Doe,"\n  - John Roe;\n', 'author/format')).toBe(
    'authors:\n  - "Jane Doe"\n  - John Roe\n',
  )
})

it('finds a name again that is written in small letters', async () => {
  const { findings } = await lintExample('authors:\n  - Jane Doe\n  - jane doe\n')
  expect(findings.map(({ message }) => message)).toEqual(['`jane doe` is among the authors twice.'])
  for (const names of ['Jane Doe\n  - jane doe', 'jane doe\n  - Jane Doe'])
    expect(await fixExample(`authors:\n  - ${names}\n`, 'author/format')).toBe('authors:\n  - Jane Doe\n')
})
