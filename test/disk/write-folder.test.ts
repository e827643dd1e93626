import {
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  unlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { beforeEach, describe, expect, it } from 'vitest'
import { FileChangedError } from '../../src/disk/write-file.ts'
import {
  type FolderFile,
  type FolderOptions,
  planWriteFolder,
  writeFolder,
} from '../../src/disk/write-folder.ts'
import { schemas } from '../../src/load/schemas.ts'
import { MANIFEST_NAME, manifestText } from '../../src/model/export-manifest.ts'
import { directoryWith } from '../support/library.ts'
import { filesOf } from '../support/library-files.ts'

let root: string
let dir: string

beforeEach(() => {
  root = directoryWith({ 'precious.md': 'mine' })
  dir = join(root, 'site')
})

const filesFrom = (texts: Readonly<Record<string, string>>): FolderFile[] =>
  Object.entries(texts).map(([path, text]) => ({ path, text }))
const OPTIONS: FolderOptions = { name: 'site', extension: 'md', isForced: false, others: 'removed' }
const write = (texts: Readonly<Record<string, string>>, isForced = false) =>
  writeFolder(dir, filesFrom(texts), { ...OPTIONS, isForced })
const manifest = (): unknown => JSON.parse(readFileSync(join(dir, MANIFEST_NAME), 'utf8'))
const contents = () => Object.fromEntries(filesOf(dir))
const HASH = '0'.repeat(64)

/** A list that says that an export made this. */
function claim(files: Readonly<Record<string, string>>, rest: object = {}): void {
  mkdirSync(dir, { recursive: true })
  writeFileSync(join(dir, MANIFEST_NAME), JSON.stringify({ version: 1, files, ...rest }))
}

describe('writing a folder', () => {
  it('makes the folder, the files and a list of them that fits its schema', async () => {
    expect(await write({ 'a.md': 'A\n', 'sub/b.md': 'B\n' })).toEqual({
      written: 2,
      unchanged: 0,
      removed: 0,
      kept: 0,
    })
    expect(contents()).toEqual({ 'a.md': 'A\n', 'sub/b.md': 'B\n' })
    expect(manifest()).toEqual({
      $schema: 'https://unpkg.com/source-cards/schemas/export-manifest.schema.json',
      version: 1,
      files: {
        'a.md': '06f961b802bc46ee168555f066d28f4f0e9afdf3f88174c1ee6f9de004fc30a0',
        'sub/b.md': 'c0cde77fa8fef97d476c10aad3d2d54fcc2f336140d073651c2dcccf1e379fd6',
      },
      folders: ['sub'],
    })
    const ajv = new Ajv2020({ strict: false })
    ajv.validate(schemas['export-manifest'], manifest())
    expect(ajv.errors ?? []).toEqual([])
    expect(readdirSync(dir).sort()).toEqual([MANIFEST_NAME, 'a.md', 'sub'])
  })

  it('writes only what changed: all else, the list too, is not touched', async () => {
    await write({ 'a.md': 'A', 'b.md': 'B' })
    const long = new Date('2001-01-01')
    for (const name of readdirSync(dir)) utimesSync(join(dir, name), long, long)
    expect(await write({ 'a.md': 'A', 'b.md': 'B' })).toEqual({
      written: 0,
      unchanged: 2,
      removed: 0,
      kept: 0,
    })
    const touched = () =>
      readdirSync(dir).filter(name => statSync(join(dir, name)).mtimeMs !== long.getTime())
    expect(touched()).toEqual([])
    expect(await write({ 'a.md': 'A', 'b.md': 'new' })).toEqual({
      written: 1,
      unchanged: 1,
      removed: 0,
      kept: 0,
    })
    expect(touched().sort()).toEqual([MANIFEST_NAME, 'b.md'])
  })

  it('removes files that are no longer wanted, and folders that it made and that are empty now', async () => {
    await write({ 'a.md': 'A', 'one/b.md': 'B', 'two/deep/c.md': 'C' })
    writeFileSync(join(dir, 'two/mine.txt'), 'mine')
    expect(await write({ 'a.md': 'A' })).toEqual({ written: 0, unchanged: 1, removed: 2, kept: 0 })
    expect(readdirSync(dir, { recursive: true }).sort()).toEqual([
      MANIFEST_NAME,
      'a.md',
      'two',
      'two/mine.txt',
    ])
    expect(manifest()).toMatchObject({ files: { 'a.md': expect.any(String) } })
  })

  it('leaves a folder that was there already, though it is empty now', async () => {
    mkdirSync(join(dir, 'sub'), { recursive: true })
    await write({ 'sub/a.md': 'A' })
    await write({ 'b.md': 'B' })
    expect(readdirSync(dir).sort()).toEqual([MANIFEST_NAME, 'b.md', 'sub'])
  })

  it('refuses all of it when a file that it did not make is in the way, even one with the same text', async () => {
    await write({ 'a.md': 'A' })
    writeFileSync(join(dir, 'b.md'), 'B')
    mkdirSync(join(dir, 'c.md'))
    await expect(write({ 'a.md': 'new', 'b.md': 'B', 'c.md': 'C', 'd.md': 'D' }, true)).rejects.toMatchObject(
      {
        code: 'io',
        message: 'In site there is already what cards export did not make: b.md, c.md.',
        hint: 'Nothing was written. Move that away, or name another folder.',
      },
    )
    expect(contents()).toEqual({ 'a.md': 'A', 'b.md': 'B' })
    expect(readdirSync(dir)).not.toContain('.cards.lock')
  })

  it.each([
    ['changed', { 'a.md': 'newer', 'b.md': 'B' }],
    ['to be removed', { 'b.md': 'B' }],
  ])(
    'refuses to lose a file of its own that somebody changed and that is %s, unless forced',
    async (_, texts) => {
      await write({ 'a.md': 'A', 'b.md': 'B' })
      writeFileSync(join(dir, 'a.md'), 'by hand')
      await expect(write(texts)).rejects.toMatchObject({
        code: 'io',
        message: 'In site somebody changed what cards export made: a.md.',
      })
      expect(contents()).toEqual({ 'a.md': 'by hand', 'b.md': 'B' })
      await write(texts, true)
      expect(contents()).toEqual(texts)
    },
  )

  it('makes a file of its own again that somebody deleted, and forgets one that is not wanted', async () => {
    await write({ 'a.md': 'A', 'b.md': 'B' })
    unlinkSync(join(dir, 'a.md'))
    unlinkSync(join(dir, 'b.md'))
    expect(await write({ 'a.md': 'A' })).toEqual({ written: 1, unchanged: 0, removed: 0, kept: 0 })
    expect(contents()).toEqual({ 'a.md': 'A' })
  })

  it('takes a file for its own that somebody changed to what is wanted', async () => {
    await write({ 'a.md': 'A' })
    writeFileSync(join(dir, 'a.md'), 'new')
    expect(await write({ 'a.md': 'new' })).toEqual({ written: 0, unchanged: 1, removed: 0, kept: 0 })
    expect(await write({ 'b.md': 'B' })).toEqual({ written: 1, unchanged: 0, removed: 1, kept: 0 })
  })
})

describe('files of earlier runs that are not wanted now', () => {
  it('stay, and stay ours, when others are to be kept', async () => {
    await write({ 'a.md': 'A', 'sub/b.md': 'B', 'edited.md': 'E' })
    writeFileSync(join(dir, 'edited.md'), 'by hand')
    const keep = () => writeFolder(dir, filesFrom({ 'a.md': 'new' }), { ...OPTIONS, others: 'kept' })
    expect(await keep()).toEqual({ written: 1, unchanged: 0, removed: 0, kept: 2 })
    expect(contents()).toEqual({ 'a.md': 'new', 'sub/b.md': 'B', 'edited.md': 'by hand' })
    expect(await keep()).toEqual({ written: 0, unchanged: 1, removed: 0, kept: 2 })
    await expect(write({ 'a.md': 'new' })).rejects.toThrow(
      'somebody changed what cards export made: edited.md',
    )
    expect(await write({ 'a.md': 'new' }, true)).toEqual({ written: 0, unchanged: 1, removed: 2, kept: 0 })
    expect(readdirSync(dir).sort()).toEqual([MANIFEST_NAME, 'a.md'])
  })

  it('are known again when an interrupted run had made them', async () => {
    const hash = '559aead08264d5795d3909718cdd05abd49572e84fe55590eef31a88a08fdffd'
    claim({}, { unfinished: { 'a.md': hash } })
    writeFileSync(join(dir, 'a.md'), 'A')
    await writeFolder(dir, filesFrom({ 'b.md': 'B' }), { ...OPTIONS, others: 'kept' })
    expect((manifest() as { files: object }).files).toHaveProperty(['a.md'], hash)
  })

  it('keep all from being written when none may be removed', async () => {
    await write({ 'a.md': 'A', 'b.md': 'B' })
    const refuse = (texts: Readonly<Record<string, string>>) =>
      writeFolder(dir, filesFrom(texts), { ...OPTIONS, others: 'refused' })
    await expect(refuse({ 'a.md': 'new' })).rejects.toMatchObject({
      code: 'io',
      message: 'Nothing is selected, so that all pages in site would be removed: b.md.',
      hint: 'Nothing was written. Check what is asked for, or give --force to remove them.',
    })
    expect(contents()).toEqual({ 'a.md': 'A', 'b.md': 'B' })
    expect(await refuse({ 'a.md': 'new', 'b.md': 'B' })).toMatchObject({ written: 1 })
  })
})

describe('planning to write a folder', () => {
  it('tells what would become of each file, and writes nothing', async () => {
    await write({ 'a.md': 'A', 'b.md': 'B', 'c.md': 'C' })
    const before = readFileSync(join(dir, MANIFEST_NAME), 'utf8')
    const plan = await planWriteFolder(
      dir,
      filesFrom({ 'a.md': 'A', 'b.md': 'new', 'sub/d.md': 'D' }),
      OPTIONS,
    )
    expect([[...plan.write.keys()], [...plan.remove.keys()], plan.unchanged]).toEqual([
      ['b.md', 'sub/d.md'],
      ['c.md'],
      1,
    ])
    expect(contents()).toEqual({ 'a.md': 'A', 'b.md': 'B', 'c.md': 'C' })
    expect(readFileSync(join(dir, MANIFEST_NAME), 'utf8')).toBe(before)
  })

  it('makes no folder where there is none', async () => {
    const plan = await planWriteFolder(join(dir, 'deep'), filesFrom({ 'a.md': 'A' }), OPTIONS)
    expect([...plan.write]).toEqual([['a.md', undefined]])
    expect(readdirSync(root)).toEqual(['precious.md'])
  })

  it('refuses what writing would refuse', async () => {
    mkdirSync(dir)
    writeFileSync(join(dir, 'a.md'), 'mine')
    await expect(planWriteFolder(dir, filesFrom({ 'a.md': 'A' }), OPTIONS)).rejects.toThrow('did not make')
  })
})

describe('a folder that is not what it seems', () => {
  it.each([
    '../precious.md',
    '/etc/passwd.md',
    'a/../../precious.md',
    '.git/config.md',
    '.hidden.md',
    'a//b.md',
    './a.md',
    'a\\b.md',
    'C:a.md',
    'a.yaml',
    'a.md\n',
    '',
    'sub/.x/a.md',
  ])('refuses a list that names %j', async path => {
    claim({ [path]: HASH })
    writeFileSync(join(dir, 'own.md'), 'own')
    await expect(write({ 'a.md': 'A' }, true)).rejects.toMatchObject({
      code: 'io',
      message: `site/${MANIFEST_NAME} is not the list of files that cards export keeps there: an export makes no file ${JSON.stringify(path)}.`,
    })
    expect([contents(), readFileSync(join(root, 'precious.md'), 'utf8')]).toEqual([
      { 'own.md': 'own' },
      'mine',
    ])
  })

  it.each([
    ['no JSON', '<<<<<<< HEAD', 'it has no version that is known'],
    ['no list', '[]', 'it has no version that is known'],
    ['no files', '{"version":1}', 'its files are not there'],
    ['a hash that is none', '{"version":1,"files":{"a.md":"x"}}', 'a.md has no SHA-256'],
    ['a folder outside', '{"version":1,"files":{},"folders":[".."]}', 'an export makes no folder ".."'],
    ['folders that are none', '{"version":1,"files":{},"folders":{}}', 'its folders are no list'],
    [
      'an unfinished file outside',
      `{"version":1,"files":{},"unfinished":{"../a.md":"${HASH}"}}`,
      'an export makes no file "../a.md"',
    ],
  ])('refuses a list that is %s', async (_, text, why) => {
    mkdirSync(dir)
    writeFileSync(join(dir, MANIFEST_NAME), text)
    await expect(write({ 'a.md': 'A' })).rejects.toThrow(why)
    expect(readFileSync(join(dir, MANIFEST_NAME), 'utf8')).toBe(text)
    expect(readdirSync(dir)).toEqual([MANIFEST_NAME])
  })

  it('refuses a list of a newer version', async () => {
    mkdirSync(dir)
    writeFileSync(join(dir, MANIFEST_NAME), '{"version":2,"files":{}}')
    await expect(write({ 'a.md': 'A' })).rejects.toThrow(
      `site/${MANIFEST_NAME} was written by a newer version`,
    )
  })

  it('removes no file whose bytes are others than a list says, and none that it was only about to write', async () => {
    claim({ 'precious.md': HASH }, { unfinished: { 'draft.md': HASH } })
    writeFileSync(join(dir, 'precious.md'), 'mine')
    writeFileSync(join(dir, 'draft.md'), 'mine')
    await expect(write({ 'a.md': 'A' })).rejects.toThrow(
      'somebody changed what cards export made: precious.md',
    )
    claim({}, { unfinished: { 'draft.md': HASH } })
    await write({ 'a.md': 'A' }, true)
    expect(contents()).toEqual({ 'a.md': 'A', 'draft.md': 'mine', 'precious.md': 'mine' })
    await expect(write({ 'draft.md': 'A' }, true)).rejects.toThrow('there is already')
  })

  it('writes, replaces and removes nothing through a link', async () => {
    await write({ 'a.md': 'A', 'sub/b.md': 'B' })
    const outside = join(root, 'outside')
    mkdirSync(outside)
    writeFileSync(join(outside, 'b.md'), 'B')
    rmSync(join(dir, 'sub'), { recursive: true })
    symlinkSync(outside, join(dir, 'sub'))
    unlinkSync(join(dir, 'a.md'))
    symlinkSync(join(root, 'precious.md'), join(dir, 'a.md'))
    await expect(write({ 'a.md': 'new', 'sub/b.md': 'new' }, true)).rejects.toThrow(
      'did not make: a.md, sub/b.md',
    )
    await write({ 'c.md': 'C' }, true)
    expect(readFileSync(join(root, 'precious.md'), 'utf8')).toBe('mine')
    expect(readdirSync(outside)).toEqual(['b.md'])
    expect(readdirSync(dir).sort()).toEqual([MANIFEST_NAME, 'a.md', 'c.md', 'sub'])
  })

  it('replaces no list that is a link', async () => {
    mkdirSync(dir)
    symlinkSync(join(root, 'precious.md'), join(dir, MANIFEST_NAME))
    await expect(write({ 'a.md': 'A' })).rejects.toThrow(`site/${MANIFEST_NAME} is no ordinary file`)
    expect(readFileSync(join(root, 'precious.md'), 'utf8')).toBe('mine')
  })

  it('says so when it is a file', async () => {
    writeFileSync(dir, '')
    await expect(write({ 'a.md': 'A' })).rejects.toMatchObject({ code: 'io' })
  })
})

describe('somebody who writes at the same time', () => {
  it('is not overwritten', async () => {
    await write({ 'a.md': 'A' })
    let rounds = 0
    const files: Iterable<FolderFile> = {
      *[Symbol.iterator]() {
        if (++rounds === 2) writeFileSync(join(dir, 'a.md'), 'by hand')
        yield { path: 'a.md', text: 'new' }
      },
    }
    await expect(writeFolder(dir, files, OPTIONS)).rejects.toBeInstanceOf(FileChangedError)
    expect(contents()).toEqual({ 'a.md': 'by hand' })
  })
})

describe('a run that was interrupted', () => {
  it('is healed by the next, wherever it stopped', async () => {
    const old = { 'a.md': 'A', 'b.md': 'B', 'gone.md': 'G', 'sub/d.md': 'D' }
    const next = { 'a.md': 'A', 'b.md': 'B2', 'c.md': 'C', 'new/e.md': 'E' }
    for (let stop = 0; stop <= 3; stop++) {
      rmSync(dir, { recursive: true, force: true })
      await write(old)
      let made = 0
      // Once to look, and once to write: there the disk is full.
      let isSecond = false
      const files: Iterable<FolderFile> = {
        *[Symbol.iterator]() {
          for (const file of filesFrom(next)) {
            if (isSecond && made++ === stop) throw new Error('stopped')
            yield file
          }
          isSecond = true
        },
      }
      await expect(writeFolder(dir, files, OPTIONS)).rejects.toThrow('stopped')
      expect(Object.keys(manifest() as object)).toContain('unfinished')
      await write(next)
      expect(contents()).toEqual(next)
      expect(Object.keys((manifest() as { files: object }).files)).toEqual(Object.keys(next))
      expect(manifest()).not.toHaveProperty('unfinished')
      await write({})
      expect(contents()).toEqual({})
      expect(readdirSync(dir)).toEqual([MANIFEST_NAME])
    }
  })

  it('leaves no half-written file of the run before', async () => {
    mkdirSync(dir)
    writeFileSync(join(dir, '.cards.0123456789abcdef.tmp'), 'half')
    await write({ 'a.md': 'A' })
    expect(readdirSync(dir).sort()).toEqual([MANIFEST_NAME, 'a.md'])
  })

  it('that failed before it wrote leaves the list as it was', async () => {
    await write({ 'a.md': 'A' })
    const before = readFileSync(join(dir, MANIFEST_NAME), 'utf8')
    const files: Iterable<FolderFile> = {
      [Symbol.iterator]: () => {
        throw new Error('no')
      },
    }
    await expect(writeFolder(dir, files, OPTIONS)).rejects.toThrow('no')
    expect(readFileSync(join(dir, MANIFEST_NAME), 'utf8')).toBe(before)
  })
})

describe('the list of exported files', () => {
  it('is the same whatever the order in which files came', () => {
    const text = (...paths: string[]) =>
      manifestText({ files: new Map(paths.map(path => [path, HASH])), unfinished: new Map(), folders: [] })
    expect(text('b.md', 'a.md')).toBe(text('a.md', 'b.md'))
  })
})
