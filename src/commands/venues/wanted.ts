import { keyOrder } from '../../edit/key-order.ts'
import { schemaAt } from '../../load/schemas.ts'
import { didYouMean, suggestion } from '../../model/did-you-mean.ts'
import { CardsError } from '../../model/errors.ts'
import { typedDomain } from './change.ts'
import type { VenuesOptions } from './options.ts'

const FIELDS = keyOrder('venues', [0])

/** The one field that is a list. */
export const LIST = 'domains'

/** What the options of `edit` want, parsed. */
export interface WantedEdits {
  readonly set: ReadonlyMap<string, string>
  readonly unset: readonly string[]
  readonly add: readonly string[]
  readonly remove: readonly string[]
}

/**
 * Reads what is to change of a venue.
 * @throws CardsError `usage` for what venues do not have, or cannot both be
 */
export function wantedEdits({ set, unset, add, remove }: VenuesOptions): WantedEdits {
  const sets = set.map(given => assignment('--set', given))
  const fields = [...sets.map(([field]) => field), ...unset.map(removable)]
  const twice = fields.find((field, i) => fields.indexOf(field) !== i)
  if (twice !== undefined)
    throw new CardsError(
      'usage',
      `\`${twice}\` is to become two things at once.`,
      'Say once what it is to be.',
    )
  const items = (option: string, given: readonly string[]) =>
    given.flatMap(each => {
      const [field, value] = assignment(option, each)
      if (field !== LIST)
        throw new CardsError('usage', `\`${field}\` is no list; ${LIST} is.`, `For example: --set ${field}=…`)
      return listOf(value)
    })
  const wanted = {
    set: new Map(sets),
    unset: unset.map(removable),
    add: items('--add', add),
    remove: items('--remove', remove),
  }
  if (fields.includes(LIST) && wanted.add.length + wanted.remove.length > 0)
    throw new CardsError(
      'usage',
      `\`${LIST}\` is to become two things at once.`,
      'Say once what it is to be.',
    )
  if (fields.length + wanted.add.length + wanted.remove.length === 0)
    throw new CardsError(
      'usage',
      'What is to change?',
      'For example: --set credibility=4 --add domains=arxiv.org',
    )
  return wanted
}

function assignment(option: string, given: string): readonly [field: string, value: string] {
  const [, name, value = ''] = /^([^=]*)=(.*)$/s.exec(given) ?? []
  if (name === undefined)
    throw new CardsError(
      'usage',
      `${option} takes FIELD=VALUE, not \`${given}\`.`,
      `For example: ${option} ${option === '--set' ? 'credibility=4' : 'domains=arxiv.org'}`,
    )
  const field = checkedField(name.trim())
  const isEmpty = field === LIST ? listOf(value).length === 0 : value.trim() === ''
  if (!isEmpty) return [field, value.trim()]
  throw new CardsError('usage', `\`${option} ${given}\` gives no value.`, `To take it away: --unset ${field}`)
}

function checkedField(name: string): string {
  if (FIELDS.includes(name)) return name
  // Elsewhere it goes by that name: in queries, and as an option of `cards add`.
  const hint =
    name === 'rating'
      ? suggestion(['credibility'], '')
      : didYouMean(name, FIELDS, `The fields are ${FIELDS.join(', ')}.`)
  throw new CardsError('usage', `Venues have no field \`${name}\`.`, hint)
}

/** A field that a venue can be without. */
function removable(name: string): string {
  const field = checkedField(name)
  if (!schemaAt('venues', [0]).required?.includes(field)) return field
  throw new CardsError('usage', `Every venue needs \`${field}\`.`, `To change it: --set ${field}=…`)
}

/** Domains that were typed, with commas between them or also as `[a, b]`. */
export function listOf(value: string | undefined): string[] {
  return (value?.replace(/^\[|\]$/g, '').split(',') ?? [])
    .map(part => typedDomain(part.trim()))
    .filter(part => part !== '')
}
