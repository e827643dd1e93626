import type { Card, KnownFields } from '../model/card.ts'
import type { Finding } from '../model/finding.ts'
import type { Omissions } from '../model/omissions.ts'
import { isStableId } from '../model/stable-id.ts'
import { decode } from './decode.ts'
import { checkExtra, type ExtraFields } from './extra-fields.ts'
import type { Raw } from './raw.ts'
import { readQuickly, valueBySchema } from './read-by-schema.ts'
import type { TextProblem } from './text-problem.ts'
import { isMap, type Typed, type TypedMap } from './typed-value.ts'
import { unreadFinding } from './unread-finding.ts'

/** A card's file as far as it could be read. Without a card, the findings say why. */
export interface ReadCard {
  readonly card: Card | undefined
  readonly findings: readonly Finding[]
  /** The values that are left out of the card. */
  readonly omissions?: Omissions
  /** The file's text without a byte-order mark; undefined when it is none. */
  readonly text?: string
  /** The text's value, if the fast way to read it was enough. Must not be changed: the card shares it. */
  readonly raw?: Raw | undefined
}

/**
 * Reads a card's file. A good one takes the fast path; any other is examined, with the code for that loaded then.
 * Never throws for what a file holds.
 * @param bytesOf gives the file's bytes
 * @param path its path relative to the library
 * @param extra the extra fields that the library declares
 */
export function readCard(
  bytesOf: () => Uint8Array,
  path: string,
  extra: ExtraFields,
): ReadCard | Promise<ReadCard> {
  let bytes: Uint8Array
  try {
    bytes = bytesOf()
  } catch (error) {
    return { card: undefined, findings: [unreadFinding(path, error)] }
  }
  const { text, problem } = decode(bytes)
  if (!problem) {
    const raw = readQuickly(text)
    const fields = withExtra(raw && valueBySchema('card', raw), extra)
    if (fields) return { card: cardOf(fields, path, []), findings: [], text, raw }
  }
  return examined(text, problem, path, extra)
}

async function examined(
  text: string,
  problem: TextProblem | undefined,
  path: string,
  extra: ExtraFields,
): Promise<ReadCard> {
  const { examine, textFinding } = await import('./examine.ts')
  if (problem) return { card: undefined, findings: [textFinding(problem, path)] }
  const { value, findings, omissions } = examine('card', text, path, extra)
  const card = isMap(value) ? cardOf(value, path, findings) : undefined
  return { card, findings, omissions, text }
}

/** A card's fields with the library's own in their types; undefined when one of them needs a closer look. */
function withExtra(fields: Typed | undefined, declared: ExtraFields): TypedMap | undefined {
  if (!isMap(fields)) return undefined
  const { extra } = fields
  if (extra === undefined && Object.keys(declared).length === 0) return fields
  if (extra !== undefined && !isMap(extra)) return undefined
  const { values, problems } = checkExtra(extra, declared)
  if (problems.length > 0) return undefined
  return extra === undefined ? fields : { ...fields, extra: values }
}

/** Without an ID nothing can refer to it: then it is no card. */
function cardOf(fields: TypedMap, path: string, findings: readonly Finding[]): Card | undefined {
  const { id } = fields
  if (typeof id !== 'string' || !isStableId(id)) return undefined
  // The schema has been held to it: what did not fit is gone.
  return { id, path, fields: fields as KnownFields, findings }
}
