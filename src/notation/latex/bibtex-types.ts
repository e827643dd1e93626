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

/** What `type` and `entrysubtype` say in words, parted by `|`, of the kind of source that an entry is. */
const WORDS: readonly (readonly [csl: string, words: string])[] = [
  ['post-weblog', 'blog|blog post|blogpost|weblog post'],
  ['article-newspaper', 'newspaper|news|news article|newspaper article'],
  ['article-magazine', 'magazine|magazine article'],
  ['article', 'paper|preprint|working paper'],
  ['report', 'report|research report|technical report|techreport|resreport'],
  ['book', 'book|e-book|ebook'],
  ['regulation', 'government|government document|government publication'],
  ['entry', 'reference|reference entry|encyclopedia entry|dictionary entry'],
  ['speech', 'talk|lecture|presentation|speech'],
  ['podcast', 'podcast|podcast episode|audio podcast'],
  ['motion_picture', 'video|online video|film'],
  ['interview', 'interview'],
  ['dataset', 'dataset|data set|data'],
  ['software', 'software|computer software|code|computer program'],
  ['document', 'document|other'],
  ['webpage', 'web page|webpage|website'],
]

const BY_ENTRY: ReadonlyMap<string, string> = new Map(
  TYPES.flatMap(([csl, entries]) => entries.split(' ').map(entry => [entry, csl] as const)),
)

const BY_WORDS: ReadonlyMap<string, string> = new Map(
  WORDS.flatMap(([csl, words]) => words.split('|').map(word => [word, csl] as const)),
)

/** The type of CSL that a type of entry has by itself. */
function cslTypeOf(entryType: string): string | undefined {
  return BY_ENTRY.get(entryType)
}

/** What else of an entry tells what kind of source it is. */
export interface EntryTraits {
  /** Its `entrysubtype`. */
  readonly subtype?: string | undefined
  /** Its `type`: it counts where the entry's own type says little. */
  readonly words?: string | undefined
  readonly isArxiv: boolean
  readonly hasUrl: boolean
  readonly hasIsbn: boolean
}

/** The type of CSL of an entry, whether it is a guess, and which of the fields that say it in words were of use. */
export interface EntryCslType {
  readonly type: string | undefined
  readonly isGuessed: boolean
  readonly used: readonly ('type' | 'entrysubtype')[]
}

/** The type of CSL that an entry has by its own type and by what it says besides. */
export function entryCslType(entryType: string, traits: EntryTraits): EntryCslType {
  const own = cslTypeOf(entryType)
  const subtype = inWords(traits.subtype)
  const words = inWords(traits.words)
  const isOpen = own === undefined || own === 'webpage'
  const said = subtype ?? (isOpen ? words : undefined) ?? own
  const type = said ?? guessedType(entryType, traits)
  return {
    type,
    isGuessed: said === undefined,
    used: [
      ...(words !== undefined && words === type ? (['type'] as const) : []),
      ...(subtype === undefined ? [] : (['entrysubtype'] as const)),
    ],
  }
}

function inWords(text: string | undefined): string | undefined {
  return text === undefined ? undefined : BY_WORDS.get(text.trim().toLowerCase())
}

function guessedType(entryType: string, { isArxiv, hasUrl, hasIsbn }: EntryTraits): string | undefined {
  if (isArxiv) return 'article'
  if (hasUrl && !hasIsbn) return 'webpage'
  return entryType === 'misc' ? 'document' : undefined
}
