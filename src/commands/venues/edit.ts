import type { Change } from '../../edit/change.ts'
import type { Raw } from '../../load/raw.ts'
import type { Venue } from '../../model/card.ts'
import { counted } from '../../model/count-text.ts'
import { CardsError } from '../../model/errors.ts'
import type { Library } from '../../model/library.ts'
import type { Context, Result } from '../command.ts'
import { VenuesFile } from '../venues-file.ts'
import { changeVenue, checkDomains, isSameDomain } from './change.ts'
import { findVenue } from './find.ts'
import type { VenuesOptions } from './options.ts'
import { LIST, listOf, type WantedEdits, wantedEdits } from './wanted.ts'

/** Changes fields of one venue. */
export async function editVenue(
  context: Context,
  reference: string,
  options: VenuesOptions,
): Promise<Result> {
  const wanted = wantedEdits(options)
  const file = context.library.location('venues.yaml')
  return changeVenue(
    context,
    options,
    async library => {
      const venues = await library.venues()
      const venue = findVenue(reference, venues, file)
      const id = wanted.set.get('id') ?? venue.id
      if (id !== venue.id) {
        await checkUnnamed(venue, library)
        const known = venues.get(id)
        if (known) throw new CardsError('no', `There is a venue \`${id}\` already: ${known.name}.`)
      }
      checkDomains([...listOf(wanted.set.get(LIST)), ...wanted.add], venue.id, venues)
      const current = new VenuesFile(context)
      const index = current.indexOf(venue.id)
      const changes = changesOf(wanted, current.entries[index] ?? '', index, venue)
      if (changes.length === 0) return { id: venue.id, changes: [] }
      const { content, change } = current.changed(changes, index)
      return { id, changes: [change], content }
    },
    ({ name, credibility }, { inheriting }) => ({
      done: `Changed ${name} in ${file}`,
      wouldDo: `Would change ${name} in ${file}`,
      effect: credibility === undefined ? 'it has no rating to give' : given(credibility, inheriting),
      same: `${name} is as you want it already`,
    }),
  )
}

function given(rating: number, inheriting: number): string {
  if (inheriting === 0) return `it gives a rating of ${rating}, which no card takes from it so far`
  return `${counted(inheriting, 'card')} ${inheriting === 1 ? 'has' : 'have'} its rating of ${rating}`
}

function changesOf(wanted: WantedEdits, entry: Raw, index: number, venue: Venue): Change[] {
  const domains = domainsIn(entry)
  const isThere = (domain: string) => domains.some(known => isSameDomain(known, domain))
  const absent = wanted.remove.find(domain => !isThere(domain))
  if (absent !== undefined)
    throw new CardsError(
      'no',
      `${venue.name} has no domain \`${absent}\`.`,
      domains.length === 0 ? 'It has none.' : `It has ${domains.join(', ')}.`,
    )
  const added = wanted.add.filter((domain, i) => !isThere(domain) && wanted.add.indexOf(domain) === i)
  return [
    ...[...wanted.set].flatMap(([field, value]): Change[] => {
      const to = field === LIST ? listOf(value) : value
      const has = field === LIST ? domains : textAt(entry, field)
      if (JSON.stringify(to) === JSON.stringify(has)) return []
      return [{ kind: 'set', pointer: [index, field], value: to }]
    }),
    ...wanted.unset.flatMap((field): Change[] =>
      hasKey(entry, field) ? [{ kind: 'unset', pointer: [index, field] }] : [],
    ),
    ...domains.flatMap((domain, i): Change[] =>
      wanted.remove.some(other => isSameDomain(other, domain))
        ? [{ kind: 'unset', pointer: [index, LIST, i] }]
        : [],
    ),
    ...added.map((value): Change => ({ kind: 'append', pointer: [index, LIST], value })),
  ]
}

/** Refuses another id for a venue that cards name. */
async function checkUnnamed({ id, name }: Venue, library: Library): Promise<void> {
  let count = 0
  for await (const { fields } of library.cards()) if (fields.venue === id) count++
  for await (const { fields } of library.retired()) if (fields.venue === id) count++
  if (count === 0) return
  throw new CardsError(
    'no',
    `${name} keeps its id: ${counted(count, 'card')} ${count === 1 ? 'names' : 'name'} it as \`${id}\`.`,
    'Change those cards first, or only the name: --set name=…',
  )
}

function domainsIn(entry: Raw): readonly string[] {
  const value = hasKey(entry, LIST) ? (entry as { [key: string]: Raw })[LIST] : undefined
  return Array.isArray(value) ? value.map(item => (typeof item === 'string' ? item : '')) : []
}

function textAt(entry: Raw, field: string): string | undefined {
  const value = hasKey(entry, field) ? (entry as { [key: string]: Raw })[field] : undefined
  return typeof value === 'string' ? value : undefined
}

function hasKey(entry: Raw, field: string): boolean {
  return typeof entry === 'object' && !Array.isArray(entry) && Object.hasOwn(entry, field)
}
