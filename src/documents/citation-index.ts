import type { Card } from '../model/card.ts'
import { doiInPath } from '../model/doi-in-path.ts'
import { isExampleDoi, sourceKey, sourceKeys } from '../model/identifier.ts'
import { looksMinted } from '../model/looks-minted.ts'
import { Replacements } from '../model/replacements.ts'
import { resourceId } from '../model/stable-id.ts'
import type { Citation, CitationForm, KnownName } from './citation.ts'
import { standsAlone } from './looks-like-id.ts'
import { oldKeys } from './old-keys.ts'

/** By what the cards of a library are known in documents. */
export interface CitationIndex {
  /** What a name leads to that stands anywhere, as a word. */
  word(name: string): KnownName | undefined
  /**
   * What a name leads to that is written as a reference: any ID, alias or citation key, also one that its card had once
   * (`oldKeys`). Unknown for what can only be a citation key of ours, and leads to no card, or to several.
   */
  reference(name: string): KnownName | undefined
  /** What a URL, DOI or arXiv identifier leads to, as `sourceKeys` says. */
  source(text: string): Citation['target'] | undefined
}

interface IndexedCards {
  readonly cards: readonly Card[]
  readonly retired: readonly Card[]
  /** The citation keys that exports give to a card; none when left out. */
  readonly keysOf?: (card: Card) => readonly string[]
}

/**
 * The index by which documents are scanned. What several cards go by counts for the first of them: by its stable ID
 * before its aliases, its resource ID and its citation keys, and for a card in use before a retired one.
 */
export function citationIndex({ cards, retired, keysOf = () => [] }: IndexedCards): CitationIndex {
  const replacements = new Replacements(cards, retired)
  const targets = [
    ...cards.map((card): Citation['target'] & { card: Card } => ({ kind: 'card', card })),
    ...retired.map((card): Citation['target'] & { card: Card } => {
      const replacement = replacements.replacementOf(card)
      return { kind: 'retired', card, ...(replacement && { replacement }) }
    }),
  ]
  const names = new Map<string, KnownName>()
  for (const [form, namesOf] of NAMES)
    for (const target of targets)
      for (const name of namesOf(target.card)) addFirst(names, name, { form, target })
  for (const target of targets)
    for (const key of keysOf(target.card)) addFirst(names, key, { form: 'key', target })
  const oldKey = oldKeys(targets)
  const former = (kind: 'card' | 'retired') =>
    new Map([...names].filter(([name, known]) => isFormerUrl(name, known) && known.target.kind === kind))
  // What is in use goes first in every form: what it shares with a retired card, it cites.
  const sources = [
    sourcesOf(targets.slice(0, cards.length), former('card')),
    sourcesOf(targets.slice(cards.length), former('retired')),
  ]
  return {
    word(name) {
      const known = names.get(name)
      if (!known || known.form === 'key') return undefined
      return standsAlone(name) || (known.form === 'id' && looksMinted(name)) ? known : undefined
    },
    reference: name => names.get(name) ?? oldKey(name),
    source(text) {
      for (const url of [text, withoutFragment(text)])
        for (const sourceOf of sources) {
          const found = url === undefined ? undefined : sourceOf(url)
          if (found) return found
        }
      return undefined
    },
  }
}

const NAMES: readonly (readonly [CitationForm, (card: Card) => readonly string[]])[] = [
  ['id', card => [card.id]],
  ['alias', ({ fields }) => (fields.aliases ?? []).filter(alias => !resourceIds(fields).includes(alias))],
  ['resource-id', ({ fields }) => resourceIds(fields)],
]

function resourceIds({ url }: Card['fields']): string[] {
  return url === undefined ? [] : [resourceId(url)]
}

function addFirst<T>(map: Map<string, T>, key: string, value: T): void {
  if (key !== '' && !map.has(key)) map.set(key, value)
}

function isFormerUrl(name: string, { form }: KnownName): boolean {
  return form === 'alias' && name.length === 16
}

/** What finds a card by a URL, a DOI or an arXiv identifier. Of those that share a source, the one with the very URL. */
function sourcesOf(
  targets: readonly (Citation['target'] & { card: Card })[],
  former: ReadonlyMap<string, KnownName>,
): (text: string) => Citation['target'] | undefined {
  const sources = new Map<string, Citation['target']>()
  for (const target of targets) addFirst(sources, target.card.fields.url ?? '', target)
  for (const target of targets)
    for (const key of sourceKeys(target.card.fields)) addFirst(sources, percentKey(key), target)
  return text => {
    const found = sources.get(text) ?? sources.get(percentKey(sourceKey(text)))
    if (found) return found
    // A publisher's page of what has a DOI; a URL that the card had once.
    const doi = /10\.\d{4}/.test(text) ? doiInPath(text) : undefined
    const page = doi === undefined || isExampleDoi(doi) ? undefined : sources.get(sourceKey(doi))
    if (page || former.size === 0) return page
    return former.get(resourceId(text))?.target
  }
}

/** A URL that leads to a part of a page cites the page; `#/` and `#!` are how some sites tell their pages apart. */
function withoutFragment(text: string): string | undefined {
  const hash = text.indexOf('#')
  return hash > 0 && !/^#[!/]/.test(text.slice(hash)) ? text.slice(0, hash) : undefined
}

/** A key in which what need not be percent-encoded is not. */
function percentKey(key: string): string {
  return key.replace(/%[0-9a-f]{2}/gi, code => {
    const character = String.fromCharCode(Number.parseInt(code.slice(1), 16))
    return /[\w.~!'()*,:;@$-]/.test(character) ? character : code.toUpperCase()
  })
}
