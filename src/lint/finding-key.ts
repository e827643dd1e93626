import type { Raw } from '../load/raw.ts'
import type { SourceText } from '../load/source-text.ts'
import type { Pointer } from '../model/place.ts'
import { pointerSteps } from '../model/pointer.ts'
import { sha256Hex } from '../model/sha256.ts'
import type { PlacedFinding } from './placed-finding.ts'

/**
 * What a finding is about, in a line of four words: the card's ID (else the file), the rule, the place in the value,
 * and a hash of the value there. The items of lists go by their `id`, else by their content, so that the line stays
 * the same when lines move or items are added, and is another when another value is wrong.
 */
export function findingKey(finding: PlacedFinding, source: SourceText | undefined): string {
  const { pointer, rule, message, restsOn = [] } = finding
  const root = source?.isReadable ? source.value : undefined
  const steps = pointerSteps(pointer, root)
  const { path, value } = follow(root, steps)
  // What is wrong with a whole file is in no value of it: then the words say what it is.
  const about = steps.length === 0 || value === undefined ? message : JSON.stringify(value)
  const others = restsOn.map(place => JSON.stringify(follow(root, place).value ?? null))
  const hash = sha256Hex([about, ...others].join('\n')).slice(0, 12)
  return [finding.id ?? finding.file, rule, path === '' ? '/' : path, hash].map(asWord).join(' ')
}

/** Whose a line of a baseline is, a card's ID or a file, and its rule. */
export function ownerOf(key: string): { readonly owner: string; readonly rule: string } {
  const [owner = '', rule = ''] = key.split(' ')
  return { owner: unescapedWord(owner), rule }
}

function follow(root: Raw | undefined, steps: Pointer): { path: string; value: Raw | undefined } {
  let value = root
  let path = ''
  for (const step of steps) {
    if (Array.isArray(value)) {
      value = value[Number(step)]
      path += `/[${itemName(value)}]`
    } else {
      value = typeof value === 'object' && Object.hasOwn(value, step) ? value[String(step)] : undefined
      path += `/${step}`
    }
  }
  return { path, value }
}

function itemName(item: Raw | undefined): string {
  if (typeof item === 'object' && !Array.isArray(item) && typeof item.id === 'string') return item.id
  return sha256Hex(JSON.stringify(item ?? '')).slice(0, 8)
}

/** A text without white space and controls, percent-encoded like a URL. */
function asWord(text: string): string {
  return text.replace(/[%\s\p{C}]/gu, character => {
    const bytes = Buffer.from(character, 'utf8')
    return Array.from(bytes, byte => `%${byte.toString(16).toUpperCase().padStart(2, '0')}`).join('')
  })
}

function unescapedWord(word: string): string {
  try {
    return decodeURIComponent(word)
  } catch {
    return word
  }
}

/** A name for each of some keys that are in order: the same key twice gets two names. */
export function fingerprints(keys: readonly string[]): string[] {
  const counts = new Map<string, number>()
  return keys.map(key => {
    const count = counts.get(key) ?? 0
    counts.set(key, count + 1)
    return sha256Hex(count === 0 ? key : `${key} ${count}`).slice(0, 32)
  })
}
