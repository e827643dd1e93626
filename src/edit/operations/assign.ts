import { examine } from '../../load/examine.ts'
import { correctedForm } from '../../load/explain/corrected-form.ts'
import type { ExtraFields } from '../../load/extra-fields.ts'
import type { Raw } from '../../load/raw.ts'
import { schemaAt } from '../../load/schemas.ts'
import { readText } from '../../load/source-text.ts'
import { brief } from '../../model/brief.ts'
import { CardsError } from '../../model/errors.ts'
import type { Finding } from '../../model/finding.ts'
import type { Pointer } from '../../model/place.ts'
import { pointerText } from '../../model/pointer.ts'
import { type FieldPath, parseFieldPath } from './field-path.ts'
import type { Operation } from './operation.ts'

/**
 * Reads `field=value`. A list is written `[a, b]`, a map `{ name: value }`; all else is the text as it stands.
 * @param kind by which it was given, for the messages
 * @throws CardsError `usage` for a field that cards do not have, or a value that it cannot have
 */
export function parseAssignment(
  kind: 'set' | 'add' | 'remove',
  typed: string,
  extra: ExtraFields,
  today?: string,
): Operation {
  const { path, text } = split(kind, typed, extra)
  return assignment(kind, path, text, extra, today)
}

/**
 * Reads `field=item`, or `field=[item, item]` for several.
 * @throws CardsError `usage`
 */
export function parseItems(kind: 'add' | 'remove', typed: string, extra: ExtraFields): Operation[] {
  const { path, text } = split(kind, typed, extra)
  const items = path.form === 'list' && text.trimStart().startsWith('[') ? readText(text) : undefined
  if (!Array.isArray(items) || items.length === 0) return [assignment(kind, path, text, extra)]
  return items.map(item =>
    typeof item === 'string'
      ? assignment(kind, path, item, extra)
      : withValue(kind, { path, place: itemPath(path), value: item }, extra),
  )
}

function split(
  kind: 'set' | 'add' | 'remove',
  typed: string,
  extra: ExtraFields,
): { path: FieldPath; text: string } {
  const at = typed.indexOf('=')
  if (at === -1)
    throw new CardsError(
      'usage',
      `--${kind} takes a field and a value, not \`${brief(typed)}\`.`,
      kind === 'set' ? "For example: --set 'title=A new title'" : `For example: --${kind} tags=training`,
    )
  return { path: parseFieldPath(typed.slice(0, at), extra), text: typed.slice(at + 1) }
}

/**
 * The operation of a value that was typed, or read from a file; in the form that cards have it, where it is certain
 * what is meant.
 * @param today what `today` means as the date of reading
 * @throws CardsError `usage`
 */
export function assignment(
  kind: 'set' | 'add' | 'remove',
  path: FieldPath,
  text: string,
  extra: ExtraFields,
  today?: string,
): Operation {
  if (kind !== 'set' && path.form !== 'list')
    throw new CardsError(
      'usage',
      `\`${path.text}\` is no list, so nothing can be ${kind === 'add' ? 'added to' : 'removed from'} it.`,
      kind === 'add' ? `Give it a value: --set '${path.text}=…'` : `Take it away: --unset ${path.text}`,
    )
  if (text.trim() === '')
    throw new CardsError(
      'usage',
      `There is no value for \`${path.text}\`.`,
      kind === 'set' ? `To take it away: --unset ${path.text}` : `For example: --${kind} ${path.text}=…`,
    )
  const place = kind === 'set' ? path : itemPath(path)
  if (today !== undefined && path.text === 'accessed' && text.trim().toLowerCase() === 'today')
    return { kind, path, value: today, typed: text }
  return withValue(kind, { path, place, value: givenValue(place, text, path) }, extra)
}

interface Given {
  readonly path: FieldPath
  /** Where the value stands: in a list, an item. */
  readonly place: FieldPath
  readonly value: Raw
}

function withValue(
  kind: 'set' | 'add' | 'remove',
  { path, place, value }: Given,
  extra: ExtraFields,
): Operation {
  // What is wrong in a card must be possible to remove.
  const problem = kind === 'remove' ? undefined : problemWith(place, value, extra)
  if (problem === undefined) return { kind, path, value }
  const corrected = typeof value === 'string' ? certainForm(place, value) : undefined
  if (corrected !== undefined && problemWith(place, corrected, extra) === undefined)
    return { kind, path, value: corrected, typed: String(value) }
  const isJoined = kind === 'add' && typeof value === 'string' && value.includes(',')
  throw new CardsError(
    'usage',
    problem.message,
    isJoined ? `Give each item with its own --add, or several as --add '${path.text}=[a, b]'.` : problem.help,
  )
}

/** The form that cards have a value in; undefined where that is not certain: of `C++`, the letter would be left. */
function certainForm({ pointer }: FieldPath, value: string): string | undefined {
  const schema = schemaAt('card', pointer)
  const form = (schema.form ?? schema).title
  if (form === 'Slug' && !(pointer[0] === 'tags' && /^#?[A-Za-z0-9 _-]+$/.test(value))) return undefined
  return form === undefined ? undefined : correctedForm(form, value.trim())
}

/** The place of an item of a list, whichever. */
function itemPath({ text, pointer }: FieldPath): FieldPath {
  return { text, pointer: [...pointer, 0], form: text === 'authors' ? 'text-or-map' : 'text' }
}

function givenValue({ form, text: name }: FieldPath, text: string, path: FieldPath): Raw {
  if (form === 'text') return text
  const opens = form === 'list' ? '[' : '{'
  const value = text.trimStart().startsWith(opens) ? readText(text) : undefined
  const isWanted = typeof value === 'object' && Array.isArray(value) === (form === 'list')
  if (isWanted) return value
  if (form === 'text-or-map') return text
  if (form === 'list')
    throw new CardsError(
      'usage',
      `\`${name}\` is a list, and \`${brief(text)}\` is none.`,
      `Add to it with --add ${name}=…, remove with --remove ${name}=…, or set all of it: --set '${name}=[a, b]'`,
    )
  const part = path.pointer[0] === 'credibility' ? 'credibility.rating=4' : `${name}.PART=…`
  throw new CardsError('usage', `\`${name}\` has several parts.`, `Set one of them: --set ${part}`)
}

/** Why no card can have a value at a place, in the words of lint. */
function problemWith({ pointer }: FieldPath, value: Raw, extra: ExtraFields): Finding | undefined {
  const start = pointerText(pointer.map(step => (typeof step === 'number' ? 0 : step)))
  const { findings } = examine('card', JSON.stringify(holding(pointer, value)), '', extra)
  return findings.find(({ pointer: at }) => at === start || at.startsWith(`${start}/`))
}

/** A value within what leads to it: an item is the only one of its list. */
function holding(pointer: Pointer, value: Raw): Raw {
  return pointer.reduceRight<Raw>(
    (inner, step) => (typeof step === 'number' ? [inner] : { [step]: inner }),
    value,
  )
}
