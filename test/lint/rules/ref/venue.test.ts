import { expect, it } from 'vitest'
import { lintExample, textUnder } from '../../../support/lint-example.ts'

it('points at the venue, and names the nearest', async () => {
  const linted = await lintExample({
    files: { 'aB3dE5gH7j.yaml': 'venue: leswrong\n', 'venues.yaml': '- id: lesswrong\n  name: LessWrong\n' },
  })
  expect(textUnder(linted)).toEqual(['leswrong'])
  expect(linted.findings[0]?.help).toBe(
    'Did you mean `lesswrong`? Else add it with `cards venues add leswrong --name NAME`.',
  )
  const unlike = await lintExample({ files: { 'aB3dE5gH7j.yaml': 'venue: nature\n' } })
  expect(unlike.findings[0]?.help).toBe(
    'Add it with `cards venues add nature --name NAME`, or remove it here.',
  )
})

it.each(['- id: "\n', '- id: lesswrong\n- id: other\n  name: Other\n'])(
  'says nothing while venues.yaml cannot be read whole: %j',
  async venues => {
    const files = { 'aB3dE5gH7j.yaml': 'venue: lesswrong\n', 'venues.yaml': venues }
    expect((await lintExample({ files })).findings.map(({ file }) => file)).toEqual(['venues.yaml'])
  },
)
