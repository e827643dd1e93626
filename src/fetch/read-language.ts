import { languageIn } from '../model/language-in.ts'
import { lineOf } from './page-text.ts'

/** The codes for no language, several, and one that is not known (ISO 639-2). */
const NO_LANGUAGE = /^(?:und|mul|zxx|mis)(?:-|$)/i

/** The BCP 47 tag that a text such as `en_US`, `en-us`, `eng` or `English` means; undefined when it means none. */
export function readLanguage(value: string): string | undefined {
  const [text = ''] = lineOf(value.slice(0, 100)).split(/[,;.]/)
  const tag = languageIn(text.trim())
  return tag === undefined || NO_LANGUAGE.test(tag) ? undefined : tag
}
