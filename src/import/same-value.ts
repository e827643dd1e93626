import { authorNames } from '../model/author.ts'
import type { Author } from '../model/card.ts'
import { isMap, sortedJson } from './sorted-json.ts'

/**
 * Whether a field of a card says what a record gives for it, in whichever form: names by their parts, DOIs without
 * regard to case (ISO 26324), maps in any order.
 */
export function isSameValue(field: string, had: unknown, given: unknown): boolean {
  if (field === 'doi' && typeof had === 'string' && typeof given === 'string')
    return had.toLowerCase() === given.toLowerCase()
  if (field === 'authors' && Array.isArray(had) && Array.isArray(given)) return isSameNames(had, given)
  return sortedJson(had) === sortedJson(given)
}

/** An ORCID iD that the record does not give is nothing that it says otherwise. */
function isSameNames(had: readonly unknown[], given: readonly unknown[]): boolean {
  if (had.length !== given.length || ![...had, ...given].every(isAuthor)) return false
  const names = authorNames(given as Author[])
  return authorNames(had as Author[]).every((name, i) => {
    const { orcid, ...parts } = name
    const other = names[i]
    return sortedJson(other?.orcid === undefined ? parts : name) === sortedJson(other)
  })
}

function isAuthor(value: unknown): boolean {
  return typeof value === 'string' || isMap(value)
}
