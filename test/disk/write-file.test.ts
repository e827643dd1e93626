import { once } from 'node:events'
import {
  chmodSync,
  linkSync,
  lstatSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { getuid } from 'node:process'
import { beforeEach, describe, expect, it } from 'vitest'
import { makeDirectory } from '../../src/disk/make-directory.ts'
import { createFile, FileChangedError, FileExistsError, replaceFile } from '../../src/disk/write-file.ts'
import { CardsError } from '../../src/model/errors.ts'
import { buildScript, exitOf, start, temporaryFolder } from './child-process.ts'

const isRoot = getuid?.() === 0

let folder: string
let path: string

beforeEach(() => {
  folder = temporaryFolder()
  path = join(folder, 'AbCdEf0123.yaml')
})

const bytes = (text: string) => Buffer.from(text)
const thrownBy = (action: () => void): unknown => {
  try {
    action()
  } catch (error) {
    return error
  }
  return undefined
}

describe('createFile', { timeout: 60_000 }, () => {
  it('writes the file and leaves nothing else', () => {
    createFile(path, 'id: AbCdEf0123\n')
    expect(readFileSync(path, 'utf8')).toBe('id: AbCdEf0123\n')
    expect(readdirSync(folder)).toEqual(['AbCdEf0123.yaml'])
  })

  it('never replaces a file, a folder or a link that leads nowhere', () => {
    writeFileSync(path, 'mine')
    expect(() => createFile(path, 'theirs')).toThrow(FileExistsError)
    expect(readFileSync(path, 'utf8')).toBe('mine')
    expect(() => createFile(folder, 'x')).toThrow(FileExistsError)
    symlinkSync('nowhere', join(folder, 'link'))
    expect(() => createFile(join(folder, 'link'), 'x')).toThrow(FileExistsError)
    expect(readdirSync(folder).sort()).toEqual(['AbCdEf0123.yaml', 'link'])
  })

  it.each([
    ['a folder that is not there', 'gone/a.yaml', 'there is no such file or folder'],
    ['a folder that is a file', 'file/a.yaml', 'a part of the path is a file, not a folder'],
    ['a name that is too long', `${'a'.repeat(300)}.yaml`, 'the name is too long'],
  ])('says what and where for %s', (_, name, reason) => {
    writeFileSync(join(folder, 'file'), '')
    const target = join(folder, name)
    const error = thrownBy(() => createFile(target, 'x'))
    expect(error).toBeInstanceOf(CardsError)
    expect(error).toMatchObject({ code: 'io', message: `Could not write ${target}: ${reason}.` })
    expect((error as CardsError).hint).toBeTruthy()
  })

  it.skipIf(isRoot)(
    'says so when the folder may not be written (skipped for root, whom modes do not stop)',
    () => {
      chmodSync(folder, 0o555)
      const error = thrownBy(() => createFile(path, 'x'))
      chmodSync(folder, 0o755)
      expect(error).toMatchObject({ code: 'io', message: `Could not write ${path}: permission denied.` })
    },
  )

  it('lets one of several processes win, and never shows a part of its file', async () => {
    const script = buildScript(`
      import { createFile, FileExistsError } from './write-file.ts'
      const [path, letter] = process.argv.slice(2)
      process.send('ready')
      process.once('message', () => {
        try {
          createFile(path, letter.repeat(2_000_000))
          process.exit(0)
        } catch (error) {
          process.exit(error instanceof FileExistsError ? 7 : 1)
        }
      })
    `)
    const children = ['a', 'b', 'c', 'd'].map(letter => start(script, [path, letter]))
    await Promise.all(children.map(child => once(child, 'message')))
    const exits = Promise.all(children.map(exitOf))
    for (const child of children) child.send('go')
    let seen = ''
    while (seen === '') {
      try {
        seen = readFileSync(path, 'utf8')
      } catch {
        await new Promise(resolve => setImmediate(resolve))
      }
    }
    expect(seen).toHaveLength(2_000_000)
    expect((await exits).sort()).toEqual([0, 7, 7, 7])
    const winner = seen.slice(0, 1)
    expect(readFileSync(path, 'utf8')).toBe(winner.repeat(2_000_000))
    expect(readdirSync(folder)).toEqual(['AbCdEf0123.yaml'])
  })
})

describe('replaceFile', () => {
  it('replaces the content and keeps the mode', () => {
    writeFileSync(path, 'old')
    chmodSync(path, 0o640)
    replaceFile(path, 'new', bytes('old'))
    expect(readFileSync(path, 'utf8')).toBe('new')
    expect(statSync(path).mode & 0o777).toBe(0o640)
    expect(readdirSync(folder)).toEqual(['AbCdEf0123.yaml'])
  })

  it('refuses a file that was changed since it was read', () => {
    writeFileSync(path, 'changed by hand')
    const error = thrownBy(() => replaceFile(path, 'new', bytes('old')))
    expect(error).toBeInstanceOf(FileChangedError)
    expect(error).toMatchObject({ message: `${path} was changed meanwhile; it was left as it is.` })
    expect(readFileSync(path, 'utf8')).toBe('changed by hand')
    expect(readdirSync(folder)).toEqual(['AbCdEf0123.yaml'])
  })

  it('does not bring back a file that was deleted', () => {
    expect(() => replaceFile(path, 'new', bytes('old'))).toThrow('there is no such file or folder')
    expect(readdirSync(folder)).toEqual([])
  })

  it('replaces what a symbolic link leads to, and keeps the link', () => {
    writeFileSync(path, 'old')
    const link = join(folder, 'link.yaml')
    symlinkSync('AbCdEf0123.yaml', link)
    replaceFile(link, 'new', bytes('old'))
    expect(lstatSync(link).isSymbolicLink()).toBe(true)
    expect(readFileSync(path, 'utf8')).toBe('new')
  })

  it('refuses a file that has other hard links', () => {
    writeFileSync(path, 'old')
    linkSync(path, join(folder, 'twin.yaml'))
    expect(() => replaceFile(path, 'new', bytes('old'))).toThrow('it has 2 names (hard links)')
    expect(readFileSync(path, 'utf8')).toBe('old')
  })

  it('refuses a folder', () => {
    expect(() => replaceFile(folder, 'new', bytes(''))).toThrow('it is no ordinary file')
  })
})

describe('makeDirectory', () => {
  it('makes all that is missing, and is content with what is there', () => {
    makeDirectory(join(folder, 'a/b'))
    makeDirectory(join(folder, 'a/b'))
    expect(statSync(join(folder, 'a/b')).isDirectory()).toBe(true)
  })

  it('says so when a file is in the way', () => {
    writeFileSync(path, '')
    expect(() => makeDirectory(path)).toThrow(
      `Could not create the folder ${path}: something is there already.`,
    )
  })
})
