import { expect, it } from 'vitest'
import { Replacements } from '../../src/model/replacements.ts'
import { card } from './cards.ts'

const inUse = (id: string) => card(id, { title: id })
const retired = (id: string, replaced_by?: string) =>
  card(
    id,
    { retired: { date: '2026', reason: 'Merged.', ...(replaced_by && { replaced_by }) } },
    `retired/${id}.yaml`,
  )

it('follows replacements to the card in use', () => {
  const [a, b, c] = [
    retired('aaaaaaaaa1', 'bbbbbbbbb1'),
    retired('bbbbbbbbb1', 'ccccccccc1'),
    inUse('ccccccccc1'),
  ]
  const replacements = new Replacements([c], [a, b])
  expect([...replacements.chainOf(a)]).toEqual([b, c])
  expect(replacements.replacementOf(a)).toBe(c)
  expect(replacements.replacementOf(c)).toBeUndefined()
})

it('takes an ID as it is written before one in other case', () => {
  const [lower, upper] = [inUse('ccccccccc1'), retired('CCCCCCCCC1')]
  const replacements = new Replacements([lower], [upper])
  expect(replacements.get('CCCCCCCCC1')).toBe(upper)
  expect(replacements.get('Ccccccccc1')).toBe(lower)
  expect(replacements.get('ccccccccc2')).toBeUndefined()
})

it('takes a card in use before a retired one, and the first of two that share an ID', () => {
  const cards = [inUse('ccccccccc1'), card('ccccccccc1', { title: 'copy' }, 'copy.yaml')]
  const replacements = new Replacements(cards, [retired('ccccccccc1')])
  expect(replacements.get('ccccccccc1')).toBe(cards[0])
})

it('ends where nothing follows', () => {
  const a = retired('aaaaaaaaa1', 'bbbbbbbbb1')
  const b = retired('bbbbbbbbb1')
  expect([...new Replacements([], [a, b]).chainOf(a)]).toEqual([b])
  expect(new Replacements([], [a]).replacementOf(a)).toBeUndefined()
})

it('goes round a circle once, back to the card that it began with', () => {
  const [a, b, c] = [
    retired('aaaaaaaaa1', 'bbbbbbbbb1'),
    retired('bbbbbbbbb1', 'aaaaaaaaa1'),
    retired('ccccccccc1', 'aaaaaaaaa1'),
  ]
  const replacements = new Replacements([], [a, b, c])
  expect([...replacements.chainOf(a)]).toEqual([b, a])
  expect([...replacements.chainOf(c)]).toEqual([a, b])
  expect(replacements.replacementOf(c)).toBeUndefined()
})
