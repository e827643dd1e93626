import type { CardType } from '../../model/card.ts'

/** The type of a card, and the types of CSL 1.0.2, Crossref and DataCite that it stands for. */
const TYPES: readonly (readonly [CardType, string])[] = [
  [
    'paper',
    `article-journal paper-conference article preprint manuscript thesis review review-book journal-article
    proceedings-article posted-content dissertation peer-review`,
  ],
  ['report', 'report pamphlet report-component report-series'],
  [
    'book',
    `book chapter collection periodical classic monograph edited-book reference-book book-chapter book-section
    book-part book-set book-series book-track proceedings journal journal-issue`,
  ],
  ['news', 'article-newspaper article-magazine'],
  ['blog', 'post-weblog post'],
  ['web', 'webpage'],
  ['government', 'legislation bill regulation legal_case treaty hearing'],
  ['reference', 'entry entry-encyclopedia entry-dictionary reference-entry standard'],
  ['talk', 'speech event performance'],
  ['podcast', 'song broadcast podcast'],
  ['video', 'motion_picture'],
  ['interview', 'interview'],
  ['dataset', 'dataset database'],
  ['code', 'software'],
  ['other', `personal_communication document figure graphic map musical_score patent other component grant`],
]

const BY_NAME: ReadonlyMap<string, CardType> = new Map(
  TYPES.flatMap(([type, names]) => names.split(/\s+/).map(name => [name, type] as const)),
)

/** The type of a card for a type of CSL, or undefined for one that nobody knows. */
export function cardTypeOf(type: string): CardType | undefined {
  return BY_NAME.get(type.trim().toLowerCase())
}
