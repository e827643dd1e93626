import { plainLine, plainParagraphs } from './plain-text.ts'

/** What names the item itself, and is no part of what it tells. */
const OWN_KEYS = new Set(['id', 'citation-key', 'citekey', 'citation-label'])

/** An item while it is read: knows which of its variables found a place. */
export class Reading {
  private readonly item: { readonly [key: string]: unknown }
  private readonly taken = new Set<string>(OWN_KEYS)
  private readonly remarks: { key: string; why: string }[] = []

  constructor(item: unknown) {
    this.item = typeof item === 'object' && item !== null ? (item as { readonly [key: string]: unknown }) : {}
  }

  take(key: string): unknown {
    this.taken.add(key)
    return Object.hasOwn(this.item, key) ? (this.item[key] ?? undefined) : undefined
  }

  drop(key: string, why: string): void {
    this.remarks.push({ key, why })
  }

  /** A variable as text on one line; undefined when there is none. */
  line(key: string): string | undefined {
    const text = plainLine(this.text(key))
    return text === '' ? undefined : text
  }

  paragraphs(key: string): string | undefined {
    const text = plainParagraphs(this.text(key))
    return text === '' ? undefined : text
  }

  /** As it is. Crossref makes lists of titles: the first counts. */
  text(key: string, takes = true): string {
    const value = Object.hasOwn(this.item, key) ? this.item[key] : undefined
    const [first, ...others]: unknown[] = Array.isArray(value) ? value : [value]
    if (typeof first !== 'string' && typeof first !== 'number') return ''
    if (takes && !this.taken.has(key)) {
      this.taken.add(key)
      const rest = others.filter(other => other !== first).map(other => JSON.stringify(other))
      if (rest.length > 0) this.drop(key, `Only the first is kept, without: ${rest.join(', ').slice(0, 200)}`)
    }
    return String(first).trim()
  }

  /** Everything that found no place, in the item's order, then what found one in part. */
  dropped(): { key: string; why: string }[] {
    const rest = Object.keys(this.item).filter(key => !this.taken.has(key) && !isEmpty(this.item[key]))
    return [...rest.map(key => ({ key, why: 'Cards have no field for it.' })), ...this.remarks]
  }
}

/** Whether a value says nothing. */
export function isEmpty(value: unknown): boolean {
  if (typeof value === 'string') return value.trim() === ''
  if (Array.isArray(value)) return value.length === 0
  if (value !== null && typeof value === 'object') return Object.keys(value).length === 0
  return value === undefined || value === null
}
