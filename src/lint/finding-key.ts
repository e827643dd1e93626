import type { Raw } from '../load/raw.ts'
import type { SourceText } from '../load/source-text.ts'
import type { Finding } from '../model/finding.ts'
import { sha256Hex } from '../model/sha256.ts'

/**
 * What a finding is about, in a line of four words: the card's ID (else the file), the rule, the place in the value,
 * and a hash of the value there. The items of lists go by their `id`, else by their content, so that the line stays
 * the same when lines move or items are added, and is another when another value is wrong.
 */
export function findingKey(finding: Finding, source: SourceText | undefined): string {
  const steps = finding.pointer.split('/').slice(1).map(unescaped)
  const root = source?.isReadable ? source.value : undefined
  const { path, value } = follow(root, steps)
  // What is wrong with a whole file is in no value of it: then the words say what it is.
  const about = steps.length === 0 || value === undefined ? finding.message : JSON.stringify(value)
  const owner = finding.id ?? finding.file
  return [owner, finding.rule, path === '' ? '/' : path, sha256Hex(about).slice(0, 12)].map(asWord).join(' ')
}

function follow(root: Raw | undefined, steps: readonly string[]): { path: string; value: Raw | undefined } {
  let value = root
  let path = ''
  for (const step of steps) {
    if (Array.isArray(value)) {
      value = value[Number(step)]
      path += `/[${itemName(value)}]`
    } else {
      value = typeof value === 'object' && Object.hasOwn(value, step) ? value[step] : undefined
      path += `/${step}`
    }
  }
  return { path, value }
}

function itemName(item: Raw | undefined): string {
  if (typeof item === 'object' && !Array.isArray(item) && typeof item.id === 'string') return item.id
  return sha256Hex(JSON.stringify(item ?? '')).slice(0, 8)
}

function unescaped(step: string): string {
  return step.replaceAll('~1', '/').replaceAll('~0', '~')
}

/** A text without white space and controls, percent-encoded like a URL. */
function asWord(text: string): string {
  return text.replace(/[%\s\p{C}]/gu, character => {
    const bytes = Buffer.from(character, 'utf8')
    return Array.from(bytes, byte => `%${byte.toString(16).toUpperCase().padStart(2, '0')}`).join('')
  })
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
