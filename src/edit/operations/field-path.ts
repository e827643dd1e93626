import type { ExtraFields } from '../../load/extra-fields.ts'
import { type Schema, schemaAt } from '../../load/schemas.ts'
import { brief } from '../../model/brief.ts'
import { didYouMean } from '../../model/did-you-mean.ts'
import { CardsError } from '../../model/errors.ts'
import type { Pointer } from '../../model/place.ts'

/** A place in a card as it is typed, such as `authors[0].family`, and what may stand there. */
export interface FieldPath {
  /** As messages name it. */
  readonly text: string
  readonly pointer: Pointer
  /** An author may be a text or a map of parts. */
  readonly form: 'text' | 'list' | 'map' | 'text-or-map'
}

/** A field, then parts of it: `.name`, or the place of an item, counted from 0 as in JSON: `[2]` or `.2`. */
const STEP = /\.([^.[\]]+)|\[([^[\]]*)\]/y

/**
 * Reads the path of a place in a card, and checks that cards have such a place.
 * @param extra the fields that the library declares for itself
 * @throws CardsError `usage`
 */
export function parseFieldPath(typed: string, extra: ExtraFields): FieldPath {
  const pointer: (string | number)[] = []
  for (const name of stepsOf(typed)) pointer.push(stepInto(pointer, name, extra))
  return { text: pathText(pointer), pointer, form: formAt(pointer, extra) }
}

/** A pointer as people type it: `authors[0].family`. */
export function pathText(pointer: Pointer): string {
  return pointer
    .map((step, i) => (typeof step === 'number' ? `[${step}]` : i === 0 ? step : `.${step}`))
    .join('')
}

function stepsOf(typed: string): string[] {
  const [name = ''] = /^[^.[\]]*/.exec(typed) ?? []
  const steps = [name.trim()]
  STEP.lastIndex = name.length
  while (STEP.lastIndex < typed.length) {
    const found = STEP.exec(typed)
    if (found === null) throw unreadable(typed)
    steps.push((found[1] ?? found[2] ?? '').trim())
  }
  if (steps.includes('')) throw unreadable(typed)
  return steps
}

function unreadable(typed: string): CardsError {
  return new CardsError(
    'usage',
    typed === '' ? 'No field is named.' : `\`${brief(typed)}\` names no place in a card.`,
    'For example: title, key_points[0], credibility.rating, authors[0].family',
  )
}

/** The step that a name is at a place: the place of an item in a list, else a key. */
function stepInto(pointer: Pointer, name: string, extra: ExtraFields): string | number {
  const form = formAt(pointer, extra)
  const text = pathText(pointer)
  if (form === 'list') {
    if (/^\d{1,6}$/.test(name)) return Number(name)
    throw new CardsError(
      'usage',
      `\`${text}\` is a list, and \`${brief(name)}\` is not the place of an item.`,
      `Places are counted from 0: the first item is ${text}[0].`,
    )
  }
  if (form === 'text')
    throw new CardsError('usage', `\`${text}\` is one value and has no parts.`, `Name it alone: ${text}`)
  const names = namesAt(pointer, extra)
  const known =
    names.find(other => other === name) ?? names.find(other => other === name.replaceAll('-', '_'))
  if (known !== undefined) return known
  const what = pointer.length === 0 ? 'Cards have' : `\`${text}\` has`
  throw new CardsError(
    'usage',
    `${what} no field \`${brief(name)}\`.`,
    didYouMean(name, names, otherwise(pointer, names)),
  )
}

function otherwise(pointer: Pointer, names: readonly string[]): string {
  if (pointer[0] === 'extra' && names.length === 0)
    return 'This library declares no fields of its own: see `extra` in cards.config.yaml.'
  return `The fields are ${names.join(', ')}.`
}

function namesAt(pointer: Pointer, extra: ExtraFields): string[] {
  return pointer[0] === 'extra' ? Object.keys(extra) : Object.keys(schemaAt('card', pointer).properties ?? {})
}

function formAt(pointer: Pointer, extra: ExtraFields): FieldPath['form'] {
  if (pointer[0] === 'extra' && pointer.length > 1) {
    const declared = extra[String(pointer[1])]
    return pointer.length === 2 && declared?.type === 'list' ? 'list' : 'text'
  }
  const { type }: Schema = schemaAt('card', pointer)
  if (typeof type !== 'string' && type?.includes('object')) return 'text-or-map'
  return type === 'array' ? 'list' : type === 'object' ? 'map' : 'text'
}
