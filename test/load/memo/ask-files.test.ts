import { mkdirSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { askAboutFiles } from '../../../src/load/memo/ask-files.ts'
import { directoryWith } from '../../support/library.ts'

/** What is expected of a file. */
function numbersOf(path: string): number[] {
  try {
    const { size, mtimeMs, ctimeMs, ino } = statSync(path)
    return [size, mtimeMs, ctimeMs, ino]
  } catch {
    return [0, 0, 0, 0]
  }
}

describe('asking the file system about files', () => {
  it('gives size, times and inode of each, and 0 for one that is not there', async () => {
    const root = directoryWith({ a: '1', 'b/c é': '22' })
    const paths = ['a', 'b/c é', 'gone', 'a/below a file']
    expect([...(await askAboutFiles(root, paths))]).toEqual(
      paths.flatMap(path => numbersOf(join(root, path))),
    )
    expect([...(await askAboutFiles(root, []))]).toEqual([])
  })

  it('gives the same with the help of another thread, which many files have', async () => {
    const root = directoryWith({})
    mkdirSync(join(root, 'many'))
    for (let i = 0; i < 300; i++) writeFileSync(join(root, 'many', `${i}`), 'x'.repeat(i))
    const some = Array.from({ length: 300 }, (_, i) => numbersOf(join(root, 'many', `${i}`)))
    const paths = Array.from({ length: 21_001 }, (_, i) => `many/${i % 301}`)
    const expected = paths.flatMap((_, i) => some[i % 301] ?? [0, 0, 0, 0])
    expect(await askAboutFiles(root, paths)).toEqual(Float64Array.from(expected))
  })
})
