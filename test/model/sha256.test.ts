import fc from 'fast-check'
import { expect, it } from 'vitest'
import { sha256Hex } from '../../src/model/sha256.ts'

it('hashes the bytes of a text in UTF-8', () => {
  // The test vector of FIPS 180-2, and what `printf 'é' | sha256sum` prints.
  expect(sha256Hex('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad')
  expect(sha256Hex('é')).toBe('4a99557e4033c3539de2eb65472017cad5f9557f7a0625a09f1c3f6e2ba69c4c')
})

it('gives the same hashes when there are so many that Node makes them', () => {
  const text = fc.string({ unit: 'binary', maxLength: 200 })
  const texts = fc.sample(text, 500)
  const first = texts.map(sha256Hex)
  sha256Hex('x'.repeat(70_000))
  expect(texts.map(sha256Hex)).toEqual(first)
})
