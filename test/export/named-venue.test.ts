import { expect, it } from 'vitest'
import { LossLog } from '../../src/export/loss-log.ts'
import { namedVenue } from '../../src/export/named-venue.ts'
import { VenueIndex } from '../../src/model/credibility.ts'
import { VenueNames } from '../../src/notation/venue-names.ts'
import { card } from '../model/cards.ts'
import { toldOf } from '../support/kept-fields.ts'

const VENUES = [
  { id: 'nature', name: 'Nature' },
  { id: 'nature-site', name: 'nature!' },
]

it.each([
  ['nature', 'Nature', []],
  ['nature-site', 'nature!', ['changed venue: another has the same name']],
  ['unheard-of', undefined, ['dropped venue: not in venues.yaml']],
  [undefined, undefined, []],
])('finds the venue %s by its ID, and tells when its name would not do', (venue, name, told) => {
  const losses = new LossLog()
  const registries = { venues: new VenueIndex(VENUES), pages: new Map() }
  const job = { registries, keyOf: () => '', fields: undefined, losses }
  const one = card('aaaaaaaaa1', venue === undefined ? {} : { venue })
  expect(namedVenue(one, job, new VenueNames(VENUES))?.name).toBe(name)
  expect(toldOf(losses.losses())).toEqual(told)
})
