/** Languages as babel, polyglossia and biblatex name them, each behind its tag of BCP 47. */
const NAMES = `
  af afrikaans, ar arabic, ast asturian, be belarusian, bg bulgarian, bn bengali, bo tibetan, br breton, bs bosnian,
  ca catalan, cs czech, cy welsh, da danish, de ngerman, de-AT naustrian, de-CH nswissgerman, el greek,
  en english, en-AU australian, en-CA canadian, en-GB british, en-NZ newzealand, en-US american, eo esperanto,
  es spanish, et estonian, eu basque, fa persian, fi finnish, fr french, ga irish, gd scottish, gl galician, he hebrew,
  hi hindi, hr croatian, hsb uppersorbian, hu hungarian, hy armenian, ia interlingua, id indonesian, is icelandic,
  it italian, ja japanese, ka georgian, km khmer, ko korean, la latin, lo lao, lt lithuanian, lv latvian,
  mk macedonian, mn mongolian, mr marathi, ms malay, nb norsk, nl dutch, nn nynorsk, oc occitan, pl polish,
  pt portuguese, pt-BR brazilian, ro romanian, ru russian, sa sanskrit, sk slovak, sl slovene, sq albanian,
  sr serbian, sv swedish, ta tamil, te telugu, th thai, tk turkmen, tr turkish, uk ukrainian, ur urdu, vi vietnamese,
  zh chinese`

/** Further names of the same languages, in files of others. */
const ALSO = `
  de german, de-AT austrian, de-CH swissgerman, en-GB ukenglish, en-US usenglish,
  fr francais, fr frenchb, hu magyar, id bahasa, nb norwegian, pt-BR brazil, pt portuges, fa farsi,
  sl slovenian, ca catala, es castilian`

const rows = (text: string) =>
  text.split(',').map(row => {
    const [tag = '', name = ''] = row.trim().split(/\s+/)
    return [tag, name] as const
  })

const BY_TAG: ReadonlyMap<string, string> = new Map(rows(NAMES))
const BY_NAME: ReadonlyMap<string, string> = new Map(
  [...rows(ALSO), ...rows(NAMES)].map(([tag, name]) => [name.toLowerCase(), tag]),
)

/** The name of a language in LaTeX; undefined for a tag that has none of its own. */
export function babelName(tag: string): string | undefined {
  return BY_TAG.get(tag)
}

/** The tag of BCP 47 for a name of a language in LaTeX; undefined for what is none. */
export function tagOfBabelName(name: string): string | undefined {
  return BY_NAME.get(name.trim().toLowerCase())
}
