import { describe, expect, it } from 'vitest'
import { keyOrder } from '../../src/edit/key-order.ts'
import { JSON_FIELDS } from '../../src/model/card-json.ts'

describe('keyOrder', () => {
  it('is the order of the fields of a card', () => {
    const derived = ['resource_id', 'effective_credibility', 'path']
    expect([...keyOrder('card', []), ...derived]).toEqual([...JSON_FIELDS])
  })

  it('is that of the schema within a field, an author and an item of a registry', () => {
    expect(keyOrder('card', ['credibility'])).toEqual(['rating', 'reason'])
    expect(keyOrder('card', ['authors', 3]).slice(0, 2)).toEqual(['given', 'family'])
    expect(keyOrder('venues', [3]).slice(0, 2)).toEqual(['id', 'name'])
    expect(keyOrder('pages', [3]).slice(0, 2)).toEqual(['id', 'title'])
  })

  it('is none where the schema names no keys', () => {
    expect(keyOrder('card', ['extra'])).toEqual([])
    expect(keyOrder('card', ['__proto__', 'toString'])).toEqual([])
    expect(keyOrder('venues', [])).toEqual([])
    expect(keyOrder('baseline', [])).toEqual([])
  })
})
