import { type AuthorName, authorNames } from '../../../model/author.ts'
import { brief } from '../../../model/brief.ts'
import { type Card, isRetiredPath, type KnownFields } from '../../../model/card.ts'
import { fold, foldedWords } from '../../../model/fold.ts'
import { arxivKey, doiIn } from '../../../model/identifier.ts'
import { editDistance } from '../../../model/nearest.ts'
import { libraryRule, type Problem } from '../../rule.ts'
import { type Citation, citationIn } from './named-authors.ts'

export const contradiction = libraryRule({
  id: 'source/contradiction',
  severity: 'warning',
  summary: 'an author, a year or an identifier in the title, label or URL that is not that of the card',
  why: 'A card called `Carlsmith (2021)` for a paper by others cites what nobody has read: the URL was made up or mixed up, and what the card says belongs to another source.',
  examples: {
    bad: [
      'title: Ziegler et al. (2022)\nauthors:\n  - Maxime Darrin\n  - Pablo Piantanida\n',
      'label: Debate (2013)\npublished: "2018-05-02"\n',
      'url: https://arxiv.org/abs/1706.03762\narxiv: "1805.00899"\n',
      'url: https://doi.org/10.1038/nature14539\ndoi: 10.1126/science.aax2342\n',
    ],
    good: [
      'title: Turner et al.\nauthors:\n  - Alexander Matt Turner\n  - Logan Smith\n',
      'title: A reply to Ziegler et al. (2022)\nauthors:\n  - Maxime Darrin\n',
      'label: Hadfield-Menell et al. (2017)\nauthors:\n  - Dylan Hadfield-Menell\npublished: "2016-11-24"\n',
    ],
  },
  link({ fields, path }, links) {
    if (isRetiredPath(path)) return
    for (const { family } of authorNames(fields.authors))
      if (family !== undefined) links.tells('family', fold(family))
    if (identifierProblem(fields)) return links.alone()
    if (!mayCite(fields.title) && !mayCite(fields.label)) return
    const own = familiesIn([{ fields }])
    if (citationProblem(fields, own)) links.alone()
    for (const text of [fields.title, fields.label]) {
      const citation = text === undefined || !mayCite(text) ? undefined : citationIn(text)
      if (citation === undefined || isCitation(citation, own)) continue
      for (const family of citation.families) links.asks('family', fold(family))
    }
  },
  *check({ cards }) {
    const families = familiesIn(cards)
    for (const { fields, path } of cards) {
      const problem = identifierProblem(fields) ?? citationProblem(fields, families)
      if (problem) yield { ...problem, file: path }
    }
  },
})

/** The family names of all authors of the library, by which a person is told from a title of one word. */
function familiesIn(cards: readonly Pick<Card, 'fields'>[]): ReadonlySet<string> {
  const families = new Set<string>()
  for (const { fields } of cards)
    for (const { family } of authorNames(fields.authors)) if (family !== undefined) families.add(fold(family))
  return families
}

/** An identifier that is not that of the URL. The first contradiction is enough to send a reader to the source. */
function identifierProblem({ url, arxiv, doi }: KnownFields): Problem | undefined {
  const found = url === undefined || arxiv === undefined ? undefined : arxivKey(url)
  if (found !== undefined && arxiv !== undefined && arxivKey(arxiv) !== found)
    return {
      message: `The URL is that of arXiv \`${found}\`, but \`arxiv\` is \`${brief(arxiv)}\`.`,
      help: 'Open both, and correct the one that is not the source.',
      pointer: ['arxiv'],
      restsOn: [['url']],
    }
  const linked = url === undefined || doi === undefined ? undefined : publishedDoi(url)
  const given = doi === undefined ? undefined : publishedDoi(doi)
  if (linked !== undefined && given !== undefined && linked !== given)
    return {
      message: `The URL is that of the DOI \`${brief(linked)}\`, but \`doi\` is \`${brief(doi ?? '')}\`.`,
      help: 'Open both, and correct the one that is not the source.',
      pointer: ['doi'],
      restsOn: [['url']],
    }
  return undefined
}

