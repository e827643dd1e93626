import { describe, expect, it } from 'vitest'
import { aliasChanges, renamedPath } from '../../../src/edit/operations/rename-id.ts'
import type { Card } from '../../../src/model/card.ts'

const ID = 'aB3dE5gH7j'
const NEW = 'cD5fG7iJ9l'
const cardAt = (path: string): Card => ({ id: ID, path, fields: { id: ID }, findings: [] })

describe('the file of a card that gets another ID', () => {
  it.each([
    [`${ID}.yaml`, `${NEW}.yaml`],
    [`${ID}.yml`, `${NEW}.yml`],
    [`inbox/${ID}.yaml`, `inbox/${NEW}.yaml`],
    [`aB/${ID}.yaml`, `cD/${NEW}.yaml`],
    [`inbox/aB/${ID}.yaml`, `inbox/cD/${NEW}.yaml`],
    ['a-name-of-its-own.yaml', 'a-name-of-its-own.yaml'],
  ])('%s becomes %s', (before, after) => {
    expect(renamedPath(cardAt(before), NEW)).toBe(after)
  })
})

describe('the aliases of a card that gets another ID', () => {
  it('have the old one', () => {
    expect(aliasChanges(cardAt('a.yaml'), NEW)).toEqual([{ kind: 'append', pointer: ['aliases'], value: ID }])
  })

  it('lose the new one, when it was among them', () => {
    expect(aliasChanges(cardAt('a.yaml'), NEW, ['x123', NEW, ID])).toEqual([
      { kind: 'unset', pointer: ['aliases', 1] },
    ])
  })
})
