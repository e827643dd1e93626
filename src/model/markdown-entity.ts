import { entityCharacter } from './entity.ts'

/**
 * The character that an HTML entity stands for in inline Markdown (`entityCharacter`), undefined for a name that is not
 * known. A tab or line break that is written as a number is a space.
 */
export function markdownEntity(entity: string): string | undefined {
  return entityCharacter(entity)?.replace(/[\t\n\r\x85\u2028\u2029]/, ' ')
}
