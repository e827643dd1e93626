import type { Clue } from '../model/clue.ts'
import { fold } from '../model/fold.ts'
import type { TextField, TextKind } from './field-kinds.ts'
import { isAddress, wordFields } from './match-query.ts'
import type { Query, Text } from './query.ts'
import { TextPattern } from './text-pattern.ts'

/**
 * What every card has that a query, as `list` understands it, can match: by that a library leaves most of the others
 * out, before any card is made. A term that says no more than that (a date, a URL, `OR`, `NOT`) gives no clue.
 */
export function cluesOf(query: Query): readonly Clue[] {
  switch (query.kind) {
    case 'and':
      return query.terms.flatMap(cluesOf)
    case 'saved':
      return cluesOf(query.query)
    case 'text':
      return clueOf(query.field, query.values)
    case 'word':
      return isAddress(query) ? [] : wordFields(query).flatMap(field => clueOf(field, [query]))
    default:
      return []
  }
}

function clueOf({ kind, drawsOn, isDerived }: TextField, values: readonly Text[]): readonly Clue[] {
  const textOf = TEXT_OF[kind]
  return isDerived || !textOf ? [] : [{ fields: drawsOn, texts: values.map(textOf) }]
}

/** What must stand in a value of a field for it to match; undefined for kinds that match values in other words, too. */
const TEXT_OF: Record<TextKind, ((value: Text) => string) | undefined> = {
  text: longestWord,
  name: longestWord,
  whole: lowerCase,
  choice: lowerCase,
  language: lowerCase,
  part: undefined,
  code: undefined,
  url: undefined,
  source: undefined,
}

/** Folded, as long words are rare; what has no word is looked for as it is. */
function longestWord(value: Text): string {
  const { words } = new TextPattern(value)
  return words.reduce(
    (longest, word) => (word.length > longest.length ? word : longest),
    words[0] ?? fold(value.text.trim()),
  )
}

function lowerCase({ text }: Text): string {
  return text.toLowerCase()
}
