import { brief } from '../../model/brief.ts'
import type { Pointer } from '../../model/place.ts'
import type { Schema } from '../schemas.ts'
import type { Typed } from '../typed-value.ts'

/** The key that a value stands under, or whose list it is an item of. */
export function keyOf(pointer: Pointer): string {
  return String(pointer.findLast(step => typeof step === 'string') ?? 'value')
}

/** What a value is in its file, for the start of a sentence. */
export function fieldWords(pointer: Pointer): string {
  if (pointer.every(step => typeof step === 'number')) return 'An item of the list'
  return `${typeof pointer.at(-1) === 'number' ? 'An item of ' : ''}\`${keyOf(pointer)}\``
}

/** Whether a pointer leads to an author. */
export function isAuthor(pointer: Pointer): boolean {
  return pointer.length === 2 && pointer[0] === 'authors'
}

/** What a schema asks for, in words. */
export function formOf({ type, minimum, maximum, title }: Schema): string {
  const bounds =
    minimum !== undefined && maximum !== undefined
      ? ` from ${minimum} to ${maximum}`
      : minimum === undefined
        ? ''
        : ` of ${minimum} or more`
  switch (type) {
    case 'integer':
      return `a whole number${bounds}`
    case 'number':
      return `a number${bounds}`
    case 'boolean':
      return '`true` or `false`'
    case 'array':
      return 'a list'
    case 'object':
      return 'a mapping of keys to values'
    case 'string':
      return 'text'
    default:
      return title === 'Author' ? 'a name, or a mapping of its parts' : 'text or a list of texts'
  }
}

/** A value in a sentence: what it is, or its text. */
export function shown(value: Typed): string {
  if (Array.isArray(value)) return 'a list'
  if (typeof value === 'object') return 'a mapping'
  return value === '' ? 'empty' : `\`${brief(String(value))}\``
}

/** The first example that a schema gives, in YAML. */
export function exampleOf({ examples }: Schema): string {
  const [example] = examples ?? []
  return example === undefined ? '…' : flow(example)
}

/** An example as YAML that fits on one line. */
function flow(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(flow).join(', ')}]`
  if (typeof value !== 'object' || value === null) return String(value)
  return `{ ${Object.entries(value)
    .map(([key, item]) => `${key}: ${typeof item === 'string' ? inFlow(item) : flow(item)}`)
    .join(', ')} }`
}

/** In braces a comma or a bracket would end a text. */
function inFlow(text: string): string {
  return /^[\w ./-]+$/.test(text) ? text : JSON.stringify(text)
}

/** A title with its article, for the middle of a sentence. */
export function article(title: string): string {
  const name = /^[A-Z][a-z]+(?![A-Za-z])/.test(title) ? title.charAt(0).toLowerCase() + title.slice(1) : title
  return `${/^[aeioAEIO]/.test(name) && !/^one/i.test(name) ? 'an' : 'a'} ${name}`
}

/** A text as the start of a sentence. */
export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}

/** A text up to its first full stop. */
export function firstSentence(text: string): string {
  return /^.*?[.!?](?= |$)/s.exec(text)?.[0] ?? text
}
