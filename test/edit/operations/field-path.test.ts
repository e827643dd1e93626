import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseFieldPath, pathText } from '../../../src/edit/operations/field-path.ts'
import { CardsError } from '../../../src/model/errors.ts'

const EXTRA = { funder: { type: 'string' }, grants: { type: 'list' } } as const

describe('the path of a place in a card', () => {
  it.each([
    ['title', ['title'], 'text'],
    ['key-points', ['key_points'], 'list'],
    ['key_points[2]', ['key_points', 2], 'text'],
    ['key_points.2', ['key_points', 2], 'text'],
    ['credibility', ['credibility'], 'map'],
    ['credibility.rating', ['credibility', 'rating'], 'text'],
    ['authors[0]', ['authors', 0], 'text-or-map'],
    ['authors[0].family', ['authors', 0, 'family'], 'text'],
    ['extra.funder', ['extra', 'funder'], 'text'],
    ['extra.grants', ['extra', 'grants'], 'list'],
    ['extra.grants[1]', ['extra', 'grants', 1], 'text'],
  ])('%s', (typed, pointer, form) => {
    expect(parseFieldPath(typed, EXTRA)).toEqual({ text: pathText(pointer), pointer, form })
  })

  it.each([
    '',
    '.',
    'title.',
    'title]',
    'key_points[',
    'key_points[]',
    'key_points[1',
    '[0]',
    '__proto__',
    'toString',
  ])('is not %j', typed => {
    expect(() => parseFieldPath(typed, EXTRA)).toThrow(CardsError)
  })

  it('is read, or refused with a sentence, whatever is typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'titleky_ponsau0[].=-x') }), typed => {
        try {
          const { text, pointer } = parseFieldPath(typed, EXTRA)
          expect(parseFieldPath(text, EXTRA).pointer).toEqual(pointer)
        } catch (error) {
          expect(error).toBeInstanceOf(CardsError)
        }
      }),
    )
  })
})
