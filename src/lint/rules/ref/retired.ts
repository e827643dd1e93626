import { type Card, isRetiredPath } from '../../../model/card.ts'
import type { Pointer } from '../../../model/place.ts'
import { Replacements } from '../../../model/replacements.ts'
import { foldId } from '../../../model/stable-id.ts'
import { NAMES } from '../../links/link-names.ts'
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
  link(card, links) {
    if (isRetiredPath(card.path)) {
      links.tells('gone', card.id)
      const next = card.fields.retired?.replaced_by
      if (next !== undefined) links.needs(NAMES, foldId(next))
      return
    }
    for (const id of new Set(ownTexts(card).flatMap(([, text]) => mentioned(text)))) links.asks('gone', id)
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
function ownTexts({ fields }: Card): [Pointer, string][] {
  const texts: [Pointer, string][] = []
  for (const key of ['summary', 'relevance', 'review', 'notes'] as const) {
    const text = fields[key]
    if (text !== undefined) texts.push([[key], text])
  }
  for (const [i, text] of (fields.key_points ?? []).entries()) texts.push([['key_points', i], text])
  return texts
}

/**
 * The words of a text that have the form of a stable ID, and are no words of a language, as a digit or a capital stands
 * within: each once. All texts of a library are looked through for them, which takes a loop half as long as it takes a
 * regular expression.
 */
export function mentioned(text: string): string[] {
  const found: string[] = []
  let length = 0
  let isWord = true
  for (let i = 0; i <= text.length; i++) {
    const unit = i < text.length ? text.charCodeAt(i) : 0
    const isSmall = unit >= 97 && unit <= 122
    const isCapital = unit >= 65 && unit <= 90
    if (isSmall || isCapital || (unit >= 48 && unit <= 57)) {
      if (!isSmall && !(isCapital && length === 0)) isWord = false
      length++
    } else {
      if (length === ID_LENGTH && !isWord) found.push(text.slice(i - length, i))
      length = 0
      isWord = true
    }
  }
  return found.length < 2 ? found : [...new Set(found)]
}

const ID_LENGTH = 10
