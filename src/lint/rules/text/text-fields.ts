import type { Author, Card, KnownFields } from '../../../model/card.ts'
import type { Pointer } from '../../../model/place.ts'
import { rememberLast } from '../../../model/remember-last.ts'

/** A text that a person wrote into a card. */
export interface TextField {
  readonly pointer: Pointer
  /** What messages call it, at the start of a sentence: `The title`, `Key point 2`. */
  readonly called: string
  readonly text: string
  /** Whether it is inline Markdown (`prose`) or says what it says (`plain`). */
  readonly kind: 'prose' | 'plain'
}

const PLAIN = ['title', 'label'] as const
const PROSE = ['abstract', 'summary', 'relevance', 'review'] as const
const PARTS = ['given', 'family', 'particle', 'suffix', 'literal'] as const

/** Whether a card's field holds prose, or a list of it. */
export function isProseField(field: string | number | undefined): boolean {
  return [...PROSE, 'notes', 'key_points'].some(name => name === field)
}

/** The texts of a card, those of a list one by one. */
export function textFields({ fields }: Card): TextField[] {
  const found: TextField[] = []
  const add = (kind: TextField['kind'], called: string, pointer: Pointer, text: string | undefined) => {
    if (text !== undefined) found.push({ pointer, called, text, kind })
  }
  for (const key of PLAIN) add('plain', `The ${key}`, [key], fields[key])
  for (const [i, author] of (fields.authors ?? []).entries())
    for (const [steps, name] of namesOf(author))
      add('plain', 'The author name', ['authors', i, ...steps], name)
  for (const key of PROSE) add('prose', `The ${key}`, [key], fields[key])
  add('prose', 'The text of the notes', ['notes'], fields.notes)
  for (const [i, point] of (fields.key_points ?? []).entries())
    add('prose', `Key point ${i + 1}`, ['key_points', i], point)
  add('prose', 'The reason of the rating', ['credibility', 'reason'], fields.credibility?.reason)
  return found
}

/** More than printable ASCII, or one of the signs that HTML and Markdown give a meaning: `&`, `<` and the backslash. */
const UNUSUAL = /[^\t\n\r -%'-;=-[\]-~]/

/**
 * The texts of a card, of which some rules can only have something to say, as they hold more than usual letters and
 * signs: mostly none. They are the same for all rules that ask for them one after another.
 */
export const unusualTexts = rememberLast((card: Card): readonly TextField[] =>
  mayBeUnusual(card) ? textFields(card).filter(({ text }) => UNUSUAL.test(text)) : [],
)

function mayBeUnusual({ fields }: Card): boolean {
  for (const key of PLAIN) if (isUnusual(fields[key])) return true
  for (const author of fields.authors ?? [])
    if (typeof author !== 'string' || UNUSUAL.test(author)) return true
  return proseOf(fields).some(isUnusual)
}

function isUnusual(text: string | undefined): boolean {
  return text !== undefined && UNUSUAL.test(text)
}

/** The prose of a card, without the places: the same for all rules that ask for it one after another. */
export const proseOf = rememberLast((fields: KnownFields): readonly string[] => {
  const { abstract, summary, relevance, review, notes, key_points, credibility } = fields
  const prose: string[] = []
  if (abstract !== undefined) prose.push(abstract)
  if (summary !== undefined) prose.push(summary)
  if (relevance !== undefined) prose.push(relevance)
  if (review !== undefined) prose.push(review)
  if (notes !== undefined) prose.push(notes)
  if (credibility?.reason !== undefined) prose.push(credibility.reason)
  if (key_points !== undefined) for (const point of key_points) prose.push(point)
  return prose
})

/** The texts of an author's name, each with the way to it. */
function namesOf(author: Author): (readonly [steps: readonly string[], name: string | undefined])[] {
  return typeof author === 'string' ? [[[], author]] : PARTS.map(part => [[part], author[part]] as const)
}
