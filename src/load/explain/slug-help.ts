import { fold } from '../../model/fold.ts'
import { correctedForm } from './corrected-form.ts'

/** Signs that are part of a name, in words. */
const SIGNS: Readonly<Record<string, string>> = { '+': ' plus ', '#': ' sharp ', '&': ' and ', '@': ' at ' }

/** How to name a venue: the names of venues are in another file, so a guess might be one that is none. */
export const VENUE_HELP =
  'Write the id of the venue in venues.yaml: lower-case letters and digits, words joined by hyphens.'

/** How to name a page: as it would probably be called. */
export function pageHelp(text: string): string | undefined {
  const slug = correctedForm('Slug', text)
  return slug && `Write the page's id, such as \`${slug}\`.`
}

/** How to write a tag that has signs, which a slug must say in words; undefined where nothing is left of it. */
export function signHelp(text: string): string | undefined {
  const words = correctedForm(
    'Slug',
    fold(text).replace(/[+#&@]/g, sign => SIGNS[sign] ?? sign),
  )
  return words && `Only lower-case letters, digits and hyphens are allowed, for example \`${words}\`.`
}
