import { mkdirSync, symlinkSync } from 'node:fs'
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

  it('not where a file stands in the place of a folder, or links go round', () => {
    const root = directoryWith({ 'lib/x.yaml': '', 'v.yaml': '' })
    const library = join(root, 'lib')
    symlinkSync('../v.yaml', join(library, 'link'))
    symlinkSync('loop', join(library, 'loop'))
    for (const path of ['x.yaml/y.yaml', 'x.yaml/sub/y.yaml', 'link/y.yaml'])
      expect(() => libraryTarget(library, path)).toThrow(
        `Could not write ${join(library, path)}: a part of the path is a file, not a folder.`,
      )
    expect(() => libraryTarget(library, 'loop/y.yaml')).toThrow('its symbolic links form a loop.')
  })

  it('also where a name starts with two dots', () => {
    const root = directoryWith({ 'x.yaml': '' })
    expect(libraryTarget(root, '..x/y.yaml')).toBe(join(root, '..x/y.yaml'))
    mkdirSync(join(root, '..x'))
    expect(libraryTarget(root, '..x/y.yaml')).toBe(join(root, '..x/y.yaml'))
  })

  it('through a link that stays inside', () => {
    const root = directoryWith({ 'real/x.yaml': '' })
    symlinkSync('real', join(root, 'linked'))
    expect(libraryTarget(root, 'linked/y.yaml')).toBe(join(root, 'linked/y.yaml'))
  })
})
