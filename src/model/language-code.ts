/**
 * Codes, each with the names that people write for it, in English and in the language. Only those of up to eight ASCII
 * letters, as the schema refuses others.
 */
const NAMES = `
  ar arabic, bn bengali bangla, ca catalan, cs czech, cy welsh cymraeg, da danish dansk, de german
  deutsch, el greek, en english, es spanish espanol, et estonian eesti, eu basque euskara, fa persian
  farsi, fi finnish suomi, fr french francais, ga irish gaeilge, gl galician galego, gu gujarati, he
  hebrew, hi hindi, hr croatian hrvatski, hu magyar, hy armenian, it italian italiano, ja japanese, ka
  georgian, kn kannada, ko korean, la latin, lv latvian, ms malay, mt maltese malti, ne nepali, nl dutch,
  no norsk, pa punjabi, pl polish polski, ro romanian romana, ru russian, sk slovak, sq albanian shqip, sr
  serbian srpski, sv swedish svenska, sw swahili, ta tamil, te telugu, th thai, tl tagalog, tr turkish
  turkce, ur urdu, zh chinese mandarin`

const CODES: ReadonlyMap<string, string> = new Map(
  NAMES.split(',').flatMap(row => {
    const [code = '', ...names] = row.trim().split(/\s+/)
    return names.map(name => [name, code] as const)
  }),
)

/** The code of a language by its name, in any case; undefined for a name that is not known. */
export function languageCode(name: string): string | undefined {
  return CODES.get(name.toLowerCase())
}
