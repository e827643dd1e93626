import { readFileSync } from 'node:fs'

/** Each type of schema.org with its own properties and the types that it is made of, out of the published vocabulary. */
const TYPES = new Map<string, { properties: Set<string>; parents: readonly string[] }>()

const source = readFileSync(
  new URL('../../../../node_modules/schema-dts/dist/schema.d.ts', import.meta.url),
  'utf8',
)
for (const [, name = '', parents = '', body = ''] of source.matchAll(
  /^(?:export )?interface (\w+) extends ([^{]+) \{\n([\s\S]*?)^\}/gm,
))
  TYPES.set(name, {
    properties: new Set([...body.matchAll(/^ {4}"(\w+)"\?:/gm)].map(([, property = '']) => property)),
    parents: parents.split(', '),
  })

/** Whether schema.org has a type. */
export function isType(type: string): boolean {
  return TYPES.has(`${type}Leaf`)
}

/** Whether nodes of a type can have a property. */
export function hasProperty(type: string, property: string): boolean {
  const has = (name: string): boolean => {
    const known = TYPES.get(name)
    return known !== undefined && (known.properties.has(property) || known.parents.some(has))
  }
  return has(`${type}Leaf`)
}
