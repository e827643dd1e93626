import { parseUrl } from '../../model/canonical-url.ts'
import { doiIn } from '../../model/identifier.ts'
import { correctedForm } from './corrected-form.ts'

/**
 * What a text of the wrong form was probably meant to be, as a hint for people: what is certain, or else what they can
 * check at a glance. Unlike `correctedForm`, it is no ground for a fix.
 * @param form title of the form in its schema
 */
export function likelyForm(form: string, text: string): string | undefined {
  return correctedForm(form, text) ?? likely(form, text.trim())
}

function likely(form: string, text: string): string | undefined {
  switch (form) {
    case 'URL':
    case 'Web address':
      return webAddress(text)
    case 'DOI':
      // Citations have the year behind it.
      return /^\S+ +[([].*[)\]]$/.test(text) ? doiIn(text.replace(/ .*$/s, '')) : undefined
    case 'PubMed identifier':
      return pubMedNumber(text)
    case 'Language':
      return languageTag(text)
    default:
      return undefined
  }
}

/** How people miswrite the two schemes. */
const SCHEMES: ReadonlyMap<string, string> = new Map([
  ...['htp', 'hhtp', 'htttp', 'http', 'ttp', 'htpp'].map(scheme => [scheme, 'http'] as const),
  ...['htps', 'hhtps', 'htttps', 'https', 'ttps', 'htpps', 'httpss', 'httsp'].map(
    scheme => [scheme, 'https'] as const,
  ),
])

function webAddress(text: string): string | undefined {
  const bare = text.replace(/^<(.*)>$/s, '$1')
  const [, written = '', rest = ''] = /^([a-z]+)(?::\/\/|:\/|\/\/|:)([^/:].*)$/is.exec(bare) ?? []
  const scheme = SCHEMES.get(written.toLowerCase())
  const whole = scheme === undefined ? bare : `${scheme}://${rest}`
  // Many words, or what no URL holds, are a remark rather than a path with spaces.
  const isPath = /^https?:\/\/[^\s/]+\/[\w.,%/~-]+(?: [\w.,%/~-]+){0,9}$/i.test(whole)
  const url = isPath ? whole.replaceAll(' ', '%20') : whole
  const parts = parseUrl(url)
  // A password is not repeated.
  if (parts === undefined || parts.username !== '' || parts.password !== '') return undefined
  return /\s/.test(url) || url === text ? undefined : url
}

function pubMedNumber(text: string): string | undefined {
  const named = /^(?:PMID|PubMed)(?: ID)?:? *([1-9]\d{0,8})$/i
  const link =
    /^https?:\/\/(?:pubmed\.ncbi\.nlm\.nih\.gov|www\.ncbi\.nlm\.nih\.gov\/pubmed)\/([1-9]\d{0,8})\/?$/i
  return named.exec(text)?.[1] ?? link.exec(text)?.[1]
}

function languageTag(text: string): string | undefined {
  const [, language, region] = /^([A-Za-z]{2,3})_([A-Za-z]{2})$/.exec(text) ?? []
  return language && region && `${language.toLowerCase()}-${region.toUpperCase()}`
}
