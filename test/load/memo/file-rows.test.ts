import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compareFiles, HASH_LENGTH, NONE, placeAmong, rowSections } from '../../../src/load/memo/file-rows.ts'
import { MemoFile, memoBytes } from '../../../src/load/memo/memo-file.ts'
import { Stamps } from '../../../src/load/memo/stamps.ts'
import { MemoryCache } from '../../support/memory-cache.ts'

/** A file by its path, and a number that stands for its stamp; none for a stamp that proves nothing. */
type FileNow = readonly [path: string, stamp: number]

const files = fc
  .dictionary(
    fc.string({ unit: 'binary', minLength: 1 }).filter(path => !/\0|[\ud800-\udfff]/.test(path)),
    fc.constantFrom(1, 2, Number.NaN),
  )
  .map(entries => Object.entries(entries).sort(([a], [b]) => (a < b ? -1 : 1)))

const pathsOf = (given: readonly FileNow[]) => given.map(([path]) => path)
const stampsOf = (given: readonly FileNow[]) =>
  new Stamps(Float64Array.from(given.flatMap(([, stamp]) => [10, 20, 30, stamp])))

async function memoOf(given: readonly FileNow[]): Promise<MemoFile> {
  const cache = new MemoryCache()
  const rows = {
    paths: pathsOf(given),
    stamps: stampsOf(given),
    hashes: new Uint8Array(given.length * HASH_LENGTH),
  }
  await cache.write('a', memoBytes('', rowSections(rows)))
  return MemoFile.open(cache, 'a', '') as MemoFile
}

describe('compareFiles', () => {
  it('gives each file the row of its path, and trusts it only with the same stamp', async () => {
    await fc.assert(
      fc.asyncProperty(files, files, async (before, now) => {
        const compared = compareFiles(await memoOf(before), pathsOf(now), stampsOf(now))
        for (const [i, [path, stamp]] of now.entries()) {
          const row = before.findIndex(([known]) => known === path)
          expect(compared?.former[i]).toBe(row)
          expect(compared?.rows[i]).toBe(row >= 0 && before[row]?.[1] === stamp ? row : NONE)
        }
      }),
      { numRuns: 200 },
    )
  })

  it('says when all is the same, which it never is with a stamp that proves nothing', async () => {
    const same: FileNow[] = [
      ['a', 1],
      ['b', 2],
    ]
    expect(compareFiles(await memoOf(same), pathsOf(same), stampsOf(same))?.isSame).toBe(true)
    const young: FileNow[] = [['a', Number.NaN]]
    expect(compareFiles(await memoOf(young), pathsOf(young), stampsOf(young))?.isSame).toBe(false)
  })
})

describe('placeAmong', () => {
  it('finds every path that is there, and no other', () => {
    fc.assert(
      fc.property(files, files, (given, others) => {
        const paths = pathsOf(given)
        for (const path of [...paths, ...pathsOf(others)])
          expect(placeAmong(paths, path)).toBe(paths.indexOf(path))
      }),
      { numRuns: 50 },
    )
  })
})
