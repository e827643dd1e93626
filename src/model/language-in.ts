import { languageCode } from './language-code.ts'

/** A language tag of BCP 47 out of a tag, a code of three letters (`eng`) or a name (`English`), or undefined. */
export function languageIn(text: string): string | undefined {
  const tag = text.trim().replaceAll('_', '-')
  const known = languageCode(tag)
  if (known !== undefined) return known
  // RFC 5646, section 2.2.1: of four to eight letters none is registered.
  if (!/^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8})*$/.test(tag)) return undefined
  try {
    return Intl.getCanonicalLocales(tag)[0]
  } catch {
    return undefined
  }
}
