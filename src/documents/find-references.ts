import type { Citation, Document } from './citation.ts'
import type { CitationIndex } from './citation-index.ts'
import { linkedNames } from './linked-names.ts'
import { looksLikeId } from './looks-like-id.ts'
import { pandocNames } from './pandoc-names.ts'
import { tagNames } from './tag-names.ts'
import { texNames } from './tex-names.ts'
import type { WrittenName } from './written-name.ts'

const FORMS: Readonly<Record<Document['kind'], readonly ((text: string) => Iterable<WrittenName>)[]>> = {
  markdown: [texNames, pandocNames, tagNames, linkedNames],
  latex: [texNames, linkedNames],
  html: [tagNames, linkedNames],
}

/**
 * What is written as a reference to a card: `\cite{a,b}`, `[@a; @b]`, `<R id="a">`, `data-card="a"`, `[[a]]`, `cards:a`,
 * `/sources/a`. There any ID, alias or citation key counts; what no card goes by is unknown if it is in the form of an
 * ID, and else nothing of ours, as papers cite more than cards.
 */
export function* findReferences(
  text: string,
  kind: Document['kind'],
  index: CitationIndex,
): Iterable<Citation> {
  for (const name of writtenNames(text, kind)) {
    const place = { ...name, end: name.start + name.text.length }
    const known = index.reference(name.text)
    if (known) yield { ...place, ...known }
    else if (looksLikeId(name.text))
      yield { ...place, form: name.text.length === 16 ? 'resource-id' : 'id', target: { kind: 'unknown' } }
  }
}

/** All that is written as a reference, whether or not a card goes by it. */
export function* writtenNames(text: string, kind: Document['kind']): Iterable<WrittenName> {
  for (const namesIn of FORMS[kind]) yield* namesIn(text)
}
