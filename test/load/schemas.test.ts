import { readdirSync } from 'node:fs'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { describe, expect, it } from 'vitest'
import { type Schema, schemas } from '../../src/load/schemas.ts'

const outputs = Object.entries<Schema & { readonly examples?: readonly unknown[] }>(schemas).filter(
  ([name]) => name.startsWith('output-'),
)

describe('schemas of what the program puts out', () => {
  // In a keyword that every validator knows: Ajv refuses others.
  it.each(outputs)('%s says its version, by which programs know what they can rely on', (_, { $comment }) => {
    expect($comment).toMatch(/^Version [1-9]\d*\.\d+$/)
  })

  it.each(outputs)('%s holds for its own examples', (name, { examples = [] }) => {
    const ajv = new Ajv2020({
      strictTypes: false,
      allErrors: true,
      schemas: Object.values(schemas),
    })
    expect(examples.length).toBeGreaterThan(0)
    const validate = ajv.getSchema(`https://unpkg.com/source-cards/schemas/${name}.schema.json`)
    for (const example of examples) {
      validate?.(example)
      expect(validate?.errors ?? []).toEqual([])
    }
    expect(validate).toBeDefined()
  })

  it('are all that are in the folder', () => {
    const files = readdirSync(new URL('../../schemas', import.meta.url))
    const named = files
      .filter(file => file.startsWith('output-'))
      .map(file => file.replace(/\.schema\.json$/, ''))
    expect(named.sort()).toEqual(outputs.map(([name]) => name).sort())
  })
})
