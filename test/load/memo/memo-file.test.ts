import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { MemoFile, memoBytes, type Section } from '../../../src/load/memo/memo-file.ts'
import { MemoryCache } from '../../support/memory-cache.ts'

const sections = fc.uniqueArray(fc.tuple(fc.string(), fc.uint8Array({ maxLength: 40 })), {
  selector: ([name]) => name,
  maxLength: 5,
})

async function written(given: readonly Section[], made = 'by me'): Promise<MemoryCache> {
  const cache = new MemoryCache()
  await cache.write('a.memo', memoBytes(made, given))
  return cache
}

describe('a memo file', () => {
  it('gives back the sections that were written', async () => {
    await fc.assert(
      fc.asyncProperty(sections, async given => {
        const memo = MemoFile.open(await written(given), 'a.memo', 'by me')
        for (const [name, bytes] of given) expect(memo?.section(name)).toEqual(bytes)
        expect(memo?.section('another name than any of these, as it is longer than they are')).toBe(undefined)
      }),
      { numRuns: 60 },
    )
  })

  it('is not taken from another program, version or setting', async () => {
    const cache = await written([['x', Buffer.from('1')]])
    expect(MemoFile.open(cache, 'a.memo', 'by you')).toBe(undefined)
    expect(MemoFile.open(cache, 'b.memo', 'by me')).toBe(undefined)
    expect(MemoFile.open(cache, 'a.memo', 'by me')?.json('x')).toBe(1)
  })

  it('gives no section of which a byte is another, and never a wrong one', async () => {
    const bytes = Buffer.from('some words that are long enough')
    const cache = await written([
      ['a', bytes],
      ['b', bytes],
    ])
    const whole = cache.files.get('a.memo') ?? new Uint8Array()
    for (let at = 0; at < whole.length; at++) {
      const damaged = whole.slice()
      damaged[at] = (damaged[at] ?? 0) ^ 1
      cache.files.set('a.memo', damaged)
      const memo = MemoFile.open(cache, 'a.memo', 'by me')
      const found = [memo?.section('a'), memo?.section('b')]
      expect(found.filter(each => each !== undefined).length).toBeLessThan(2)
      for (const each of found) if (each) expect(Buffer.from(each)).toEqual(bytes)
    }
  })

  it('is not taken when it is cut off anywhere', async () => {
    const cache = await written([['a', Buffer.from('some words')]])
    const whole = cache.files.get('a.memo') ?? new Uint8Array()
    for (let length = 0; length < whole.length; length++) {
      cache.files.set('a.memo', whole.slice(0, length))
      expect(MemoFile.open(cache, 'a.memo', 'by me')).toBe(undefined)
    }
  })
})
