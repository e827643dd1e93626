import type { Card } from '../../../model/card.ts'
import { nearest } from '../../../model/nearest.ts'
import type { LintContext } from '../../lint-context.ts'
import { cardRule } from '../../rule.ts'

export const replacedBy = cardRule({
  id: 'ref/replaced-by',
  severity: 'error',
  seesRetired: true,
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
  *check(card, context) {
    const next = card.fields.retired?.replaced_by
    if (next === undefined) return
    const pointer = ['retired', 'replaced_by']
    const byId = indexOf(context)
    if (!byId.has(next)) {
      const former = context.cards.find(({ fields }) => fields.aliases?.includes(next))
      yield { message: `There is no card \`${next}\`.`, help: missingHelp(next, former, byId), pointer }
    } else if (leadsBack(card, byId)) {
      yield {
        message:
          next === card.id
            ? 'The card is replaced by itself.'
            : `The card is replaced by \`${next}\`, which in the end leads back to it.`,
        help: 'Name a card that is in use, or remove `replaced_by`.',
        pointer,
      }
    }
  },
})

function missingHelp(id: string, former: Card | undefined, byId: ReadonlyMap<string, Card>): string {
  if (former) return `Write \`${former.id}\`: that is the card which had this ID.`
  const [near] = nearest(id, byId.keys(), 1)
  return near === undefined ? 'Name a card that is in use, or remove it.' : `Did you mean \`${near}\`?`
}

function leadsBack(card: Card, byId: ReadonlyMap<string, Card>): boolean {
  const seen = new Set<Card>()
  let next = byId.get(card.fields.retired?.replaced_by ?? '')
  while (next && next !== card && !seen.has(next)) {
    seen.add(next)
    next = byId.get(next.fields.retired?.replaced_by ?? '')
  }
  return next === card
}

const INDEXES = new WeakMap<LintContext, ReadonlyMap<string, Card>>()

/** All cards by their IDs, collected once. A card in use goes before a retired one. */
function indexOf(context: LintContext): ReadonlyMap<string, Card> {
  const index =
    INDEXES.get(context) ?? new Map([...context.retired, ...context.cards].map(card => [card.id, card]))
  INDEXES.set(context, index)
  return index
}
