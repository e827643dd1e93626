import { existsSync, linkSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { writeChanges } from '../../src/disk/write-changes.ts'
import { directoryWith } from '../support/library.ts'

const bytes = (text: string) => Buffer.from(text)
const read = (root: string, path: string) => readFileSync(join(root, path), 'utf8')

describe('changes of files', () => {
  it('are made in their order, with the folders that they need', async () => {
    const root = directoryWith({ 'a.yaml': 'a', 'b.yaml': 'b' })
    await writeChanges(root, [
      { kind: 'create', path: 'deep/er/c.yaml', content: 'c' },
      { kind: 'replace', path: 'a.yaml', content: bytes('A'), expected: bytes('a') },
      {
        kind: 'move',
        path: 'b.yaml',
        to: 'retired/b.yaml',
        content: bytes('b, retired'),
        expected: bytes('b'),
      },
    ])
    expect([read(root, 'deep/er/c.yaml'), read(root, 'a.yaml'), read(root, 'retired/b.yaml')]).toEqual([
      'c',
      'A',
      'b, retired',
    ])
    expect(existsSync(join(root, 'b.yaml'))).toBe(false)
  })

  it('write nothing at all when one file has changed meanwhile', async () => {
    const root = directoryWith({ 'a.yaml': 'a', 'b.yaml': 'edited' })
    await expect(
      writeChanges(root, [
        { kind: 'replace', path: 'a.yaml', content: bytes('A'), expected: bytes('a') },
        { kind: 'replace', path: 'b.yaml', content: bytes('B'), expected: bytes('b') },
      ]),
    ).rejects.toThrow('b.yaml was changed meanwhile')
    expect(read(root, 'a.yaml')).toBe('a')
  })

  it('write nothing at all when one file has several names', async () => {
    const root = directoryWith({ 'a.yaml': 'a', 'b.yaml': 'b' })
    linkSync(join(root, 'b.yaml'), join(root, 'other.txt'))
    const replace = (path: string, text: string) =>
      ({ kind: 'replace', path, content: bytes('new'), expected: bytes(text) }) as const
    await expect(writeChanges(root, [replace('a.yaml', 'a'), replace('b.yaml', 'b')])).rejects.toThrow(
      'b.yaml: it has 2 names (hard links)',
    )
    expect([read(root, 'a.yaml'), read(root, 'b.yaml')]).toEqual(['a', 'b'])
  })

  it('say how far they came when a later one fails', async () => {
    const root = directoryWith({ 'a.yaml': 'a', 'b.yaml': 'b', 'taken.yaml': 'of another' })
    await expect(
      writeChanges(root, [
        { kind: 'replace', path: 'a.yaml', content: bytes('A'), expected: bytes('a') },
        { kind: 'create', path: 'taken.yaml', content: 'mine' },
      ]),
    ).rejects.toThrow(
      /taken\.yaml is there already.*\nBefore that, 1 of 2 files were written; the same command, run again, does the rest\./,
    )
    expect(read(root, 'taken.yaml')).toBe('of another')
  })

  it('end a move that was half made', async () => {
    const root = directoryWith({ 'b.yaml': 'b', 'retired/b.yaml': 'b, retired' })
    const move = { kind: 'move', path: 'b.yaml', to: 'retired/b.yaml' } as const
    await writeChanges(root, [{ ...move, content: bytes('b, retired'), expected: bytes('b') }])
    expect([existsSync(join(root, 'b.yaml')), read(root, 'retired/b.yaml')]).toEqual([false, 'b, retired'])
  })

  it('move nothing to a place that is taken', async () => {
    const root = directoryWith({ 'b.yaml': 'b', 'retired/b.yaml': 'of another' })
    const move = { kind: 'move', path: 'b.yaml', to: 'retired/b.yaml' } as const
    await expect(
      writeChanges(root, [{ ...move, content: bytes('x'), expected: bytes('b') }]),
    ).rejects.toThrow('is there already')
    expect([read(root, 'b.yaml'), read(root, 'retired/b.yaml')]).toEqual(['b', 'of another'])
  })

  it('move no link and no file of several names', async () => {
    const root = directoryWith({ 'real.yaml': 'b', 'two.yaml': 'c' })
    symlinkSync('real.yaml', join(root, 'link.yaml'))
    linkSync(join(root, 'two.yaml'), join(root, 'names.yaml'))
    const move = (path: string, text: string) =>
      writeChanges(root, [
        { kind: 'move', path, to: `retired/${path}`, content: bytes(text), expected: bytes(text) },
      ])
    await expect(() => move('link.yaml', 'b')).rejects.toThrow('it is a symbolic link')
    await expect(() => move('names.yaml', 'c')).rejects.toThrow('hard links')
    expect(existsSync(join(root, 'retired/names.yaml'))).toBe(false)
  })

  it('stay in the library', async () => {
    const root = directoryWith({ 'library/a.yaml': 'a' })
    const outside = join(root, 'outside')
    mkdirSync(outside)
    symlinkSync(outside, join(root, 'library/retired'))
    writeFileSync(join(outside, 'x.yaml'), 'x')
    await expect(
      writeChanges(join(root, 'library'), [
        { kind: 'move', path: 'a.yaml', to: 'retired/a.yaml', content: bytes('a'), expected: bytes('a') },
      ]),
    ).rejects.toThrow('leads out of the library')
    await expect(
      writeChanges(join(root, 'library'), [{ kind: 'create', path: '../x.yaml', content: 'x' }]),
    ).rejects.toThrow('leads out of the library')
  })
})
