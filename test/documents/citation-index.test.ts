import { describe, expect, it } from 'vitest'
import { citationIndex } from '../../src/documents/citation-index.ts'
import type { Card, KnownFields } from '../../src/model/card.ts'
import { resourceId } from '../../src/model/stable-id.ts'

const card = (id: string, fields: Partial<KnownFields> = {}): Card => ({
  id,
  path: `${id}.yaml`,
  fields: { id, ...fields },
  findings: [],
})
const retired = (replaced_by?: string) => ({
  retired: { date: '2026-01-02', reason: 'Gone.', ...(replaced_by && { replaced_by }) },
})

describe('citationIndex', () => {
  it('knows a card by its ID before another by an alias, a resource ID or a key', () => {
    const url = 'https://example.org/a'
    const a = card('MDc4MjQ5Yj', { url })
    const b = card('kDjKFQkhBn', { aliases: ['MDc4MjQ5Yj', resourceId(url)] })
    const index = citationIndex({ cards: [b, a], retired: [], keysOf: () => ['MDc4MjQ5Yj', 'some-key'] })
    expect(index.reference('MDc4MjQ5Yj')).toEqual({ form: 'id', target: { kind: 'card', card: a } })
    expect(index.reference(resourceId(url))).toEqual({ form: 'alias', target: { kind: 'card', card: b } })
    expect(index.reference('some-key')).toMatchObject({ form: 'key' })
    expect(index.word('some-key')).toBeUndefined()
  })

  it('takes an ID in mixed case for one wherever it stands, but no alias that may be a name', () => {
    const index = citationIndex({ cards: [card('LessWrongy', { aliases: ['GoodFireAI'] })], retired: [] })
    expect(index.word('LessWrongy')).toMatchObject({ form: 'id' })
    expect(index.word('GoodFireAI')).toBeUndefined()
    expect(index.reference('GoodFireAI')).toMatchObject({ form: 'alias' })
  })

  it('does not call an alias what is the resource ID of the card', () => {
    const url = 'https://example.org/a'
    const index = citationIndex({
      cards: [card('MDc4MjQ5Yj', { url, aliases: [resourceId(url)] })],
      retired: [],
    })
    expect(index.word(resourceId(url))).toMatchObject({ form: 'resource-id' })
  })

  it('knows retired cards, with the card in use that stands for them', () => {
    const use = card('MDc4MjQ5Yj')
    const [first, second] = [
      card('AbC123dEf4', retired('AbC123dEf5')),
      card('AbC123dEf5', retired('MDc4MjQ5Yj')),
    ]
    const gone = card('AbC123dEf6', retired())
    const index = citationIndex({ cards: [use], retired: [first, second, gone] })
    expect(index.word('AbC123dEf4')?.target).toEqual({ kind: 'retired', card: first, replacement: use })
    expect(index.word('AbC123dEf6')?.target).toEqual({ kind: 'retired', card: gone })
  })

  it('takes of the cards of one source the one in use, and that with the very URL', () => {
    const old = card('AbC123dEf4', { url: 'https://example.org/a?b', ...retired() })
    const [a, b] = [
      card('MDc4MjQ5Yj', { url: 'http://example.org/a' }),
      card('kDjKFQkhBn', { url: 'https://example.org/a/' }),
    ]
    const index = citationIndex({ cards: [a, b], retired: [old] })
    expect(index.source('https://example.org/a/')).toEqual({ kind: 'card', card: b })
    expect(index.source('https://www.example.org/a')).toEqual({ kind: 'card', card: a })
    expect(index.source('https://example.org/a?b')).toEqual({ kind: 'retired', card: old })
  })

  it('takes a card in use by any of its URLs before a retired one by the very URL', () => {
    const url = 'https://example.org/a'
    const old = card('AbC123dEf4', { url, ...retired() })
    for (const fields of [{ also_at: [url] }, { aliases: [resourceId(url)] }]) {
      const use = card('MDc4MjQ5Yj', { url: 'https://example.org/b', ...fields })
      const index = citationIndex({ cards: [use], retired: [old] })
      expect(index.source(url)).toEqual({ kind: 'card', card: use })
    }
  })

  it('knows a citation key that a card had once by the start of its ID at the end', () => {
    const [a, b] = [card('NjzT567890', { aliases: ['Q1w2E3r4T5'] }), card('NjzX567890')]
    const old = card('AbC123dEf4', retired('NjzT567890'))
    const index = citationIndex({ cards: [a, b], retired: [old], keysOf: () => ['bostrom2014now-NjzT'] })
    const known = (name: string) => index.reference(name)
    const target = { kind: 'card', card: a }
    expect(known('bostrom2014now-NjzT')).toEqual({ form: 'key', target })
    for (const name of [
      'bostrom2013superintelligence-NjzT',
      'typo-NjzT5',
      'x1-NjzT567890',
      'gone2020word-Q1w2',
    ])
      expect(known(name)).toEqual({ form: 'key', target, isOldKey: true })
    expect(known('gone2020word-AbC1')).toMatchObject({
      isOldKey: true,
      target: { kind: 'retired', replacement: a },
    })
    for (const name of [
      'knuth-1984',
      'smith2020-NjzZ',
      'NjzT',
      '-NjzT',
      'A2020word-NjzT',
      'smith-2020',
      'x-Njz',
      'brown2020x-gpt3',
    ])
      expect(known(name)).toBeUndefined()
    expect(index.word('typo-NjzT')).toBeUndefined()
  })

  it('calls unknown what can only be our citation key and fits no card, or several', () => {
    const index = citationIndex({ cards: [card('NjzT567890'), card('NjzT567891')], retired: [] })
    const unknown = { form: 'key', target: { kind: 'unknown' } }
    expect(index.reference('bostrom2014superintelligence-NjzT')).toEqual(unknown)
    expect(index.reference('bostrom2014superintelligence-Zq9X')).toEqual(unknown)
    expect(index.reference('any-NjzT567890')).toMatchObject({ target: { card: { id: 'NjzT567890' } } })
  })

  it('knows a URL that a card had once', () => {
    const moved = card('MDc4MjQ5Yj', { url: 'https://new.org/a', aliases: [resourceId('https://old.org/a')] })
    const index = citationIndex({ cards: [moved], retired: [] })
    expect(index.source('https://old.org/a')).toEqual({ kind: 'card', card: moved })
    expect(index.source('https://old.org/a#part')).toEqual({ kind: 'card', card: moved })
    expect(index.source('https://old.org/b')).toBeUndefined()
  })

  it('keeps the pages apart that a site names behind #/', () => {
    const index = citationIndex({ cards: [card('MDc4MjQ5Yj', { url: 'https://example.org/' })], retired: [] })
    expect(index.source('https://example.org/#about')).toBeDefined()
    expect(index.source('https://example.org/#/about')).toBeUndefined()
  })
})
