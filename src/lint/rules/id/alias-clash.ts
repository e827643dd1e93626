import type { Card } from '../../../model/card.ts'
import { counted } from '../../../model/count-text.ts'
import { fewNames } from '../../../model/few-names.ts'
import { groupBy } from '../../../model/group-by.ts'
import type { Pointer } from '../../../model/place.ts'
import { Replacements } from '../../../model/replacements.ts'
import { foldId } from '../../../model/stable-id.ts'
import { NAMES } from '../../links/link-names.ts'
import { repeatsIn } from '../../repeats-in.ts'
import { type FileProblem, libraryRule } from '../../rule.ts'

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
  // That two cards share a name is linked for all rules.
  link({ fields }, links) {
    const id = fields.retired?.replaced_by
    if (id !== undefined) links.needs(NAMES, foldId(id))
  },
  *check({ cards, retired }) {
    const holders = holdersByName([...cards, ...retired])
    const replacements = new Replacements(cards, retired)
    const finalOf = (card: Card) => [card, ...replacements.chainOf(card)].at(-1)
    for (const group of holders.values()) {
      // Two cards that share an ID are told by `id/duplicate`.
      if (group.length < 2 || group.every(({ isAlias }) => !isAlias)) continue
      if (new Set(group.map(({ card }) => finalOf(card))).size < 2) continue
      // The card whose ID it is comes first. Of a large group each is told of the same few.
      const owners = group.filter(({ isAlias }) => !isAlias)
      const few = [...owners, ...group.filter(({ isAlias }) => isAlias)].slice(0, MOST_RELATED + 1)
      for (const holder of group) yield clash(holder, few, group.length - 1)
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
  return groupBy(cards.flatMap(holdersIn), ({ name }) => foldId(name))
}

/** The names of a card. An alias of its own ID, or one that is there twice, leads to the same card. */
function holdersIn(card: Card): Holder[] {
  const names = [card.id, ...(card.fields.aliases ?? [])]
  const repeated = new Set(repeatsIn(names, foldId).map(({ index }) => index))
  return names.flatMap((name, i) => {
    const pointer = i === 0 ? ['id'] : ['aliases', i - 1]
    return repeated.has(i) ? [] : [{ card, name, isAlias: i > 0, pointer }]
  })
}

/** @param count how many others there are; `few` may have less */
function clash({ card, name, isAlias, pointer }: Holder, few: readonly Holder[], count: number): FileProblem {
  const others = few.filter(other => other.card !== card).slice(0, MOST_RELATED)
  const owner = others.find(other => !other.isAlias)
  const ids = others.map(other => other.card.id)
  const named =
    count > MOST_RELATED ? `${ids.slice(0, 3).join(', ')} and ${counted(count - 3, 'other')}` : fewNames(ids)
  return {
    message: !isAlias
      ? `The ID \`${name}\` is also an alias of ${named}.`
      : owner
        ? `The alias \`${name}\` is the ID of another card, ${owner.card.path}.`
        : `The alias \`${name}\` is also that of ${named}.`,
    help: isAlias ? 'Keep it only in the card that it is to lead to.' : `Remove the alias from ${named}.`,
    file: card.path,
    pointer,
    related: others.map(other => ({ file: other.card.path, pointer: other.pointer })),
  }
}
