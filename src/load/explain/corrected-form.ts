import { parseUrl } from '../../model/canonical-url.ts'
import { edtfDate } from '../../model/edtf-date.ts'
import { fold } from '../../model/fold.ts'
import { arxivForm, doiIn } from '../../model/identifier.ts'

/**
 * What a text of the wrong form was probably meant to be, in the right one; undefined when that is not certain.
 * @param form title of the form in its schema
 */
export function correctedForm(form: string, text: string): string | undefined {
  switch (form) {
    case 'URL':
    case 'Web address':
      return /^[\w-]+(\.[\w-]+)+(\/\S*)?$/.test(text) && parseUrl(`https://${text}`)
        ? `https://${text}`
        : undefined
    case 'DOI':
      return doiIn(text)
    case 'arXiv identifier':
      return arxivForm(text)
    case 'ISBN':
      return isbn(text)
    case 'ORCID iD':
      return orcid(text)
    case 'Date':
      return edtfDate(text)
    case 'Slug':
      return slug(text)
    case 'Domain':
      return domain(text)
    default:
      return undefined
  }
}

/** An ISBN without the word in front, with plain hyphens. */
function isbn(text: string): string | undefined {
  const bare = text
    .trim()
    .replace(/^ISBN(?:-1[03])?:? ?/i, '')
    .replace(/[ ‐‑–—]/g, '-')
  return /^[0-9](?:[0-9-]{8,15})[0-9Xx]$/.test(bare) ? bare : undefined
}

/** An ORCID iD out of its link, or with other hyphens. */
function orcid(text: string): string | undefined {
  const digits = text
    .trim()
    .replace(/^(?:https?:\/\/)?(?:www\.)?(?:orcid\.org\/|orcid: ?)/i, '')
    .replace(/\/$/, '')
    .replace(/[ ‐‑–—-]/g, '')
    .toUpperCase()
  return /^[0-9]{15}[0-9X]$/.test(digits) ? digits.replace(/(?!^)(?=(?:.{4})+$)/g, '-') : undefined
}

/** Words in lower case, joined by hyphens; of `C++` or a text in another script too much would be lost. */
function slug(text: string): string | undefined {
  const folded = fold(text)
  if (/[^a-z0-9\s\p{P}]|[#&@*%]/u.test(folded.replace(/^[#@]/, ''))) return undefined
  const words = folded.replaceAll("'", '').match(/[a-z0-9]+/g)
  return words && words.length < 8 ? words.join('-') : undefined
}

/** A host with its path, without the wildcard or the scheme in front of it. */
function domain(text: string): string | undefined {
  const bare = text
    .trim()
    .replace(/^https?:\/\//i, '')
    .replace(/^\*?\./, '')
    .replace(/\/$/, '')
  return /^[\w-]+(?:\.[\w-]+)+(?:\/\S*)?$/.test(bare) ? bare : undefined
}
