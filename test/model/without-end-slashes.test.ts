import { expect, it } from 'vitest'
import { withoutEndSlashes } from '../../src/model/without-end-slashes.ts'

it.each([
  ['/a/b//', '/a/b'],
  ['/a/b', '/a/b'],
  ['//', ''],
  ['', ''],
])('%j becomes %j', (path, expected) => {
  expect(withoutEndSlashes(path)).toBe(expected)
})

it('takes no time for many slashes in the middle', () => {
  const path = `${'/'.repeat(1_000_000)}a`
  expect(withoutEndSlashes(path)).toBe(path)
})
