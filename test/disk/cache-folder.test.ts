import { execFileSync } from 'node:child_process'
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { CacheFolder } from '../../src/disk/cache-folder.ts'
import { directoryWith } from '../support/library.ts'

const LIBRARY = '0123456789abcdef'
const bytes = (text: string) => [Buffer.from(text)]

describe('a folder of the cache', () => {
  it('gives back what was written, in one file that only its owner can read', async () => {
    const root = join(directoryWith({}), 'cache')
    const folder = new CacheFolder(root, LIBRARY)
    expect(folder.open('a.memo')).toBe(undefined)
    await folder.write('a.memo', [...bytes('first '), ...bytes('second')])
    const file = folder.open('a.memo')
    expect([file?.size, Buffer.from(file?.read(6, 100) ?? []).toString()]).toEqual([12, 'second'])
    file?.close()
    expect(readdirSync(join(root, LIBRARY))).toEqual(['a.memo'])
    expect(statSync(join(root, LIBRARY, 'a.memo')).mode & 0o077).toBe(0)
  })

  it('lets a reader go on with what it has opened, whoever writes', async () => {
    const folder = new CacheFolder(join(directoryWith({}), 'cache'), LIBRARY)
    await folder.write('a.memo', bytes('old'))
    const file = folder.open('a.memo')
    await folder.write('a.memo', bytes('new and longer'))
    expect(Buffer.from(file?.read(0, 100) ?? []).toString()).toBe('old')
    file?.close()
  })

  it('is as if it were empty where nothing can be read or written', async () => {
    const root = directoryWith({ cache: 'a file' })
    const folder = new CacheFolder(join(root, 'cache'), LIBRARY)
    await folder.write('a.memo', bytes('x'))
    expect(folder.open('a.memo')).toBe(undefined)
    expect(readFileSync(join(root, 'cache'), 'utf8')).toBe('a file')
  })

  it('waits for no pipe that stands in the place of a file', () => {
    const root = directoryWith({ [`cache/${LIBRARY}/b.memo`]: 'x' })
    execFileSync('mkfifo', [join(root, 'cache', LIBRARY, 'a.memo')])
    expect(new CacheFolder(join(root, 'cache'), LIBRARY).open('a.memo')).toBe(undefined)
  })

  it('throws what the writer throws, and leaves no part of a file', async () => {
    const root = join(directoryWith({}), 'cache')
    const failing = function* () {
      yield Buffer.from('part')
      throw new Error('out of luck')
    }
    await expect(new CacheFolder(root, LIBRARY).write('a.memo', failing())).rejects.toThrow('out of luck')
    expect(readdirSync(join(root, LIBRARY))).toEqual([])
  })

  it('removes what is old or left over, and nothing that is not ours', async () => {
    const root = directoryWith({
      [`cache/${LIBRARY}/old.memo`]: 'x',
      [`cache/${LIBRARY}/.cards.0123456789abcdef.tmp`]: 'x',
      [`cache/${LIBRARY}/notes.txt`]: 'x',
      'cache/fedcba9876543210/old.memo': 'x',
      'cache/other/old.memo': 'x',
    })
    for (const name of readdirSync(join(root, 'cache'), { recursive: true, encoding: 'utf8' }))
      utimesSync(join(root, 'cache', name), 1000, 1000)
    mkdirSync(join(root, 'cache', 'fedcba9876543210', 'folder.memo'))
    writeFileSync(join(root, 'cache', LIBRARY, 'young.memo'), 'x')
    await new CacheFolder(join(root, 'cache'), LIBRARY).write('a.memo', bytes('x'))
    const left = readdirSync(join(root, 'cache', LIBRARY)).sort()
    expect(left).toEqual(['a.memo', 'notes.txt', 'young.memo'])
    expect(readdirSync(join(root, 'cache/fedcba9876543210'))).toEqual(['folder.memo'])
    expect(existsSync(join(root, 'cache/other/old.memo'))).toBe(true)
  })
})
