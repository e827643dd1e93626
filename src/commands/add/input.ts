import { decode } from '../../load/decode.ts'
import type { Raw } from '../../load/raw.ts'
import { readDocument } from '../../load/yaml-document.ts'
import { parseName } from '../../model/author.ts'
import { DERIVED_FIELDS } from '../../model/card-json.ts'
import { CardsError } from '../../model/errors.ts'

/** The fields of a card, by name; not checked yet. */
export type RawCard = { readonly [field: string]: Raw }

/**
 * Reads cards from standard input: one, or a list of them, as YAML or JSON. Takes the files of cards, and what
 * `cards show --json` prints.
 * @throws CardsError `usage` for what cannot be read, or holds no card
 */
export function readCards(bytes: Uint8Array): RawCard[] {
  const { text, problem: broken } = decode(bytes)
  if (broken) throw new CardsError('usage', `Standard input: ${broken.message}`, broken.help)
  if (text.trim() === '')
    throw new CardsError('usage', 'Standard input is empty.', 'Give it a card as YAML or JSON.')
  const parsed = json(text)
  const { value, problems } = readDocument(parsed === undefined ? text : yamlOf(text))
  if (value === undefined) {
    const [problem] = problems.filter(({ severity }) => severity === 'error')
    const { line, column } = problem?.range.start ?? { line: 1, column: 1 }
    throw new CardsError(
      'usage',
      `Standard input, line ${line}, column ${column}: ${problem?.message}`,
      problem?.help,
    )
  }
  const whole = withoutNulls(value, parsed)
  const isList = Array.isArray(whole)
  return (isList ? whole : [whole ?? '']).map((item, i) => {
    if (typeof item === 'object' && !Array.isArray(item)) return fieldsOf(item)
    throw new CardsError(
      'usage',
      isList ? `Item ${i + 1} of standard input is no card.` : 'Standard input holds no card.',
      'A card is a mapping: title: …, url: …; several are a list of them.',
    )
  })
}

function json(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** What JSON lets stand in its texts as it is, and YAML only escaped: as `JSON.stringify` writes it. */
const JSON_ONLY = /[\x7f-\x84\x86-\x9f\ufffe\uffff]/g

/** A JSON text as one that YAML takes too. */
function yamlOf(json: string): string {
  return json.replace(JSON_ONLY, unit => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
}

/** The texts of a document, less what is null where it is JSON: to YAML as cards have it, `null` is a text. */
function withoutNulls(raw: Raw, parsed: unknown): Raw | undefined {
  if (parsed === null) return undefined
  if (typeof raw === 'string' || typeof parsed !== 'object') return raw
  if (Array.isArray(raw)) {
    const items = parsed as readonly unknown[]
    return raw.map((item, i) => withoutNulls(item, items[i])).filter(item => item !== undefined)
  }
  const entries = Object.entries(raw).map(
    ([key, item]) => [key, withoutNulls(item, Object.getOwnPropertyDescriptor(parsed, key)?.value)] as const,
  )
  return Object.fromEntries(entries.filter((entry): entry is [string, Raw] => entry[1] !== undefined))
}

function fieldsOf(card: RawCard): RawCard {
  const entries = Object.entries(card).filter(([field]) => !DERIVED_FIELDS.includes(field))
  return Object.fromEntries(entries.map(([field, value]) => [field, plainValue(field, value)]))
}

/** Authors and pages as files have them. */
function plainValue(field: string, value: Raw): Raw {
  if (!Array.isArray(value)) return value
  if (field === 'authors') return value.map(plainAuthor)
  return field === 'cited_by' ? value.map(page => partOf(page, 'id') ?? page) : value
}

/** A name that says no more than its parts is enough; else the parts, without the name that follows from them. */
function plainAuthor(author: Raw): Raw {
  const name = partOf(author, 'name')
  if (typeof name !== 'string' || typeof author !== 'object' || Array.isArray(author)) return author
  const { name: _, ...parts } = author
  const follows = new Map<string, string>(Object.entries(parseName(name)))
  follows.delete('name')
  const isSame = Object.keys(parts).every(key => parts[key] === follows.get(key))
  return isSame && (Object.keys(parts).length === follows.size || Object.keys(parts).length === 0)
    ? name
    : parts
}

function partOf(value: Raw, key: string): Raw | undefined {
  if (typeof value !== 'object' || Array.isArray(value)) return undefined
  return Object.hasOwn(value, key) ? value[key] : undefined
}
