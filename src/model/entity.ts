/** Named entities that turn up in prose copied from the web, each followed by its character. */
const NAMED = `amp & lt < gt > quot " apos ' nbsp \u00a0 ndash – mdash — hellip … lsquo ‘ rsquo ’ ldquo “ rdquo ”
 laquo « raquo » bull • middot · sect § para ¶ copy © reg ® trade ™ deg ° plusmn ± times × divide ÷ minus − le ≤
 ge ≥ ne ≠ asymp ≈ infin ∞ larr ← rarr → uarr ↑ darr ↓ harr ↔ frac12 ½ frac14 ¼ sup2 ² sup3 ³ micro µ euro €
 pound £ yen ¥ cent ¢ alpha α beta β gamma γ delta δ epsilon ε lambda λ mu μ pi π sigma σ tau τ omega ω
 agrave à aacute á acirc â atilde ã auml ä aring å aelig æ ccedil ç egrave è eacute é ecirc ê euml ë iacute í
 icirc î iuml ï ntilde ñ oacute ó ocirc ô otilde õ ouml ö oslash ø ugrave ù uacute ú ucirc û uuml ü yacute ý
 szlig ß Agrave À Auml Ä Aring Å Ccedil Ç Egrave È Eacute É Ntilde Ñ Ouml Ö Oslash Ø Uuml Ü`

/** An HTML entity: `&eacute;`, `&#8212;`, `&#x2014;`. Global. */
export const ENTITY = /&(?:#[xX]?)?[a-zA-Z\d]{1,31};/g

let characters: Map<string, string> | undefined

/**
 * The character that an HTML entity stands for; undefined for a name that is not known. As CommonMark asks, a number
 * that is no character gives `�`.
 * @param entity with its signs, as in `&eacute;`, `&#8212;` or `&#x2014;`
 */
export function entityCharacter(entity: string): string | undefined {
  const number = /^&#(?:[xX]([\da-fA-F]{1,6})|(\d{1,7}));$/.exec(entity)
  if (number !== null) {
    const code = number[1] === undefined ? Number(number[2]) : Number.parseInt(number[1], 16)
    const isCharacter = code !== 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff)
    return isCharacter ? String.fromCodePoint(code) : '\ufffd'
  }
  characters ??= tableOf(NAMED)
  return characters.get(entity.slice(1, -1))
}

/** A text with its entities as the characters that they stand for; those that are not known stay as they are. */
export function decodedEntities(text: string, characterOf = entityCharacter): string {
  return text.replace(ENTITY, entity => characterOf(entity) ?? entity)
}

function tableOf(words: string): Map<string, string> {
  return new Map([...words.matchAll(/(\w+) (.)/g)].map(([, name = '', character = '']) => [name, character]))
}
