/** The types of CSL, and the types of RIS that they stand for: those of its specification, EndNote, Zotero, Mendeley. */
const TYPES: readonly (readonly [csl: string, ris: string])[] = [
  ['article-journal', 'JOUR JFULL EJOUR ABST INPR'],
  ['paper-conference', 'CONF CPAPER'],
  ['article', 'PREPRINT'],
  ['book', 'BOOK EBOOK EDBOOK SER CLSWK'],
  ['chapter', 'CHAP ECHAP'],
  ['thesis', 'THES'],
  ['report', 'RPRT'],
  ['pamphlet', 'PAMP'],
  ['article-newspaper', 'NEWS'],
  ['article-magazine', 'MGZN'],
  ['post-weblog', 'BLOG'],
  ['webpage', 'ELEC WEB'],
  ['legislation', 'STAT GOVDOC LEGAL'],
  ['bill', 'BILL UNBILL'],
  ['legal_case', 'CASE'],
  ['hearing', 'HEAR'],
  ['entry-encyclopedia', 'ENCYC'],
  ['entry-dictionary', 'DICT'],
  ['standard', 'STAND'],
  ['speech', 'SLIDE'],
  ['motion_picture', 'VIDEO MPCT'],
  ['song', 'SOUND MUSIC'],
  ['dataset', 'DATA AGGR DBASE'],
  ['software', 'COMP'],
  ['manuscript', 'UNPB MANSCPT'],
  ['personal_communication', 'PCOMM ICOMM'],
  ['patent', 'PAT'],
  ['map', 'MAP'],
  ['graphic', 'ART FIGURE CHART'],
  ['document', 'GEN ADVS MULTI CTLG ANCIENT EQUA GRANT'],
]

const BY_RIS: ReadonlyMap<string, string> = new Map(
  TYPES.flatMap(([csl, names]) => names.split(' ').map(name => [name, csl] as const)),
)

/** The type of CSL for a type of RIS, or undefined for one that nobody knows. */
export function cslTypeOfRis(risType: string): string | undefined {
  return BY_RIS.get(risType.trim().toUpperCase())
}

/**
 * What RIS has for types of CSL that are not in the table: the nearest. Of a preprint and of an interview nothing in
 * its specification tells; Zotero, too, calls an interview a personal communication.
 */
const NEAREST: Readonly<Record<string, string>> = {
  article: 'UNPB',
  entry: 'ENCYC',
  broadcast: 'SOUND',
  interview: 'PCOMM',
}

/** The type of RIS in which a type of CSL is written: `GEN`, which is any, for one that has none. */
export function risTypeOf(cslType: string): string {
  const known = TYPES.find(([csl]) => csl === cslType)?.[1].split(' ')[0]
  return NEAREST[cslType] ?? known ?? 'GEN'
}
