import { expect, it } from 'vitest'
import { lintExample, textUnder } from '../../../support/lint-example.ts'

const by = (id: string) => `retired:\n  date: "2026-01-01"\n  reason: Merged.\n  replaced_by: ${id}\n`

it('points at the ID, and names the card that had it', async () => {
  const linted = await lintExample({
    files: { 'aB3dE5gH7j.yaml': 'aliases: [dE6gH8jK0m]\n', 'retired/cD5fG7iJ9l.yaml': by('dE6gH8jK0m') },
  })
  expect(textUnder(linted)).toEqual(['dE6gH8jK0m'])
  expect(linted.findings[0]?.help).toBe('Write `aB3dE5gH7j`: that is the card which had this ID.')
})

it('is told at each card of a circle, and not at those that lead into it', async () => {
  const { findings } = await lintExample({
    files: {
      'retired/aB3dE5gH7j.yaml': by('bC4eF6hI8k'),
      'retired/bC4eF6hI8k.yaml': by('aB3dE5gH7j'),
      'retired/cD5fG7iJ9l.yaml': by('aB3dE5gH7j'),
      'retired/dE6gH8jK0m.yaml': by('dE6gH8jK0m'),
    },
  })
  expect(findings.map(({ id }) => id)).toEqual(['aB3dE5gH7j', 'bC4eF6hI8k', 'dE6gH8jK0m'])
})

it('does not mind a chain that ends in a card in use, or in one that nothing replaces', async () => {
  const end = 'retired:\n  date: "2026-01-01"\n  reason: Gone.\n'
  const { findings } = await lintExample({
    files: {
      'aB3dE5gH7j.yaml': '',
      'retired/bC4eF6hI8k.yaml': by('cD5fG7iJ9l'),
      'retired/cD5fG7iJ9l.yaml': by('aB3dE5gH7j'),
      'retired/dE6gH8jK0m.yaml': by('eF7hI9kL1n'),
      'retired/eF7hI9kL1n.yaml': end,
    },
  })
  expect(findings).toEqual([])
})

it('finds an ID without regard to case', async () => {
  const { findings } = await lintExample({
    files: {
      'aB3dE5gH7j.yaml': '',
      'retired/bC4eF6hI8k.yaml': by('AB3DE5GH7J'),
      'retired/cD5fG7iJ9l.yaml': by('CD5FG7IJ9L'),
    },
  })
  expect(findings.map(({ message }) => message)).toEqual(['The card is replaced by itself.'])
})
