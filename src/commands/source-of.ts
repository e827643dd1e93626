import { SourceText } from '../load/source-text.ts'
import type { Card } from '../model/card.ts'
import { CardsError } from '../model/errors.ts'
import type { Library } from '../model/library.ts'

/** A file of a library as text. */
export async function sourceOf(library: Library, path: string): Promise<SourceText> {
  return new SourceText(path, 'card', await library.source(path))
}

/** What to say when there are no text edits that surely make the wanted changes of a card's file. */
export function unchangeable(card: Card, library: Library): CardsError {
  return new CardsError(
    'no',
    `${library.location(card.path)} cannot be changed without touching something else in it.`,
    `Edit it by hand, or mend it first: cards lint ${library.location(card.path)}`,
  )
}
