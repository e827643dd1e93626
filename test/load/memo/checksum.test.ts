import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checksum } from '../../../src/load/memo/checksum.ts'

const bytesOf = (words: number[]) => new Uint8Array(Uint32Array.from(words).buffer)
const words = fc.array(fc.nat({ max: 0xffffffff }), { minLength: 1, maxLength: 20 })

describe('checksum', () => {
  it('is another when one word is another', () => {
    fc.assert(
      fc.property(words, fc.nat(), fc.integer({ min: 1, max: 0xffffffff }), (given, where, change) => {
        const changed = given.slice()
        const at = where % given.length
        changed[at] = ((changed[at] ?? 0) ^ change) >>> 0
        expect(checksum(bytesOf(changed))).not.toBe(checksum(bytesOf(given)))
      }),
    )
  })

  it('is another when words have changed places, or zeros were added', () => {
    expect(checksum(bytesOf([1, 2, 3]))).not.toBe(checksum(bytesOf([2, 1, 3])))
    expect(checksum(bytesOf([0, 1]))).not.toBe(checksum(bytesOf([1, 0])))
    expect(checksum(bytesOf([1]))).not.toBe(checksum(bytesOf([1, 0])))
    expect(checksum(new Uint8Array())).not.toBe(checksum(bytesOf([0])))
  })
})
