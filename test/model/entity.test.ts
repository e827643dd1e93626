import { describe, expect, it } from 'vitest'
import { entityCharacter } from '../../src/model/entity.ts'

describe('entityCharacter', () => {
  it.each([
    ['&eacute;', 'é'],
    ['&amp;', '&'],
    ['&#8212;', '—'],
    ['&#x1F600;', '😀'],
    ['&#27;', '\u001b'],
    ['&#0;', '\ufffd'],
    ['&#xD800;', '\ufffd'],
    ['&#x110000;', '\ufffd'],
    ['&nonsense;', undefined],
  ])('knows that %s is %j', (entity, character) => {
    expect(entityCharacter(entity)).toBe(character)
  })
})
