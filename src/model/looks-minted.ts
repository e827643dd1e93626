import { isStableId } from './stable-id.ts'

/**
 * Whether ten letters and digits look like a minted ID rather than a word, a name or a date: a capital stands within,
 * beside small letters or digits. Fewer than one minted ID in a hundred has none.
 */
export function looksMinted(text: string): boolean {
  return isStableId(text) && /.[A-Z]/.test(text) && /[a-z\d]/.test(text)
}
