import { describe, expect, it } from 'vitest'
import { LossLog } from '../../src/export/loss-log.ts'
import type { Card } from '../../src/model/card.ts'

const card = (id: string): Card => ({ id, path: `${id}.yaml`, fields: { id }, findings: [] })
const [A, B] = [card('aaaaaaaaa1'), card('bbbbbbbbb2')]

describe('a log of losses', () => {
  it('has nothing to say when nothing was lost', () => {
    expect(new LossLog().losses()).toEqual([])
  })

  it('tells what was dropped before what was changed, in the order of the fields of a card', () => {
    const log = new LossLog()
    log.change(A, 'title', 'shortened')
    log.drop(A, 'extra.funder')
    log.drop(A, 'credibility')
    log.drop(A, 'key_points')
    log.drop(A, 'forum.karma')
    expect(log.losses().map(({ what, field }) => `${what} ${field}`)).toEqual([
      'dropped key_points',
      'dropped credibility',
      'dropped forum.karma',
      'dropped extra.funder',
      'changed title',
    ])
  })

  it('counts a card once for a field and a reason, however often it is told', () => {
    const log = new LossLog()
    for (const one of [B, A, B, B]) log.change(one, 'title', 'shortened')
    log.change(A, 'title', 'in capitals')
    expect(log.losses()).toEqual([
      { field: 'title', what: 'changed', why: 'in capitals', cards: [A.id] },
      { field: 'title', what: 'changed', why: 'shortened', cards: [B.id, A.id] },
    ])
  })
})
