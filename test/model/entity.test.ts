import { describe, expect, it } from 'vitest'
import { decodedEntities, entityCharacter } from '../../src/model/entity.ts'

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

it('decodes what is known in a text, and leaves the rest as it is', () => {
  expect(decodedEntities('R&amp;D &mdash; &#233;t&#xE9; &amp;lt; &nope; & ;')).toBe(
    'R&D — été &lt; &nope; & ;',
  )
})
