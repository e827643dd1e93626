import { CardsError } from '../model/errors.ts'
import type { ImportFile } from './importer.ts'

/**
 * Reads a map of IDs: a JSON object from the IDs that records have to the stable IDs that they must get. What is no
 * stable ID is left for the plan to report.
 * @throws {CardsError} `usage` when the text is something else
 */
export function readIds({ name, text }: ImportFile): Map<string, string> {
  const entries = Object.entries(parseJson(text) ?? {})
  if (
    entries.length > 0 &&
    entries.every((entry): entry is [string, string] => typeof entry[1] === 'string')
  ) {
    return new Map(entries)
  }
  throw new CardsError(
    'usage',
    `${name} is no map of IDs.`,
    'It must be a JSON object of record IDs and stable IDs: { "c4075b6d47521293": "MDc4MjQ5Yj" }',
  )
}

function parseJson(text: string): object | undefined {
  try {
    const value: unknown = JSON.parse(text.replace(/^\ufeff/, ''))
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : undefined
  } catch {
    return undefined
  }
}
