import { describe, expect, it } from 'vitest'
import { bare, withBareValues } from '../../src/edit/bare-values.ts'
import type { FileKind } from '../../src/load/file-text.ts'
import type { Pointer } from '../../src/model/place.ts'

describe('the values that are written without quotes', () => {
  it.each<[FileKind, Pointer, string, unknown]>([
    ['card', ['credibility', 'rating'], '3', 3],
    ['card', ['preview', 'truncated'], 'false', false],
    ['venues', [7, 'credibility'], '3', 3],
    ['venues', [7, 'peer_reviewed'], 'true', true],
    ['pages', [7, 'quality'], '4', 4],
    ['card', ['title'], '1984', '1984'],
    ['card', ['authors', 0, 'family'], '50', '50'],
    ['card', ['extra', 'year'], '1984', '1984'],
    ['venues', [7, 'domains', 0], '4', '4'],
    ['baseline', ['version'], '1', '1'],
  ])('are the numbers and booleans of the schema: %s %j', (kind, pointer, text, written) => {
    expect(withBareValues(kind, pointer, text)).toBe(written)
  })

  it('are only those that read back as the same text', () => {
    expect(['3', '-1.5', 'true', '03', '1.50', '1e3', '1e+21', 'yes', ''].map(bare)).toEqual([
      ...[3, -1.5, true],
      ...['03', '1.50', '1e3', '1e+21', 'yes', ''],
    ])
  })

  it('stand anywhere in a value', () => {
    expect(withBareValues('card', ['forum'], { karma: '5', x: '5' })).toEqual({ karma: 5, x: '5' })
    expect(withBareValues('venues', [2], { credibility: '3', name: '3' })).toEqual({
      credibility: 3,
      name: '3',
    })
  })
})
