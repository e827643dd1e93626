import { expect, it } from 'vitest'
import { cardText, directoryWith } from '../support/library.ts'
import { runCards } from '../support/run-cards.ts'

it('cards path prints where cards are, as one would name them from here', async () => {
  expect(await runCards(['path', 'MDc4MjQ5Yj', 'arXiv:1706.03762'])).toMatchObject({
    stdout: 'cards/MDc4MjQ5Yj.yaml\ncards/3bGWQu0hMP.yaml\n',
    stderr: '',
    exitCode: 0,
  })
  const dir = directoryWith({ 'sub/a.yaml': cardText('aaaaaaaaaa') })
  expect(await runCards(['path', 'aaaa', '--dir', '.'], { cwd: dir })).toMatchObject({
    stdout: 'sub/a.yaml\n',
  })
  expect(await runCards(['path', 'aaaa', '--dir', dir])).toMatchObject({ stdout: `${dir}/sub/a.yaml\n` })
})

it('cards path says no to a card that there is not', async () => {
  expect(await runCards(['path', 'nonesuch00'])).toMatchObject({ stdout: '', exitCode: 1 })
})
