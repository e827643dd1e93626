import { expect, it } from 'vitest'
import { DirectoryLibrary } from '../../src/load/directory-library.ts'
import { findSettings } from '../../src/load/settings.ts'
import { takenIds } from '../../src/model/taken-ids.ts'
import { cardText, directoryWith } from '../support/library.ts'

it('takes IDs and aliases of cards, retired ones too, and the names of files that cannot be read', async () => {
  const dir = directoryWith({
    'a.yaml': cardText('aaaaaaaaa1', 'aliases: [bbbbbbbbb2]'),
    'retired/c.yaml': cardText('ccccccccc3', 'aliases: [ddddddddd4]'),
    'sub/eeeeeeeee5.yaml': ': [\n',
  })
  const library = new DirectoryLibrary(await findSettings({ cwd: dir, dir: '.' }), dir)
  const isTaken = await takenIds(library)
  for (const id of ['aaaaaaaaa1', 'bbbbbbbbb2', 'ccccccccc3', 'ddddddddd4', 'eeeeeeeee5', 'AAAAAAAAA1'])
    expect([id, isTaken(id)]).toEqual([id, true])
  expect(isTaken('fffffffff6')).toBe(false)
})
