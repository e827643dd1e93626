import { chmodSync, existsSync, readFileSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { replaceFiles } from '../../src/disk/replace-files.ts'
import { directoryWith } from '../support/library.ts'

const bytes = (text: string) => Buffer.from(text)
const read = (root: string, path: string) => readFileSync(join(root, path), 'utf8')
const replacement = (root: string, path: string, content: string, expected: string) => ({
  path: join(root, path),
  content: bytes(content),
  expected: bytes(expected),
})

describe('documents that are replaced', () => {
  it('hold what they are to hold, and lose what killed writers left beside them', async () => {
    const root = directoryWith({ 'a/a.md': 'a', 'b.md': 'b', 'a/.cards.0123456789abcdef.tmp': 'half' })
    await replaceFiles(root, [replacement(root, 'a/a.md', 'A', 'a'), replacement(root, 'b.md', 'B', 'b')])
    expect([read(root, 'a/a.md'), read(root, 'b.md')]).toEqual(['A', 'B'])
    expect(existsSync(join(root, 'a/.cards.0123456789abcdef.tmp'))).toBe(false)
  })

  it.each([
    ['has changed', 'b.md', 'was changed meanwhile'],
    ['is gone', 'gone.md', 'there is no such file or folder'],
    ['leads out of the working directory', 'link.md', 'leads out of'],
  ])('are all left when one of them %s', async (_, path, message) => {
    const outside = directoryWith({ 'c.md': 'b' })
    const root = directoryWith({ 'a.md': 'a', 'b.md': 'edited' })
    symlinkSync(join(outside, 'c.md'), join(root, 'link.md'))
    await expect(
      replaceFiles(root, [replacement(root, 'a.md', 'A', 'a'), replacement(root, path, 'B', 'b')]),
    ).rejects.toThrow(message)
    expect([read(root, 'a.md'), read(outside, 'c.md')]).toEqual(['a', 'b'])
  })

  it('may be outside of the working directory, when their own folder is named', async () => {
    const [root, cwd] = [directoryWith({ 'a.md': 'a' }), directoryWith({})]
    await replaceFiles(cwd, [replacement(root, 'a.md', 'A', 'a')])
    expect(read(root, 'a.md')).toBe('A')
  })

  it.skipIf(process.getuid?.() === 0)('say how many were written before one could not be', async () => {
    const root = directoryWith({ 'a.md': 'a', 'shut/b.md': 'b' })
    chmodSync(join(root, 'shut'), 0o500)
    await expect(
      replaceFiles(root, [replacement(root, 'a.md', 'A', 'a'), replacement(root, 'shut/b.md', 'B', 'b')]),
    ).rejects.toThrow('1 of 2 files were written; the same command, run again, does the rest.')
    chmodSync(join(root, 'shut'), 0o700)
  })
})
