import { symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { libraryTarget } from '../../src/disk/library-target.ts'
import { directoryWith } from '../support/library.ts'

describe('a file of a library is written', () => {
  it('where its path says, also into folders that are not there yet', () => {
    const root = directoryWith({ 'x.yaml': '' })
    expect(libraryTarget(root, 'x.yaml')).toBe(join(root, 'x.yaml'))
    expect(libraryTarget(root, 'a/b/c.yaml')).toBe(join(root, 'a/b/c.yaml'))
  })

  it('never outside, wherever a link or a path leads', () => {
    const root = directoryWith({ 'lib/x.yaml': '', 'outside/v.yaml': '' })
    const library = join(root, 'lib')
    symlinkSync(join(root, 'outside'), join(library, 'MD'))
    symlinkSync(join(root, 'outside/v.yaml'), join(library, 'venues.yaml'))
    for (const path of ['MD/MDc4MjQ5Yj.yaml', 'venues.yaml', '../outside/v.yaml'])
      expect(() => libraryTarget(library, path)).toThrow('leads out of the library; it was left as it is.')
  })

  it('through a link that stays inside', () => {
    const root = directoryWith({ 'real/x.yaml': '' })
    symlinkSync('real', join(root, 'linked'))
    expect(libraryTarget(root, 'linked/y.yaml')).toBe(join(root, 'linked/y.yaml'))
  })
})
