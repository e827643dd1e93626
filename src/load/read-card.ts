import type { Card, KnownFields } from '../model/card.ts'
import { FILE_START, type Finding } from '../model/finding.ts'
import { isStableId } from '../model/stable-id.ts'
import { decode } from './decode.ts'
import { checkExtra, type ExtraFields } from './extra-fields.ts'
import { codeOf } from './find-files.ts'
import { readBySchema } from './read-by-schema.ts'
import { readBytes } from './read-bytes.ts'
import type { TextProblem } from './text-problem.ts'
import type { Typed } from './typed-value.ts'

/** A card's file as far as it could be read. Without a card, the findings say why. */
export interface ReadCard {
  readonly card: Card | undefined
  readonly findings: readonly Finding[]
}

/**
 * Reads a card's file. A good one takes the fast path; any other is examined, with the code for that loaded then.
 * Never throws for what a file holds.
 * @param absolute where the file is
 * @param path its path relative to the library
 * @param extra the extra fields that the library declares
 */
export function readCard(absolute: string, path: string, extra: ExtraFields): ReadCard | Promise<ReadCard> {
  let bytes: Uint8Array
  try {
    bytes = readBytes(absolute)
  } catch (error) {
    return { card: undefined, findings: [unreadable(path, codeOf(error))] }
  }
  const { text, problem } = decode(bytes)
  if (!problem) {
    const fields = readBySchema('card', text)
    if (fields !== undefined && isMap(fields) && hasGoodExtra(fields, extra))
      return { card: cardOf(fields, path, []), findings: [] }
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
  const { value, findings } = examine('card', text, path, extra)
  const card = value !== undefined && isMap(value) ? cardOf(value, path, findings) : undefined
  return { card, findings }
}

function hasGoodExtra(fields: { [key: string]: Typed }, declared: ExtraFields): boolean {
  const extra = fields.extra
  if (extra === undefined || isMap(extra)) return checkExtra(extra, declared).length === 0
  return false
}

/** Without an ID nothing can refer to it: then it is no card. */
function cardOf(
  fields: { [key: string]: Typed },
  path: string,
  findings: readonly Finding[],
): Card | undefined {
  const { id } = fields
  if (typeof id !== 'string' || !isStableId(id)) return undefined
  // The schema has been held to it: what did not fit is gone.
  return { id, path, fields: fields as KnownFields, findings }
}

function isMap(value: Typed): value is { [key: string]: Typed } {
  return typeof value === 'object' && !Array.isArray(value)
}

function unreadable(file: string, code: string): Finding {
  const reason =
    { EACCES: 'permission denied', EPERM: 'permission denied', ENOENT: 'it is gone' }[code] ?? code
  return {
    rule: 'file/unreadable',
    severity: 'error',
    message: `The file cannot be read: ${reason}.`,
    help: 'Check its permissions, and that no other program holds it.',
    file,
    range: FILE_START,
    pointer: '',
  }
}
