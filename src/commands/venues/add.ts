import { rawValue } from '../../edit/raw-value.ts'
import type { Venue } from '../../model/card.ts'
import { counted } from '../../model/count-text.ts'
import { CardsError } from '../../model/errors.ts'
import type { Context, Result } from '../command.ts'
import { VenuesFile } from '../venues-file.ts'
import { changeVenue, checkDomains, isSameDomain, typedDomain, type VenuePlan } from './change.ts'
import type { VenueFigures } from './figures.ts'
import type { VenuesOptions } from './options.ts'

/** Makes a new venue, after the last one of venues.yaml. The same again changes nothing. */
export async function addVenue(context: Context, id: string, options: VenuesOptions): Promise<Result> {
  const { name, type, credibility, peerReviewed, description } = options
  if (name === undefined)
    throw new CardsError(
      'usage',
      'A venue needs a name.',
      `For example: cards venues add ${id} --name "RFC Editor"`,
    )
  const typed = options.domain.map(typedDomain)
  const domains = typed.filter((domain, i) => typed.findIndex(other => isSameDomain(other, domain)) === i)
  const entry = {
    id,
    name,
    domains: domains.length === 0 ? undefined : domains,
    type,
    credibility,
    peer_reviewed: peerReviewed || undefined,
    description,
  }
  const file = context.library.location('venues.yaml')
  return changeVenue(
    context,
    options,
    async (library): Promise<VenuePlan> => {
      const venues = await library.venues()
      const known = venues.get(id)
      if (known && saysAll(known, entry)) return { id, changes: [] }
      if (known)
        throw new CardsError(
          'no',
          `There is a venue \`${id}\` already: ${known.name}.`,
          `To change it: cards venues edit ${id} --set FIELD=VALUE`,
        )
      const current = new VenuesFile(context)
      if (current.indexOf(id) !== -1)
        throw new CardsError(
          'no',
          `${file} has an entry \`${id}\` already, in which something is wrong.`,
          'Mend it by hand; `cards lint` says what is wrong.',
        )
      const end = current.entries.length
      const { content, change } = current.changed(
        [{ kind: 'append', pointer: [], value: rawValue(entry) }],
        end,
      )
      checkDomains(domains, id, venues)
      return { id, changes: [change], content }
    },
    ({ name }, figures) => ({
      done: `Added ${name} to ${file}`,
      wouldDo: `Would add ${name} to ${file}`,
      effect: belonging(figures),
      same: `${name} is in ${file} already`,
    }),
  )
}

function belonging({ cards, matched }: VenueFigures): string {
  if (cards.length === 0) return 'no card belongs to it yet'
  const belong = `${counted(cards.length, 'card')} ${cards.length === 1 ? 'belongs' : 'belong'} to it`
  if (matched === 0) return `${belong}, by name`
  return matched === cards.length ? `${belong}, by URL` : `${belong}, ${matched} of them by URL`
}

/** Whether a venue has all that a new one would have. */
function saysAll(known: Venue, wanted: Readonly<Record<string, unknown>>): boolean {
  const has = new Map<string, unknown>(Object.entries(known))
  return Object.entries(wanted).every(
    ([key, value]) =>
      value === undefined || JSON.stringify(rawValue(has.get(key))) === JSON.stringify(rawValue(value)),
  )
}
