import { entityCharacter } from '../../model/entity.ts'
import { ENTITY, evenParagraphs, TAG } from './plain-text.ts'

/**
 * Plain text as other programs read it in CSL-JSON, white space evened out. Zotero, citeproc-js and Pandoc know tags
 * but no entities there, so that `R&D` and `a < b` have to stay as they are: only what would be read as a tag or an
 * entity is escaped, for without that it would be lost.
 */
export function cslText(text: string): string {
  const even = evenParagraphs(text)
  if (!/[<&]/.test(even)) return even
  return even
    .replace(ENTITY, (entity, last: string) =>
      entityCharacter(`&${last}`) === undefined ? entity : `&#38;${entity.slice(1)}`,
    )
    .replace(TAG, tag => `&lt;${tag.slice(1)}`)
}

/** The same on one line. */
export function cslLine(text: string): string {
  return cslText(text).replaceAll('\n\n', ' ')
}
