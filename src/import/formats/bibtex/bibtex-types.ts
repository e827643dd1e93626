/** The type of CSL for a type of entry, of BibTeX or BibLaTeX. `misc` and what is not here depend on the rest. */
const TYPES: readonly (readonly [csl: string, entries: string])[] = [
  ['article-journal', 'article suppperiodical review'],
  ['paper-conference', 'inproceedings conference'],
  [
    'book',
    'book mvbook proceedings mvproceedings collection mvcollection reference mvreference booklet periodical',
  ],
  ['chapter', 'inbook incollection bookinbook suppbook suppcollection'],
  ['entry', 'inreference'],
  ['thesis', 'phdthesis mastersthesis thesis'],
  ['report', 'techreport report manual'],
  ['webpage', 'online electronic www'],
  ['manuscript', 'unpublished'],
  ['software', 'software'],
  ['dataset', 'dataset'],
  ['patent', 'patent'],
  ['motion_picture', 'movie video'],
  ['song', 'audio music'],
  ['legislation', 'legislation jurisdiction legal'],
  ['standard', 'standard'],
  ['graphic', 'image artwork'],
  ['personal_communication', 'letter'],
  ['performance', 'performance'],
]

const BY_ENTRY: ReadonlyMap<string, string> = new Map(
  TYPES.flatMap(([csl, entries]) => entries.split(' ').map(entry => [entry, csl] as const)),
)

export function cslTypeOf(entryType: string): string | undefined {
  return BY_ENTRY.get(entryType)
}
