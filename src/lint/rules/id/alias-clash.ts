import type { Card } from '../../../model/card.ts'
import { fewNames } from '../../../model/few-names.ts'
import type { Pointer } from '../../../model/place.ts'
import { type FileProblem, libraryRule } from '../../rule.ts'
import { folded } from './known-ids.ts'

export const aliasClash = libraryRule({
  id: 'id/alias-clash',
  severity: 'error',
  summary: 'an alias that is also the ID or an alias of another card',
  why: 'An alias keeps old references working. When it leads to two cards, they may lead to the wrong one.',
  examples: {
    bad: [
      {
        files: {
          'aB3dE5gH7j.yaml': 'aliases: [591965925902aaaa]\n',
          'bC4eF6hI8k.yaml': 'aliases: [591965925902aaaa]\n',
        },
      },
      { files: { 'aB3dE5gH7j.yaml': 'aliases: [bC4eF6hI8k]\n', 'bC4eF6hI8k.yaml': '' } },
    ],
    good: [
      {
        files: {
          'aB3dE5gH7j.yaml': 'aliases: [591965925902aaaa]\n',
          'bC4eF6hI8k.yaml': 'aliases: [591965925902bbbb]\n',
        },
      },
      {
        files: {
          'aB3dE5gH7j.yaml': 'aliases: [bC4eF6hI8k]\n',
          'retired/bC4eF6hI8k.yaml':
            'retired:\n  date: "2026-01-01"\n  reason: Merged.\n  replaced_by: aB3dE5gH7j\n',
        },
      },
    ],
  },
  *check({ cards, retired }) {
    const holders = holdersByName([...cards, ...retired])
    const finalOf = replacements(cards, retired)
    for (const group of holders.values()) {
      // Two cards that share an ID are told by `id/duplicate`.
      if (group.length < 2 || group.every(({ isAlias }) => !isAlias)) continue
      if (new Set(group.map(({ card }) => finalOf(card))).size < 2) continue
      for (const holder of group) yield clash(holder, group)
    }
  },
})

/** Of many that clash, each need not name all the others. */
const MOST_RELATED = 20

/** A card with the place of a name that leads to it. */
interface Holder {
  readonly card: Card
  readonly name: string
  readonly isAlias: boolean
  readonly pointer: Pointer
}

function holdersByName(cards: readonly Card[]): Map<string, Holder[]> {
  const holders = new Map<string, Holder[]>()
  for (const card of cards) {
    const own = [
      { card, name: card.id, isAlias: false, pointer: ['id'] },
      ...(card.fields.aliases ?? []).map((name, i) => ({
        card,
        name,
        isAlias: true,
        pointer: ['aliases', i],
      })),
    ]
    for (const holder of own) {
      const key = folded(holder.name)
      const group = holders.get(key)
      if (!group) holders.set(key, [holder])
      // An alias of its own ID, or one that is there twice, leads to the same card.
      else if (group.every(other => other.card !== card)) group.push(holder)
    }
  }
  return holders
}

/** The card that is found by a retired one; the retired one itself when nothing replaces it. */
function replacements(cards: readonly Card[], retired: readonly Card[]): (card: Card) => Card {
  const byId = new Map([...retired, ...cards].map(card => [card.id, card]))
  return card => {
    const seen = new Set<Card>()
    let last = card
    for (let next: Card | undefined = card; next && !seen.has(next); ) {
      seen.add(next)
      last = next
      next = byId.get(next.fields.retired?.replaced_by ?? '')
    }
    return last
  }
}

function clash({ card, name, isAlias, pointer }: Holder, group: readonly Holder[]): FileProblem {
  const others = group.filter(other => other.card !== card)
  const owner = others.find(other => !other.isAlias)
  const named = fewNames(others.map(other => other.card.id))
  return {
    message: !isAlias
      ? `The ID \`${name}\` is also an alias of ${named}.`
      : owner
        ? `The alias \`${name}\` is the ID of another card, ${owner.card.path}.`
        : `The alias \`${name}\` is also that of ${named}.`,
    help: isAlias ? 'Keep it only in the card that it is to lead to.' : `Remove the alias from ${named}.`,
    file: card.path,
    pointer,
    related: others.slice(0, MOST_RELATED).map(other => ({ file: other.card.path, pointer: other.pointer })),
  }
}
