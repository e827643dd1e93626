import { describe, expect, it } from 'vitest'
import { fillChanges } from '../../../src/edit/operations/fill-changes.ts'
import type { CardFields, KnownFields } from '../../../src/model/card.ts'
import { resourceId } from '../../../src/model/stable-id.ts'

const card: KnownFields = {
  id: 'aaaaaaaaaa',
  url: 'https://example.org/a',
  title: 'A',
  tags: ['x'],
  fetch: { at: '2026-01-01', status: 'ok' },
}

const fill = (offered: Partial<CardFields>, ...overwrite: string[]) =>
  fillChanges(card, offered, new Set(overwrite))

describe('filling a card', () => {
  it('sets what is not there, and only that', () => {
    expect(
      fill({ title: 'B', published: '2026', tags: ['y'], authors: [{ family: 'Leo', given: 'M' }] }),
    ).toEqual([
      { kind: 'set', pointer: ['published'], value: '2026' },
      { kind: 'set', pointer: ['authors'], value: [{ family: 'Leo', given: 'M' }] },
    ])
  })

  it('fills a map key by key, with numbers as text', () => {
    expect(fill({ fetch: { at: '2026-02-02', status: 'error', http_status: 500 } })).toEqual([
      { kind: 'set', pointer: ['fetch', 'http_status'], value: '500' },
    ])
  })

  it('replaces what may be overwritten, and keeps the resource ID of a replaced URL', () => {
    expect(fill({ title: 'B', tags: ['y'], url: 'https://example.org/b' }, 'title', 'url')).toEqual([
      { kind: 'set', pointer: ['title'], value: 'B' },
      { kind: 'set', pointer: ['url'], value: 'https://example.org/b' },
      { kind: 'append', pointer: ['aliases'], value: resourceId('https://example.org/a') },
    ])
  })

  it('never touches the ID, and changes nothing that is the same', () => {
    expect(fill({ id: 'bbbbbbbbbb', title: 'A', tags: ['x'] }, 'id', 'title', 'tags')).toEqual([])
  })

  it('takes an empty list for nothing', () => {
    const empty = { ...card, tags: [] }
    expect(fillChanges(empty, { tags: ['y'] }, new Set())).toEqual([
      { kind: 'set', pointer: ['tags'], value: ['y'] },
    ])
  })
})
