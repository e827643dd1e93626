/** What a short name such as `Hendrycks and Gimpel (2017)` says of the source that it stands for. */
export interface Citation {
  /** Family names, as written. */
  readonly families: readonly string[]
  /** Whether it says that there are more, which only a citation does. */
  readonly hasOthers: boolean
  readonly year: number | undefined
}

const WORD = "\\p{Lu}[\\p{L}'’]+(?:-\\p{Lu}[\\p{L}'’]+)*"
const PARTICLES = '(?:(?:van|von|der|den|de|del|della|di|da|du|la|le|el|al|bin|ten|ter)[ -]){0,3}'
const FAMILY = `${PARTICLES}${WORD}`
const INITIALS = '(?:, \\p{Lu}\\.(?:[ -]?\\p{Lu}\\.){0,3})?'
const YEAR = '\\(?((?:19|20)\\d\\d)[a-z]?\\)?'

/** `Carlsmith (2021)`, `Chen & Plott (2002)`, `van der Weij et al. 2024`, `Casper, S., et al. (2024)`, `Gema et al.` */
const CITATION = new RegExp(
  `^(?:(De |La |Le |Van |Von )?${FAMILY})${INITIALS}(?:,? (?:and|&) (${FAMILY}))?(,? et al\\.?)?(?:,? ${YEAR})?$`,
  'u',
)

/** Words of titles about another work: what they name are not their own authors. */
const ABOUT =
  /\b(?:repl(?:y|ies|ying|ication)|response|responses|responding|review|reviewed|critique|criticism|comments?|commentary|rebuttal|contra|against|revisited|revisiting|reanalysis|extending|extension|summary|notes on|thoughts on|interview|podcast|discussion|v(?:s|ersus)\.?|on)\b/i

/**
 * The citation that a title or label is, or starts with, or has in brackets at its end; undefined when it has none, or
 * speaks about the work of others.
 */
export function citationIn(text: string): Citation | undefined {
  if (text.length > 300) return undefined
  const title = text.trim().replace(/[.]$/, '')
  const start = /^(?:research|paper|study|work|analysis) by /i.exec(title)?.[0] ?? ''
  const rest = title.slice(start.length)
  const bracketed = / \(([^()]+)\)$/.exec(rest)?.[1]
  for (const part of [rest, beforeSubtitle(rest), bracketed]) {
    const citation = part === undefined ? undefined : parseCitation(part)
    if (citation) return ABOUT.test(rest) ? undefined : citation
  }
  return undefined
}

/** `Carlsmith (2024): AI Forecasting`, `Carlsmith (2023) - Scheming AIs`, `Brundage et al. (2024). "The …"` */
function beforeSubtitle(title: string): string | undefined {
  return /^(.{1,80}?)(?::|\.| [-–—]) (?=["“\p{Lu}\d])/u.exec(
    title.replace(/\bet al\. (?=\(?\d)/, 'et al '),
  )?.[1]
}

function parseCitation(text: string): Citation | undefined {
  const match = CITATION.exec(text)
  if (!match) return undefined
  const [, , second, others, year] = match
  if (others === undefined && year === undefined) return undefined
  const first = new RegExp(`^(?:De |La |Le |Van |Von )?${FAMILY}`, 'u').exec(text)?.[0] ?? ''
  return {
    families: [first, ...(second === undefined ? [] : [second])],
    hasOthers: others !== undefined,
    year: year === undefined ? undefined : Number(year),
  }
}
