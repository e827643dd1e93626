import { counted } from './count-text.ts'

const MOST = 3

/**
 * Names in a sentence: all of a few, else the first and how many there are besides.
 * @param total how many there are, where not all of them are given
 */
export function fewNames(names: readonly string[], total = names.length): string {
  const rest = total - MOST
  return rest <= 1 ? names.join(', ') : `${names.slice(0, MOST).join(', ')} and ${counted(rest, 'other')}`
}
