import { authorNames } from '../model/author.ts'
import type { Author } from '../model/card.ts'

/** A name as people read it. Only an inverted or untidy one has to be taken apart for that, which takes time. */
export function readableName(author: Author): string {
  if (typeof author === 'string' && /^[^\s,]+(?: [^\s,]+)*$/.test(author)) return author
  return authorNames([author])[0]?.name ?? ''
}
