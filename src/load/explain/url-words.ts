import { brief } from '../../model/brief.ts'
import type { Pointer } from '../../model/place.ts'
import { isPlaceholderWord } from '../../model/placeholder-word.ts'
import type { SchemaName } from '../read-by-schema.ts'
import type { SchemaProblem } from '../schema-problem.ts'

/** The fields of a card whose URLs have rules of their own. */
const URL_FIELDS: ReadonlySet<unknown> = new Set(['url', 'also_at', 'archive_url'])

/** Whether a value is one of the URLs of a card that `url/valid` and `url/placeholder` speak of. */
export function isCardUrl(name: SchemaName, pointer: Pointer): boolean {
  return name === 'card' && URL_FIELDS.has(pointer[0])
}

/** A URL as it may be shown in a log: a misspelt scheme may have a password behind it. */
export function withoutUser(url: string): string {
  return url.replace(/^([^/?#@]{0,20}\/\/)[^/?#]*@/, '$1…@')
}

/** A word that stands in for a URL of a card; undefined for any other value. */
export function placeholderUrl(name: SchemaName, pointer: Pointer, text: string): SchemaProblem | undefined {
  if (!isCardUrl(name, pointer) || !isPlaceholderWord(text)) return undefined
  return {
    rule: 'url/placeholder',
    message: `\`${brief(text)}\` is a placeholder: nobody can read a source there.`,
    help:
      pointer[0] === 'url'
        ? 'Find the real URL, or remove the card if there is no such source.'
        : 'Find the real URL, or remove it.',
    pointer,
    at: 'value',
  }
}
