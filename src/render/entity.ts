import { entityCharacter } from '../model/entity.ts'
import { neutralLine } from './neutral.ts'

/** The character that an HTML entity stands for (`entityCharacter`), made neutral. */
export function decodeEntity(entity: string): string | undefined {
  const character = entityCharacter(entity)
  return character !== undefined && entity.startsWith('&#') ? neutralLine(character) : character
}

/** A text with its entities decoded; those that are not known stay as they are. */
export function decodeEntities(text: string): string {
  return text.replace(/&(?:#[xX]?)?[a-zA-Z\d]{1,31};/g, entity => decodeEntity(entity) ?? entity)
}
