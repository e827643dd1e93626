import type { Card } from '../../../model/card.ts'
import type { Pointer } from '../../../model/place.ts'
import { Replacements } from '../../../model/replacements.ts'
import { libraryRule } from '../../rule.ts'

export const retired = libraryRule({
  id: 'ref/retired',
  severity: 'warning',
  summary: 'a text that mentions the ID of a retired card',
  why: 'Readers who follow it find a card that was given up, and not what replaced it.',
  examples: {
    bad: [
      {
        files: {
          'aB3dE5gH7j.yaml': 'notes: Compare with cD5fG7iJ9l.\nkey_points:\n  - It refutes cD5fG7iJ9l.\n',
          'retired/cD5fG7iJ9l.yaml':
            'retired:\n  date: "2026-01-01"\n  reason: The page is gone.\n  replaced_by: aB3dE5gH7j\n',
        },
      },
    ],
    good: [
      {
        files: {
          'aB3dE5gH7j.yaml': 'notes: Compare with bC4eF6hI8k.\n',
          'bC4eF6hI8k.yaml': '',
          'retired/cD5fG7iJ9l.yaml': 'retired:\n  date: "2026-01-01"\n  reason: The page is gone.\n',
        },
      },
    ],
  },
  *check({ cards, retired: gone }) {
    const replacements = new Replacements(cards, gone)
    const byId = new Map(gone.map(card => [card.id, card]))
    for (const card of cards) byId.delete(card.id)
    if (byId.size === 0) return
    for (const card of cards)
      for (const [pointer, text] of ownTexts(card))
        for (const id of mentioned(text)) {
          const old = byId.get(id)
          if (!old) continue
          const instead = replacements.replacementOf(old)
          const isLost = instead === undefined && old.fields.retired?.replaced_by !== undefined
          yield {
            message: `The text mentions \`${id}\`, a retired card.`,
            help: instead
              ? `Write \`${instead.id}\`, which replaces it.`
              : isLost
                ? 'What replaces it is not there: correct its `replaced_by`, or remove the mention.'
                : 'Remove the mention.',
            file: card.path,
            pointer,
            excerpt: id,
            related: [
              instead ? { file: instead.path, pointer: ['id'] } : { file: old.path, pointer: ['retired'] },
            ],
          }
        }
  },
})

/** The texts of a card in our own words. */
function* ownTexts({ fields }: Card): Iterable<[Pointer, string]> {
  for (const key of ['summary', 'relevance', 'review', 'notes'] as const) {
    const text = fields[key]
    if (text !== undefined) yield [[key], text]
  }
  for (const [i, text] of (fields.key_points ?? []).entries()) yield [['key_points', i], text]
}

/** The words of a text that have the form of a stable ID, and are no words of a language: each once. */
function mentioned(text: string): Set<string> {
  const words = text.match(/(?<![A-Za-z0-9])[A-Za-z0-9]{10}(?![A-Za-z0-9])/g) ?? []
  return new Set(words.filter(word => !/^[A-Za-z]?[a-z]+$/.test(word)))
}
