import { counted } from './count-text.ts'

const MOST = 3

/** Names in a sentence: all of a few, else the first and how many there are besides. */
export function fewNames(names: readonly string[]): string {
  const rest = names.length - MOST
  return rest <= 1 ? names.join(', ') : `${names.slice(0, MOST).join(', ')} and ${counted(rest, 'other')}`
}
