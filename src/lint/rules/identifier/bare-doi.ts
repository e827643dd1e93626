import { isDoi } from '../../../model/identifier.ts'

const CLOSING: ReadonlyMap<string, string> = new Map([
  [')', '('],
  [']', '['],
  ['}', '{'],
  ['>', '<'],
])

/** What publishers put behind the DOI of a page. */
const VIEW = /\/(?:full|abstract|abs|pdf|epdf|full\/html|fulltext)$/

/**
 * A DOI without what is copied along with it: punctuation behind it, a closing bracket without its counterpart, the
 * `/full` or `/pdf` of a publisher's address. Brackets, which old DOIs have, stay when they are balanced.
 * @param text has the form of a DOI
 */
export function bareDoi(text: string): string {
  if (/[a-z0-9]$/i.test(text) && !VIEW.test(text)) return text
  // No DOI is as long; each round looks through it all.
  if (text.length > 500) return text
  let bare = text
  for (let next = shortened(bare); next !== bare; next = shortened(bare)) bare = next
  return isDoi(bare) ? bare : text
}

function shortened(doi: string): string {
  const last = doi.at(-1) ?? ''
  const opening = CLOSING.get(last)
  if (/[.,;:'"’”]/.test(last)) return doi.slice(0, -1)
  if (opening !== undefined && doi.split(last).length > doi.split(opening).length) return doi.slice(0, -1)
  return doi.replace(VIEW, '')
}
