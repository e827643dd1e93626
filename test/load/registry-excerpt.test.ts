import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readBySchema } from '../../src/load/read-by-schema.ts'
import { registryExcerpt } from '../../src/load/registry-excerpt.ts'

const VENUES = `# Venues
- id: one
  name: One

# About two.
- id: two
  name: Two
  description: >-
    With several
    lines.
- id: Three
  name: Three
`

describe('the excerpt of a registry', () => {
  it('holds the entries that are wanted, whole', () => {
    expect(registryExcerpt(VENUES, entry => entry.includes('id: two'))).toBe(
      '- id: two\n  name: Two\n  description: >-\n    With several\n    lines.\n',
    )
  })

  it('looks for them without regard to case', () => {
    expect(registryExcerpt(VENUES, entry => entry.includes('id: three'))).toBe('- id: Three\n  name: Three\n')
  })

  it('is empty when none is wanted', () => {
    expect(registryExcerpt(VENUES, () => false)).toBe('')
  })

  it.each([
    '',
    '# only a comment\n',
    'id: one\n',
    '[{ id: one }]\n',
    '- id: one\r\n',
    '-\n  id: one\n',
    '---\n- id: one\n',
  ])('is none of %j, which has to be read whole', text => {
    expect(registryExcerpt(text, () => true)).toBeUndefined()
  })

  it('reads as the same entries of the whole do', () => {
    const venue = fc.record({
      id: fc.stringMatching(/^[a-z]{1,6}$/),
      name: fc.stringMatching(/^[A-Z][a-z ]{0,8}[a-z]$/),
    })
    fc.assert(
      fc.property(fc.array(venue, { minLength: 1 }), fc.stringMatching(/^[a-z]{1,2}$/), (venues, wanted) => {
        const text = venues.map(({ id, name }) => `- id: "${id}"\n  name: ${name}\n\n`).join('')
        const excerpt = registryExcerpt(text, entry => entry.includes(wanted)) ?? ''
        const expected = venues.filter(({ id, name }) =>
          `- id: "${id}"\n  name: ${name}`.toLowerCase().includes(wanted),
        )
        expect(excerpt === '' ? [] : readBySchema('venues', excerpt)).toEqual(expected)
      }),
    )
  })
})
