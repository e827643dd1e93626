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

export function cslTypeOf(risType: string): string | undefined {
  return BY_RIS.get(risType.trim().toUpperCase())
}
