import type { Written } from './bare-values.ts'
import { isPlain } from './plain-scalar.ts'
import { lineText, scalarText } from './scalar-text.ts'

/** A list or map. */
export type WrittenParts = Extract<Written, object>

/** How far a file indents, counted from the key. */
export interface Indents {
  /** The dashes of a list. */
  readonly list: number
  /** The keys of a map. */
  readonly map: number
}

/**
 * A key with its value as block YAML, from its first character to its last; further lines are indented.
 * @param column how far the key is indented
 */
export function entryText(key: string, value: Written, column: number, indents: Indents): string {
  const name = `${lineText(key)}:`
  if (isBlock(value)) return `${name}\n${blockText(value, column, indents)}`
  return `${name} ${leafText(value, column + name.length + 1, column + 2)}`
}

/** A list or map that is not empty as the lines below its key. */
export function blockText(value: WrittenParts, column: number, indents: Indents): string {
  const inner = column + (Array.isArray(value) ? indents.list : indents.map)
  return ' '.repeat(inner) + partsText(value, inner, indents)
}

/** The items or entries of a list or map that is not empty, all at one column; the first without its indentation. */
export function partsText(value: WrittenParts, column: number, indents: Indents): string {
  const parts = Array.isArray(value)
    ? value.map(item => itemText(item, column, indents))
    : Object.entries(value).map(([key, item]) => entryText(key, item, column, indents))
  return parts.join(`\n${' '.repeat(column)}`)
}

/** An item of a block list, from its dash on. */
export function itemText(value: Written, column: number, indents: Indents, dash = '- '): string {
  const inner = column + dash.length
  return dash + (isBlock(value) ? partsText(value, inner, indents) : leafText(value, inner, inner))
}

/** What takes no lines of its own: a text, number or boolean, an empty list or map. */
export function leafText(value: Written, column: number, indent: number): string {
  return typeof value === 'string' ? scalarText(value, { column, indent }) : flowText(value)
}

/** A value on one line, as it stands within brackets. */
export function flowText(value: Written): string {
  if (typeof value === 'string') return flowLine(value)
  if (typeof value === 'boolean') return String(value)
  // YAML 1.1 wants a point in a float: `1e+21` is a string to it.
  if (typeof value === 'number') return String(value).replace(/^(-?\d+)e/, '$1.0e')
  if (Array.isArray(value)) return `[${value.map(flowText).join(', ')}]`
  const entries = Object.entries(value)
  return entries.length === 0 ? '{}' : `{ ${entries.map(([key, item]) => flowEntry(key, item)).join(', ')} }`
}

/** A key with its value within braces. */
export function flowEntry(key: string, value: Written): string {
  return `${flowLine(key)}: ${flowText(value)}`
}

/** A text on one line that readers take for the same string within brackets too. */
export function flowLine(text: string): string {
  return isFlowPlain(text) ? text : quoted(text)
}

/** Whether a text can stand without quotes within brackets. */
export function isFlowPlain(text: string): boolean {
  return isPlain(text) && !/[,[\]{}]/.test(text)
}

/** A text in double quotes, on one line. */
export function quoted(text: string): string {
  return isPlain(text) ? `"${text.replace(/["\\]/g, '\\$&')}"` : lineText(text)
}

/** Whether a value takes lines of its own. */
export function isBlock(value: Written): value is WrittenParts {
  return typeof value === 'object' && Object.keys(value).length > 0
}
