import { rawValue } from '../../edit/raw-value.ts'
import { examine } from '../../load/examine.ts'
import type { ExtraFields } from '../../load/extra-fields.ts'
import type { Raw } from '../../load/raw.ts'
import { valueBySchema } from '../../load/read-by-schema.ts'
import type { CardFields } from '../../model/card.ts'
import type { ImportedCard } from '../importer.ts'

/** Stands for what a record does not say, where the schema asks for it: the ID comes later, others are made up for. */
const INSTEAD = { id: 'aaaaaaaaaa', url: 'https://example.org/', title: 'x', type: 'web' }

/** Is told a value that does not fit, by its field, and why. */
export type Drop = (key: string, why: string) => void

/**
 * The values of a record that fit the schema of cards, in its types; of the others `drop` is told.
 * @param said without ID, `preview` and `retired`
 * @param declared the library's own fields; unchecked when it is left out
 */
export function fittingFields(
  said: { readonly [key: string]: unknown },
  declared: ExtraFields | undefined,
  drop: Drop,
): Partial<ImportedCard['fields']> {
  const { extra, ...rest } = said
  const raw = () => ({
    ...INSTEAD,
    ...(rawValue(declared === undefined ? rest : said) as {
      [key: string]: Raw
    }),
  })
  // Extra fields have yet to be held against what the library declares: the quick way does not.
  const quick = extra === undefined || declared === undefined ? valueBySchema('card', raw()) : undefined
  const value = quick ?? examined(raw(), declared, drop)
  const fields = Object.fromEntries(
    Object.entries(value).filter(([key]) => Object.hasOwn(said, key)),
  ) as Partial<ImportedCard['fields']>
  const own = declared === undefined ? plainExtra(extra, drop) : undefined
  return { ...fields, ...(own === undefined ? {} : { extra: own }) }
}

function examined(raw: { [key: string]: Raw }, declared: ExtraFields | undefined, drop: Drop): object {
  // JSON is YAML, but for characters that YAML wants escaped.
  const text = JSON.stringify(raw).replace(
    /[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]/g,
    sign => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
  const { value, findings } = examine('card', text, '', declared)
  for (const { message, pointer, missing } of findings)
    if (missing === undefined && pointer !== '')
      drop(pointer.split('/')[1]?.replaceAll('~1', '/') ?? '', message)
  return typeof value === 'object' && !Array.isArray(value) ? value : {}
}

/** Extra fields of a library that nobody asked, in the types that they have. */
function plainExtra(extra: unknown, drop: Drop): CardFields['extra'] | undefined {
  if (extra === undefined) return undefined
  const isPlain = (value: unknown): value is string | number | boolean | string[] =>
    /^(?:string|number|boolean)$/.test(typeof value) ||
    (Array.isArray(value) && value.every(item => typeof item === 'string'))
  const entries = typeof extra === 'object' && !Array.isArray(extra) ? Object.entries(extra ?? {}) : []
  if (entries.length === 0) drop('extra', 'It is no mapping of fields to values.')
  const kept: NonNullable<CardFields['extra']> = {}
  for (const [name, value] of entries) {
    if (name !== '__proto__' && isPlain(value)) kept[name] = value
    else drop('extra', `\`${name}\` is neither a text, a number, true, false nor a list of texts.`)
  }
  return Object.keys(kept).length === 0 ? undefined : kept
}
