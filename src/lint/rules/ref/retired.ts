import { type Card, isRetiredPath } from '../../../model/card.ts'
import type { Pointer } from '../../../model/place.ts'
import { Replacements } from '../../../model/replacements.ts'
import { foldId } from '../../../model/stable-id.ts'
import type { CardLinks } from '../../links/card-links.ts'
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
    const { summary, relevance, review, notes, key_points } = card.fields
    askFor(summary, links)
    askFor(relevance, links)
    askFor(review, links)
    askFor(notes, links)
    if (key_points) for (const point of key_points) askFor(point, links)
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

function askFor(text: string | undefined, links: CardLinks): void {
  if (text !== undefined) for (const id of mentioned(text)) links.asks('gone', id)
}

/**
 * The words of a text that have the form of a stable ID, and are no words of a language, as a digit or a capital stands
 * within: each once. All texts of a library are looked through for them. As any word of ten letters has one at the
 * tenth place behind the word before it, most letters need no look: it takes a quarter of a look at each.
 */
export function mentioned(text: string): readonly string[] {
  let found: string[] | undefined
  for (let at = ID_LENGTH - 1; at < text.length; at += ID_LENGTH) {
    if (!isOfWord(text.charCodeAt(at))) continue
    let start = at
    while (start > 0 && isOfWord(text.charCodeAt(start - 1))) start--
    let end = at + 1
    while (end < text.length && isOfWord(text.charCodeAt(end))) end++
    at = end
    if (end - start !== ID_LENGTH) continue
    const word = text.slice(start, end)
    if (PLAIN_WORD.test(word)) continue
    found ??= []
    found.push(word)
  }
  return found === undefined ? NONE : [...new Set(found)]
}

/** Whether a code is that of an ASCII letter or digit. */
function isOfWord(unit: number): boolean {
  return (unit >= 97 && unit <= 122) || (unit >= 65 && unit <= 90) || (unit >= 48 && unit <= 57)
}

const ID_LENGTH = 10
const PLAIN_WORD = /^[A-Za-z][a-z]*$/
const NONE: readonly never[] = []
