import { keyField } from '../export/citation-key.ts'
import type { Settings } from '../load/settings.ts'
import type { Card } from '../model/card.ts'
import { counted, grouped } from '../model/count-text.ts'
import { didYouMean } from '../model/did-you-mean.ts'
import { CardsError } from '../model/errors.ts'

/**
 * Refuses citation keys in a field that neither the settings nor any card know: it is misspelt.
 * @param key as `--key` takes it
 * @throws CardsError `usage`
 */
export function checkKey(
  key: string | undefined,
  cards: readonly Card[],
  { extra }: Pick<Settings, 'extra'>,
): void {
  const name = keyField(key ?? '')
  if (
    key === undefined ||
    name === undefined ||
    Object.hasOwn(extra, name) ||
    cards.some(card => hasKey(card, name))
  )
    return
  const used = cards.flatMap(({ fields }) => Object.keys(fields.extra ?? {}))
  const names = [...new Set([...Object.keys(extra), ...used])].map(each => `extra.${each}`)
  throw new CardsError(
    'usage',
    `No card has ${key}, and cards.config.yaml does not declare it.`,
    didYouMean(key, names, 'Give id, author-year-title, or the field in which cards hold keys.'),
  )
}

/** How many cards go by their ID, as the field of their citation keys is not there. */
export function keylessNotes(key: string | undefined, cards: readonly Card[]): string[] {
  const name = keyField(key ?? '')
  if (name === undefined) return []
  const without = cards.filter(card => !hasKey(card, name)).length
  if (without === 0) return []
  const who =
    without === cards.length
      ? counted(without, 'card')
      : `${grouped(without)} of ${counted(cards.length, 'card')}`
  return [`${who} ${without === 1 ? 'has' : 'have'} no ${key}: the citation key is the ID there.`]
}

function hasKey({ fields }: Card, name: string): boolean {
  return fields.extra !== undefined && Object.hasOwn(fields.extra, name)
}
