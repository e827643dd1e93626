import { parseUrl } from '../../model/canonical-url.ts'
import { arxivIn, doiIn } from '../../model/identifier.ts'

/**
 * What a text of the wrong form was probably meant to be, in the right one; undefined when that is not certain.
 * @param form title of the form in its schema
 */
export function correctedForm(form: string, text: string): string | undefined {
  switch (form) {
    case 'Web address':
      return /^[\w-]+(\.[\w-]+)+(\/\S*)?$/.test(text) && parseUrl(`https://${text}`)
        ? `https://${text}`
        : undefined
    case 'DOI':
      return doiIn(text)
    case 'arXiv identifier':
      return arxivIn(text)
    case 'Slug':
      return slug(text)
    default:
      return undefined
  }
}

/** Words in lower case, joined by hyphens. */
function slug(text: string): string | undefined {
  const words = text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .match(/[a-z0-9]+/g)
  return words && words.length < 8 ? words.join('-') : undefined
}