/** An author or a year in the title or label that is not that of the card. */
function citationProblem(fields: KnownFields, families: ReadonlySet<string>): Problem | undefined {
  const { title, label, published } = fields
  const cited = [['title', title] as const, ['label', label] as const].filter(([, text]) => mayCite(text))
  if (cited.length === 0) return undefined
  const authors = authorNames(fields.authors)
  for (const [field, text] of cited) {
    const citation = text === undefined ? undefined : citationIn(text)
    const isCertain = citation !== undefined && isCitation(citation, families)
    const stranger = isCertain ? strangerIn(citation, authors) : undefined
    if (stranger !== undefined)
      return {
        message: `The ${field} names ${brief(stranger)}, who is not among the authors.`,
        help: 'Find out which source was meant: read the page at `url`, and correct the URL or the card.',
        pointer: [field],
        restsOn: [['authors']],
      }
    const year = isCertain ? citation.year : field === 'label' ? lastYear(text) : undefined
    if (year !== undefined && published !== undefined && isFarFrom(year, published))
      return {
        message: `The ${field} says ${year}, but the source was published in ${published.slice(0, 4)}.`,
        help: 'Find out which source was meant: read the page at `url`, and correct the year or the card.',
        pointer: [field],
        restsOn: [['published']],
      }
  }
  return undefined
}

/** Whether a text has what every citation has: more authors, or a year. Most titles have neither. */
function mayCite(text: string | undefined): boolean {
  return text !== undefined && /et al|(?:19|20)\d\d/.test(text)
}

/** The DOI prefixes of preprint servers and archives: arXiv, bioRxiv, SSRN, OSF, Zenodo, Research Square and others. */
const PREPRINTS =
  /^10\.(?:48550|1101|64898|2139|31219|31222|31234|31235|31730|5281|21203|20944|36227|26434)\//

/** The DOI in a text, but for that of a preprint: what is published later has another, and so has each version. */
function publishedDoi(text: string): string | undefined {
  const doi = doiIn(text)
  return doi === undefined || PREPRINTS.test(doi) ? undefined : doi
}

/**
 * Whether what reads like a citation is one. `Superintelligence (2014)` and `Supply & Demand (2021)` are titles, but
 * nobody else writes `et al.`, and a name that some card has among its authors is a person's.
 */
function isCitation({ families, hasOthers }: Citation, known: ReadonlySet<string>): boolean {
  return hasOthers || families.some(family => known.has(fold(family)))
}

/** A person whom a citation names and who is no author; undefined when that is not certain. */
function strangerIn({ families }: Citation, authors: readonly AuthorName[]): string | undefined {
  // Behind a pseudonym or an organisation may be anybody.
  if (authors.length === 0 || authors.some(author => author.family === undefined)) return undefined
  const words = new Set(authors.flatMap(author => wordsOf(author.name)))
  return families.find(family => !wordsOf(family).some(word => isAmong(word, words)))
}

/** One slip of the pen makes nobody another person. */
function isAmong(word: string, words: ReadonlySet<string>): boolean {
  return words.has(word) || (word.length > 4 && [...words].some(other => editDistance(word, other, 1) <= 1))
}

function wordsOf(name: string): string[] {
  return foldedWords(name).filter(word => word.length > 1)
}

/** The year at the end of a label: `Debate (2018)`. */
function lastYear(label: string | undefined): number | undefined {
  const year = /\(((?:19|20)\d\d)\)$/.exec(label ?? '')?.[1]
  return year === undefined ? undefined : Number(year)
}

/** A preprint and its publication are often a year apart, and both years are right. */
function isFarFrom(year: number, published: string): boolean {
  return Math.abs(year - Number(published.slice(0, 4))) > 1
}
