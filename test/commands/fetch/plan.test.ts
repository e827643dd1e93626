import { expect, it } from 'vitest'
import type { Context } from '../../../src/commands/command.ts'
import { planFetch } from '../../../src/commands/fetch/plan.ts'
import type { FetchedField } from '../../../src/fetch/fetched-source.ts'
import { DirectoryLibrary } from '../../../src/load/directory-library.ts'
import { findSettings } from '../../../src/load/settings.ts'
import { cardText, directoryWith } from '../../support/library.ts'

/** The plan for a card whose source gives some fields. */
async function planned(fields: readonly FetchedField[], ...more: readonly string[]) {
  const dir = directoryWith({ 'aaaaaaaaaa.yaml': cardText('aaaaaaaaaa', ...more) })
  const settings = await findSettings({ cwd: dir, dir: '.' })
  const library = new DirectoryLibrary(settings, dir)
  const lookup = await library.find('aaaaaaaaaa')
  if (lookup.kind !== 'found') throw new Error('There is no card.')
  const fetched = {
    fields,
    fetch: { at: '2026-06-15', status: 'ok' as const },
    isAnswered: true,
    problems: [],
  }
  return planFetch({ settings } as Context, library, [{ card: lookup.card, fetched }], new Set())
}

it('writes no value that no card can have, whoever says it', async () => {
  const { changes, cards, failed } = await planned([{ field: 'language', value: 'no language', from: 'x' }])
  expect(changes).toEqual([])
  expect([...failed]).toEqual(['aaaaaaaaaa'])
  expect(cards[0]?.problems).toEqual([expect.stringContaining('`no language`')])
})

it('leaves what was wrong in a card before, and fills it all the same', async () => {
  const { changes, failed } = await planned(
    [{ field: 'language', value: 'en', from: 'x' }],
    'published: soon',
  )
  expect(failed.size).toBe(0)
  const [change] = changes
  expect(String(change && 'content' in change ? change.content : '')).toContain(
    'published: soon\nlanguage: en\n',
  )
})
