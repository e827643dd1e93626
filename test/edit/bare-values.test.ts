import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { BARE, bare, withBareValues } from '../../src/edit/bare-values.ts'

interface Schema {
  readonly type?: string
  readonly $ref?: string
  readonly items?: Schema
  readonly properties?: Record<string, Schema>
  readonly $defs?: Record<string, Schema>
}

/** The places of numbers and booleans in a schema, as dotted paths. */
function barePlaces(file: string): string[] {
  const root: Schema = JSON.parse(readFileSync(new URL(`../../schemas/${file}`, import.meta.url), 'utf8'))
  const placesIn = (schema: Schema, path: string[]): string[] => {
    const found = schema.$ref ? (root.$defs?.[schema.$ref.replace('#/$defs/', '')] ?? {}) : schema
    if (/^(?:integer|number|boolean)$/.test(String(found.type))) return [path.join('.')]
    const inner = Object.entries(found.properties ?? {}).flatMap(([key, part]) =>
      placesIn(part, [...path, key]),
    )
    return [...inner, ...(found.items ? placesIn(found.items, path) : [])]
  }
  return placesIn(root, [])
}

describe('the values that are written without quotes', () => {
  it.each(['card', 'venues', 'pages'] as const)('are the numbers and booleans of the schema of %s', kind => {
    expect([...(BARE[kind] ?? [])].sort()).toEqual(barePlaces(`${kind}.schema.json`).sort())
  })

  it('are only those that read back as the same text', () => {
    expect(['3', '-1.5', 'true', '03', '1.50', '1e3', 'yes', ''].map(bare)).toEqual([
      ...[3, -1.5, true],
      ...['03', '1.50', '1e3', 'yes', ''],
    ])
  })

  it('stand anywhere in a value', () => {
    expect(withBareValues('card', ['forum'], { karma: '5', x: '5' })).toEqual({ karma: 5, x: '5' })
    expect(withBareValues('venues', [2], { credibility: '3', name: '3' })).toEqual({
      credibility: 3,
      name: '3',
    })
  })
})
