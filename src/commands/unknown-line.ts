import { counted } from '../model/count-text.ts'

export const CHECK = '`cards refs check` tells which.'

/** That names lead to no card, and which command tells them; nothing for none. */
export function unknownLine(names: number): string[] {
  if (names === 0) return []
  return [`${counted(names, 'name')} ${names === 1 ? 'leads' : 'lead'} to no card: ${CHECK}`]
}
