import { expect, it } from 'vitest'
import { nearestAbove } from '../../src/load/nearest-above.ts'

it('takes the directory itself before any above it, and none that does not fit', () => {
  expect(nearestAbove('/a/b/c', path => path.endsWith('c') || path === '/a')).toBe('/a/b/c')
  expect(nearestAbove('/a/b/c', path => path === '/a')).toBe('/a')
  expect(nearestAbove('/a/b/c', path => path === '/')).toBe('/')
  expect(nearestAbove('/a/b/c', () => false)).toBeUndefined()
})
