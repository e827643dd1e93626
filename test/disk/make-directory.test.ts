import { existsSync, mkdirSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { makeDirectory } from '../../src/disk/make-directory.ts'
import { temporaryFolder } from './child-process.ts'

describe('making a folder', () => {
  it('makes those above it too, and leaves what is there', () => {
    const dir = temporaryFolder()
    makeDirectory(join(dir, 'a/b/c'))
    writeFileSync(join(dir, 'a/b/c/mine'), '')
    makeDirectory(`${join(dir, 'a/b/c')}/`)
    expect(readdirSync(join(dir, 'a/b/c'))).toEqual(['mine'])
  })

  it('takes a link to a folder for one', () => {
    const dir = temporaryFolder()
    mkdirSync(join(dir, 'a'))
    symlinkSync('a', join(dir, 'link'))
    makeDirectory(join(dir, 'link'))
    makeDirectory(join(dir, 'link/b'))
    expect(existsSync(join(dir, 'a/b'))).toBe(true)
  })

  it.each([
    ['file', 'something is there already'],
    ['file/b', 'a part of the path is a file, not a folder'],
    ['dangling', 'something is there already'],
    ['dangling/b', 'something is there already'],
  ])('says why there can be none: %s', (path, why) => {
    const dir = temporaryFolder()
    writeFileSync(join(dir, 'file'), '')
    symlinkSync('nowhere', join(dir, 'dangling'))
    expect(() => makeDirectory(join(dir, path))).toThrow(
      `Could not create the folder ${join(dir, path)}: ${why}.`,
    )
  })

  it.skipIf(!existsSync('/proc/self'))('does not hang where none can be made, as in /proc', () => {
    expect(() => makeDirectory('/proc/x/')).toThrow(
      'Could not create the folder /proc/x/: there is no such file',
    )
    expect(() => makeDirectory('/proc/x/y')).toThrow(
      'Could not create the folder /proc/x/y: there is no such file',
    )
  })
})
