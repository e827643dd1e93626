import { expect, it } from 'vitest'
import { VenueIndex } from '../../src/model/credibility.ts'
import { venueNamed } from '../../src/model/venue-named.ts'

const VENUES = new VenueIndex([
  { id: 'nature', name: 'Nature' },
  { id: 'eaf', name: 'The EA Forum' },
])

it.each([
  ['Nature', 'nature'],
  ['NATURE.', 'nature'],
  ['the ea-forum', 'eaf'],
  ['EAF', 'eaf'],
  ['Nature Medicine', undefined],
  ['…', undefined],
  ['', undefined],
])('knows the venue %j by its name or id', (name, id) => {
  expect(venueNamed(name, VENUES)?.id).toBe(id)
})
