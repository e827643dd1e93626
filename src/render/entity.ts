import { entityCharacter } from '../model/entity.ts'
import { neutralLine } from '../model/neutral.ts'

/** The character that an HTML entity stands for (`entityCharacter`), made neutral. */
export function decodeEntity(entity: string): string | undefined {
  const character = entityCharacter(entity)
  return character !== undefined && entity.startsWith('&#') ? neutralLine(character) : character
}
