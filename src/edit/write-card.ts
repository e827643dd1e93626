import type { CardFields, Page, Venue } from '../model/card.ts'
import type { Written } from './bare-values.ts'
import { keyOrder } from './key-order.ts'
import { flowText, type Indents, isBlock, itemText, partsText } from './value-text.ts'

export interface WriteOptions {
  /** Address of the schema for editors, as in `cards.config.yaml`; no modeline when it is left out. */
  readonly schema?: string | undefined
}

const INDENTS: Indents = { list: 2, map: 2 }

/**
 * A new card's file, in the one style in which cards are written: the fields in the order of the schema, text
 * plain where every YAML reader takes it for the same string, long text folded at 90 columns, block lists.
 * Undefined values, empty lists and empty maps are left out. For new files only: a file that people have edited is
 * changed by text edits.
 */
export function cardText(fields: CardFields, { schema }: WriteOptions = {}): string {
  const map = inKeyOrder(withoutEmpty(fields), keyOrder('card', []))
  for (const [key, value] of Object.entries(map))
    if (isMap(value)) map[key] = inKeyOrder(value, keyOrder('card', [key]))
  return fileText(partsText(map, 0, INDENTS), schema)
}

/**
 * A map as a YAML document in the same style, for what is read by programs: its keys in their order, and what is empty
 * in it is said, too.
 */
export function documentText(map: Readonly<Record<string, Written>>): string {
  return fileText(isBlock(map) ? partsText(map, 0, INDENTS) : flowText(map), undefined)
}

/** The file of a registry, `venues.yaml` or `pages.yaml`: its items in the order given, a blank line between two. */
export function listText(items: readonly (Venue | Page)[], { schema }: WriteOptions = {}): string {
  return fileText(items.length === 0 ? '[]' : itemLines(items).join('\n'), schema)
}

/**
 * The lines of a block list of maps, a blank line between two items.
 * @param indent how far the dashes are indented
 */
export function itemLines(items: readonly (Venue | Page)[], indent = 0): string[] {
  return items.flatMap((item, i) => {
    const lines = ' '.repeat(indent) + itemText(withoutEmpty(item), indent, INDENTS)
    return [...(i === 0 ? [] : ['']), ...lines.split('\n')]
  })
}

type WrittenMap = { [key: string]: Written }

function withoutEmpty(map: object): WrittenMap {
  const entries = Object.entries(map).map(([key, value]) => [key, filled(value)] as const)
  return Object.fromEntries(entries.filter((entry): entry is [string, Written] => entry[1] !== undefined))
}

/** A value without what is empty in it; undefined when there is nothing else. */
function filled(value: unknown): Written | undefined {
  if (typeof value !== 'object' || value === null) return value as Written | undefined
  const parts = Array.isArray(value)
    ? value.map(filled).filter(item => item !== undefined)
    : withoutEmpty(value)
  return isBlock(parts) ? parts : undefined
}

function fileText(text: string, schema: string | undefined): string {
  return `${[...modeline(schema), text].join('\n')}\n`
}

/** The comment by which yaml-language-server, and so most editors, find the schema of a file. */
function modeline(schema: string | undefined): string[] {
  if (schema === undefined) return []
  // The server reads up to the next white space; a line break would end the comment.
  const address = schema.replace(
    /[\s\p{Cc}\p{Cs}\u200b-\u200f\u2028-\u202e]/gu,
    character => `%${hexOf(character)}`,
  )
  return [`# yaml-language-server: $schema=${address}`]
}

function hexOf(character: string): string {
  const bytes = new TextEncoder().encode(character)
  return Array.from(bytes, byte => byte.toString(16).toUpperCase().padStart(2, '0')).join('%')
}

function inKeyOrder(map: WrittenMap, order: readonly string[]): WrittenMap {
  const places = new Map(order.map((key, i) => [key, i]))
  const placeOf = (key: string) => places.get(key) ?? order.length
  return Object.fromEntries(Object.entries(map).sort(([a], [b]) => placeOf(a) - placeOf(b)))
}

function isMap(value: Written): value is WrittenMap {
  return typeof value === 'object' && !Array.isArray(value)
}
