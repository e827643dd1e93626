import { describe, expect, it } from 'vitest'
import { readIds } from '../../src/import/read-ids.ts'

describe('readIds', () => {
  it('reads a map of IDs', () => {
    const ids = readIds({ name: 'ids.json', text: '{ "0123456789abcdef": "AbCdEf0123" }' })
    expect([...ids]).toEqual([['0123456789abcdef', 'AbCdEf0123']])
  })

  it('takes no key for more than a key', () => {
    expect(readIds({ name: 'ids.json', text: '{ "__proto__": "AbCdEf0123" }' }).get('__proto__')).toBe(
      'AbCdEf0123',
    )
  })

  it.each(['', '[]', 'null', '"a"', '{ "a": 1 }', '{'])('refuses %j', text => {
    expect(() => readIds({ name: 'ids.json', text })).toThrow('ids.json is no map of IDs.')
  })
})
