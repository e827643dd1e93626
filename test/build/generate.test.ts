import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { generate, validatorsModule } from '../../src/build/generate.js'
import { types } from '../../src/load/forms.generated.cjs'
import { schemas } from '../../src/load/schemas.ts'

describe('what is generated from the schemas', () => {
  it('is up to date', async () => {
    expect(await generate({ check: true })).toEqual([])
  })

  it('tells of what type each value is', () => {
    expect(types.card).toMatchObject({
      keys: {
        tags: { items: 'string' },
        credibility: { keys: { rating: 'integer', reason: 'string' }, required: ['rating'] },
        preview: { keys: { truncated: 'boolean', size_kb: 'number' } },
        extra: { keys: {}, others: 'string' },
      },
      required: ['id', 'title', 'type'],
    })
    expect(types.config).toMatchObject({
      keys: { layout: 'string', extra: { others: { keys: { required: 'boolean' }, required: ['type'] } } },
    })
  })

  it('is smaller where errors are not told', () => {
    expect(validatorsModule({ allErrors: false }).length).toBeLessThan(
      0.7 * validatorsModule({ allErrors: true }).length,
    )
  })
})

describe('every schema', () => {
  it.each(Object.keys(schemas))('%s has a title, a description and an example for every property', name => {
    const schema: unknown = JSON.parse(
      readFileSync(new URL(`../../schemas/${name}.schema.json`, import.meta.url), 'utf8'),
    )
    const bare: string[] = []
    const visit = (node: unknown, path: string): void => {
      if (typeof node !== 'object' || node === null) return
      for (const [key, value] of Object.entries(node)) {
        if (key === 'properties' || key === '$defs')
          for (const [property, part] of Object.entries(value as Record<string, Record<string, unknown>>))
            if (!part.title || !part.description || !Array.isArray(part.examples))
              bare.push(`${path}/${property}`)
        if (key !== 'examples') visit(value, `${path}/${key}`)
      }
    }
    visit(schema, '')
    expect(bare).toEqual([])
  })
})
