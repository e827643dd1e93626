import { examine } from '../../load/examine.ts'
import type { ExtraFields } from '../../load/extra-fields.ts'
import type { Raw } from '../../load/raw.ts'
import { readText } from '../../load/source-text.ts'
import { brief } from '../../model/brief.ts'
import { CardsError } from '../../model/errors.ts'
import type { Pointer } from '../../model/place.ts'
import { pointerText } from '../../model/pointer.ts'
import { type FieldPath, parseFieldPath } from './field-path.ts'
import type { Operation } from './operation.ts'

/**
 * Reads `field=value`. A list is written `[a, b]`, a map `{ name: value }`; all else is the text as it stands.
 * @param option by which it was given, for the messages
 * @throws CardsError `usage` for a field that cards do not have, or a value that it cannot have
 */
export function parseAssignment(
  kind: 'set' | 'add' | 'remove',
  typed: string,
  extra: ExtraFields,
): Operation {
  const at = typed.indexOf('=')
  if (at === -1)
    throw new CardsError(
      'usage',
      `--${kind} takes a field and a value, not \`${brief(typed)}\`.`,
      kind === 'set' ? "For example: --set 'title=A new title'" : `For example: --${kind} tags=training`,
    )
  const path = parseFieldPath(typed.slice(0, at), extra)
  return assignment(kind, path, typed.slice(at + 1), extra)
}

/**
 * The operation of a value that was typed, or read from a file.
 * @throws CardsError `usage`
 */
export function assignment(
  kind: 'set' | 'add' | 'remove',
  path: FieldPath,
  text: string,
  extra: ExtraFields,
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
  const value = givenValue(place, text, path)
  // What is wrong in a card must be possible to remove.
  if (kind !== 'remove') checkValue(place, value, extra)
  return { kind, path, value }
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

/** Refuses a value that no card can have at a place, in the words of lint. */
function checkValue({ pointer }: FieldPath, value: Raw, extra: ExtraFields): void {
  const start = pointerText(pointer.map(step => (typeof step === 'number' ? 0 : step)))
  const { findings } = examine('card', JSON.stringify(holding(pointer, value)), '', extra)
  const problem = findings.find(({ pointer: at }) => at === start || at.startsWith(`${start}/`))
  if (problem) throw new CardsError('usage', problem.message, problem.help)
}

/** A value within what leads to it: an item is the only one of its list. */
function holding(pointer: Pointer, value: Raw): Raw {
  return pointer.reduceRight<Raw>(
    (inner, step) => (typeof step === 'number' ? [inner] : { [step]: inner }),
    value,
  )
}
