import { expect, it } from 'vitest'
import { fixLibrary } from '../../../../src/lint/fix-library.ts'
import { exampleLinter, textUnder } from '../../../support/lint-example.ts'

const NEEDLESS = 'aB3dE5gH7j text/title /title 0123456789ab'
const example = {
  files: { 'aB3dE5gH7j.yaml': 'type: web\n' },
  baseline: `# a comment\n${NEEDLESS}\nzzzzzzzzzz text/title /title 0123456789ab\n`,
}

it('points at the line, and says of which card and rule it is', async () => {
  const linted = await (await exampleLinter(example))()
  expect(textUnder(linted)[0]).toBe(NEEDLESS)
  expect(linted.findings[0]?.message).toBe(
    'The baseline has a line about `text/title` in aB3dE5gH7j that no finding needs any more.',
  )
})

it('is fixed by taking the lines out and leaving the comments', async () => {
  const lint = await exampleLinter(example)
  const { files } = await fixLibrary(await lint(), lint, () => true)
  expect(files.get('lint-baseline.txt')?.toString()).toBe('# a comment\n')
})

it('says nothing of a rule that is off', async () => {
  const lint = await exampleLinter({ ...example, baseline: 'aB3dE5gH7j archive/missing / 0123456789ab\n' })
  expect((await lint()).findings).toEqual([])
})
