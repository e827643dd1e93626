import type { CardFields, Page, Venue } from '../model/card.ts'
import { JSON_FIELDS } from '../model/card-json.ts'
import { keyOrder } from './key-order.ts'
import { blockLines, type YamlMap } from './yaml-block.ts'

export interface WriteOptions {
  /** Address of the schema for editors, as in `cards.config.yaml`; no modeline when it is left out. */
  readonly schema?: string | undefined
}

/**
 * A new card's file, in the one style in which cards are written: the fields in the order of the schema, text
 * plain where every YAML reader takes it for the same string, long text folded at 90 columns, block lists.
 * For new files only: a file that people have edited is changed by text edits.
 */
export function cardText(fields: CardFields, { schema }: WriteOptions = {}): string {
  const ordered = Object.entries(inOrder(fields, JSON_FIELDS)).map(([key, value]) => {
    return [key, isMap(value) ? inOrder(value, keyOrder('card', [key])) : value] as const
  })
  return fileText(blockLines(Object.fromEntries(ordered) as YamlMap, 0), schema)
}

/** The file of a registry, `venues.yaml` or `pages.yaml`: its items in the order given, a blank line between two. */
export function listText(items: readonly (Venue | Page)[], { schema }: WriteOptions = {}): string {
  return fileText(items.length === 0 ? ['[]'] : itemLines(items), schema)
}

/**
 * The lines of a block list of maps, a blank line between two items.
 * @param indent how far the dashes are indented
 */
export function itemLines(items: readonly (Venue | Page)[], indent = 0): string[] {
  return items.flatMap((item, i) => {
    const [first = '', ...others] = blockLines({ ...item }, indent + 2)
    return [...(i === 0 ? [] : ['']), `${' '.repeat(indent)}- ${first.trimStart()}`, ...others]
  })
}

function fileText(lines: string[], schema: string | undefined): string {
  return `${[...modeline(schema), ...lines].join('\n')}\n`
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

function inOrder(map: object, order: readonly string[]): Record<string, unknown> {
  const entries = Object.entries(map)
  const places = new Map(order.map((key, i) => [key, i]))
  const placeOf = (key: string) => places.get(key) ?? order.length
  return Object.fromEntries(entries.sort(([a], [b]) => placeOf(a) - placeOf(b)))
}

function isMap(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
