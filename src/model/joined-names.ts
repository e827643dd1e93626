import { isPersonName } from './person-name.ts'

/** Several names in one text. */
export interface JoinedNames {
  /** One by one; undefined when it is not certain where one ends. */
  readonly names: readonly string[] | undefined
}

/**
 * Takes apart a text that names several people, joined by `and`, `&` or semicolons, or by commas when there are three
 * or more, or both have initials. Undefined for one name, and for organisations such as Johnson & Johnson: each part has to read as a full
 * name.
 */
export function joinedNames(text: string): JoinedNames | undefined {
  if (!JOINT.test(text)) return undefined
  const line = text.trim().replace(/\s+/g, ' ')
  if (line.length > MOST_CHARACTERS) return undefined
  if (line.includes(';')) {
    const names = partsOf(line, /;/)
    // An entity is no join.
    const isCut = names.some(name => !/\p{L}/u.test(name) || /&#?\w+$/.test(name))
    return names.length > 1 && !isCut ? { names } : undefined
  }
  const inverted = invertedNames(line)
  if (inverted) return { names: inverted }
  const parts = partsOf(line, /,? (?:and|&) /i)
  if (parts.length > 1) {
    if (!parts.every(part => isPersonName(part) || isListOfNames(part))) return undefined
    // Where one name has no comma, that of another is between two names.
    const isPlain = parts.some(part => !part.includes(','))
    const names = parts.flatMap(part =>
      isListOfNames(part) || (isPlain && isUnclear(part)) ? part.split(', ') : [part],
    )
    return { names: names.some(isUnclear) ? undefined : names }
  }
  return isListOfNames(line) ? { names: line.split(', ') } : undefined
}

/** Most texts have nothing in them that joins names. */
const JOINT = /[,;&]|\band\b/i

/**
 * Whether a text may name two people, `Jane Doe, Richard Roe`: or one with two given and two family names, `García
 * Márquez, Gabriel José`.
 */
export function mayBeTwoNames(text: string): boolean {
  return isUnclear(text) && text.split(', ').every(isPersonName)
}

/** Whether a name has its family name first and initials without dots behind, as in medicine: `Smith JA`. */
export function isVancouverName(text: string): boolean {
  const [, initials = ''] = VANCOUVER.exec(text) ?? []
  return initials !== '' && !NO_INITIALS.has(initials) && isPersonName(text)
}

const VANCOUVER = /^\p{Lu}[\p{L}'’-]*\p{Ll}[\p{L}'’-]*(?: \p{Lu}[\p{L}'’-]*\p{Ll}){0,2} (\p{Lu}{1,3})$/u

/** What stands behind the names of organisations, and of sons. */
const NO_INITIALS = new Set(
  'AI EU HQ II III IT IV JR LLC LTD ML NGO PR SA SR TV UK UN US USA VI XR'.split(' '),
)

/** `Smith, J., Doe, A. B., & Roe, R.`, as APA has it: initials tell where a name ends. */
function invertedNames(line: string): string[] | undefined {
  const parts = line.split(/, (?:(?:and|&) )?| (?:and|&) /)
  if (parts.length < 4 || parts.length % 2 !== 0) return undefined
  const isInverted = parts.every((part, i) => (i % 2 === 0 ? FAMILY : INITIALS).test(part))
  if (!isInverted) return undefined
  return parts.flatMap((part, i) => (i % 2 === 0 ? [`${part}, ${parts[i + 1]}`] : []))
}

const FAMILY = /^(?:\p{Ll}{2,4} ){0,2}\p{Lu}[\p{L}'’ -]{0,60}$/u
const INITIALS = /^\p{Lu}\.(?:[ -]?\p{Lu}\.){0,4}$/u

/** No names are longer; what is, would only take up time. */
const MOST_CHARACTERS = 2000

function partsOf(text: string, joint: RegExp): string[] {
  return text
    .split(joint)
    .map(part => part.trim())
    .filter(part => part !== '')
}

/** `John Smith, Jane Doe, Bob Lee`: three or more, as two could be one with two family names; or `J. Smith, J. Doe`, `Smith J, Doe A`. */
function isListOfNames(text: string): boolean {
  const parts = text.split(', ')
  if (parts.length === 2)
    return parts.every(part => INITIALS_FIRST.test(part)) || parts.every(isVancouverName)
  return parts.length > 2 && parts.every(part => part.includes(' ') && isPersonName(part))
}

/** `J. Doe`, `J.-P. Roe`: no given name stands behind a comma like that. */
const INITIALS_FIRST = /^\p{Lu}\.(?:[ -]?\p{Lu}\.){0,3} ?\p{Lu}\p{Ll}[\p{L}'’-]{0,40}$/u

/** `John Smith, Jane Doe`: one person or two. */
function isUnclear(text: string): boolean {
  const parts = text.split(', ')
  return parts.length === 2 && parts.every(part => part.includes(' '))
}
