/**
 * Letters of other scripts that look like Latin ones, in lower case: the part of the confusables of Unicode UTS #39
 * that matters in hosts.
 */
const HOMOGLYPHS: ReadonlyMap<string, string> = new Map(
  `а:a ɑ:a α:a Ь:b в:b с:c ϲ:c ԁ:d е:e ё:e є:e ε:e ɡ:g ց:g һ:h н:h і:i ї:i ı:i ι:i ј:j к:k κ:k ⅼ:l ӏ:l ḷ:l м:m п:n ո:n η:n о:o
  ο:o օ:o σ:o р:p ρ:p ԛ:q г:r ѕ:s т:t τ:t υ:u ս:u ν:v ѵ:v ԝ:w ш:w ω:w х:x χ:x у:y γ:y ʏ:y ᴢ:z ⅿ:m`
    .split(/\s+/)
    .map(pair => [pair.charAt(0), pair.charAt(2)] as const),
)

/**
 * A host as the eye sees it, after the skeletons of Unicode UTS #39: two hosts with one skeleton look alike. The case
 * of the text counts, as a capital `I` looks like `l` and a small `i` does not.
 */
export function skeleton(host: string): string {
  return host
    .replace(/[I1|]/g, 'l')
    .replaceAll('0', 'o')
    .toLowerCase()
    .replace(/[^\0-\x7f]/g, letter => HOMOGLYPHS.get(letter) ?? letter)
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^\0-\x7f]/g, letter => HOMOGLYPHS.get(letter) ?? letter)
    .replaceAll('rn', 'm')
    .replaceAll('vv', 'w')
}
