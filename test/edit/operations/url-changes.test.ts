import { describe, expect, it } from 'vitest'
import { urlChanges } from '../../../src/edit/operations/url-changes.ts'
import { resourceId } from '../../../src/model/stable-id.ts'

const url = 'https://example.org/old'
const value = 'https://example.org/new'
const set = { kind: 'set', pointer: ['url'], value }

describe('a changed URL', () => {
  it('leaves the old resource ID in the aliases', () => {
    expect(urlChanges({ id: 'aaaaaaaaaa', url }, value)).toEqual([
      set,
      { kind: 'append', pointer: ['aliases'], value: resourceId(url) },
    ])
  })

  it('does so once', () => {
    expect(urlChanges({ id: 'aaaaaaaaaa', url, aliases: [resourceId(url)] }, value)).toEqual([set])
  })

  it('needs no alias where there was none, or where it stays the same', () => {
    expect(urlChanges({ id: 'aaaaaaaaaa' }, value)).toEqual([set])
    expect(urlChanges({ id: 'aaaaaaaaaa', url: value }, value)).toEqual([set])
  })
})
