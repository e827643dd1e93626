import { lineText, type Spot, scalarText } from './scalar-text.ts'

export type YamlLeaf = string | number | boolean
export type YamlValue = YamlLeaf | readonly YamlValue[] | YamlMap | undefined
export interface YamlMap {
  readonly [key: string]: YamlValue
}

/**
 * A map as lines of block YAML. Undefined values, empty lists and empty maps are left out.
 * @param indent how far the keys are indented
 */
export function blockLines(map: YamlMap, indent: number): string[] {
  return Object.entries(map).flatMap(([key, value]) => (isEmpty(value) ? [] : entryLines(key, value, indent)))
}

function entryLines(key: string, value: YamlValue, indent: number): string[] {
  const inner = indent + 2
  const name = `${' '.repeat(indent)}${lineText(key)}:`
  if (isList(value))
    return [name, ...value.filter(item => !isEmpty(item)).flatMap(item => listItem(item, inner))]
  if (isMap(value)) return [name, ...blockLines(value, inner)]
  return [`${name} ${leafText(value, { column: name.length + 1, indent: inner })}`]
}

/** Lists within lists have no place in our schemas, but are written all the same. */
function listItem(item: YamlValue, indent: number): string[] {
  const dash = `${' '.repeat(indent)}- `
  const inner = indent + 2
  if (!(isMap(item) || isList(item))) return [dash + leafText(item, { column: inner, indent: inner })]
  const lines = isMap(item) ? blockLines(item, inner) : item.flatMap(each => listItem(each, inner))
  return lines.map((line, i) => (i === 0 ? dash + line.slice(inner) : line))
}

function leafText(value: YamlLeaf | undefined, spot: Spot): string {
  if (typeof value === 'string') return scalarText(value, spot)
  // YAML 1.1 wants a point in a float: `1e+21` is a string to it.
  return String(value).replace(/^(-?\d+)e/, '$1.0e')
}

function isEmpty(value: YamlValue): boolean {
  if (isList(value)) return value.every(isEmpty)
  return value === undefined || (isMap(value) && Object.values(value).every(isEmpty))
}

function isList(value: YamlValue): value is readonly YamlValue[] {
  return Array.isArray(value)
}

function isMap(value: YamlValue): value is YamlMap {
  return typeof value === 'object' && !Array.isArray(value)
}
