import { expect, it } from 'vitest'
import { textField } from '../../src/load/raw-field.ts'
import type { Typed } from '../../src/load/typed-value.ts'

it.each<[Typed | undefined, string | undefined]>([
  [{ id: 'aB3dE5gH7j' }, 'aB3dE5gH7j'],
  [{ id: '' }, undefined],
  [{ id: ['aB3dE5gH7j'] }, undefined],
  [{ id: 3 }, undefined],
  [{}, undefined],
  [['id'], undefined],
  ['id', undefined],
  [undefined, undefined],
])('the text of `id` in %j is %j', (value, text) => {
  expect(textField(value, 'id')).toBe(text)
})

it('has no field that only JavaScript knows of', () => {
  expect(textField({}, 'constructor')).toBeUndefined()
})
