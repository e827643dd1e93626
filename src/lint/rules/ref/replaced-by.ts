import type { Card } from '../../../model/card.ts'
import { nearest } from '../../../model/nearest.ts'
import { Replacements } from '../../../model/replacements.ts'
import { foldId } from '../../../model/stable-id.ts'
import { NAMES } from '../../links/link-names.ts'
import { libraryRule, type Problem } from '../../rule.ts'

export const replacedBy = libraryRule({
  id: 'ref/replaced-by',
  severity: 'error',
  summary: 'a retired card whose replacement is missing, or leads back to it',
  why: 'References to the retired card are led to its replacement: here they lead nowhere.',
  examples: {
    bad: [
      {
        files: {
          'retired/aB3dE5gH7j.yaml':
            'retired:\n  date: "2026-01-01"\n  reason: Merged.\n  replaced_by: bC4eF6hI8k\n',
        },
      },
      {
        files: {
          'retired/aB3dE5gH7j.yaml':
            'retired:\n  date: "2026-01-01"\n  reason: Merged.\n  replaced_by: bC4eF6hI8k\n',
          'retired/bC4eF6hI8k.yaml':
            'retired:\n  date: "2026-01-01"\n  reason: Merged.\n  replaced_by: aB3dE5gH7j\n',
        },
      },
    ],
    good: [
      {
        files: {
          'retired/aB3dE5gH7j.yaml':
            'retired:\n  date: "2026-01-01"\n  reason: Merged.\n  replaced_by: bC4eF6hI8k\n',
          'bC4eF6hI8k.yaml': '',
        },
      },
    ],
  },
  link({ id, fields }, links) {
    const next = fields.retired?.replaced_by
    if (next === undefined) return links.tells('end', foldId(id))
    links.tells('way', foldId(id))
    links.misses('end', foldId(next))
    links.asks('way', foldId(next))
    links.needs(NAMES, foldId(next))
  },
  *check({ cards, retired, ids }) {
    const all = [...cards, ...retired]
    const replacements = new Replacements(cards, retired)
    const byAlias = new Map(cards.flatMap(card => (card.fields.aliases ?? []).map(alias => [alias, card])))
    for (const card of all) {
      const id = card.fields.retired?.replaced_by
      if (id === undefined) continue
      const words = replacements.get(id)
        ? circleOf(card, id, replacements)
        : { message: `There is no card \`${id}\`.`, help: missingHelp(id, byAlias.get(id), ids) }
      if (words) yield { ...words, file: card.path, pointer: ['retired', 'replaced_by'] }
    }
  },
})

type Words = Pick<Problem, 'message' | 'help'>

function missingHelp(id: string, former: Card | undefined, ids: () => readonly string[]): string {
  if (former) return `Write \`${former.id}\`: that is the card which had this ID.`
  const [near] = nearest(id, ids(), 1)
  return near === undefined ? 'Name a card that is in use, or remove it.' : `Did you mean \`${near}\`?`
}

/** What is wrong when a card leads back to itself. */
function circleOf(card: Card, id: string, replacements: Replacements): Words | undefined {
  const chain = [...replacements.chainOf(card)]
  if (!chain.includes(card)) return undefined
  return {
    message:
      chain[0] === card
        ? 'The card is replaced by itself.'
        : `The card is replaced by \`${id}\`, which in the end leads back to it.`,
    help: 'Name a card that is in use, or remove `replaced_by`.',
  }
}
