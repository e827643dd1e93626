import { entityCharacter } from './entity.ts'

/**
 * The character that an HTML entity stands for in inline Markdown (`entityCharacter`), undefined for a name that is not
 * known. A tab or line break that is written as a number is a space.
 */
export function markdownEntity(entity: string): string | undefined {
  return entityCharacter(entity)?.replace(/[\t\n\r\x85\u2028\u2029]/, ' ')
}

/** A text with its entities decoded; those that are not known stay as they are. */
export function withoutEntities(text: string): string {
  return text.replace(/&(?:#[xX]?)?[a-zA-Z\d]{1,31};/g, entity => markdownEntity(entity) ?? entity)
}
