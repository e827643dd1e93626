import { citationKeys } from '../../export/citation-key.ts'
import type { Card } from '../../model/card.ts'
import { counted } from '../../model/count-text.ts'
import { fewNames } from '../../model/few-names.ts'
import { neutralLine } from '../../model/neutral.ts'

/** The keys that one can choose without knowing the cards. */
const SCHEMES = ['id', 'author-year-title']

/**
 * That a bibliography lacks keys by which documents cite, and how the two are brought together; nothing if it has all.
 * @param written the keys in documents, with the cards that they mean
 * @param library all cards in use
 * @param key the scheme of the keys that are exported
 */
export function unmatchedKeys(
  written: ReadonlyMap<string, Card>,
  library: readonly Card[],
  key = 'id',
): string[] {
  const keyOf = citationKeys(key, library)
  const lacking = [...written].filter(([name, card]) => keyOf(card) !== name)
  if (lacking.length === 0) return []
  const fitting = SCHEMES.find(scheme => {
    const other = scheme === key ? undefined : citationKeys(scheme, library)
    return other && [...written].every(([name, card]) => other(card) === name)
  })
  const names = fewNames(lacking.map(([name, card]) => neutralLine(`${name} (here ${keyOf(card)})`)))
  const remedy =
    fitting === undefined
      ? '`cards refs rewrite` makes old names present ones; where they are of several kinds, write those that this export gives.'
      : `With \`--key ${fitting}\` it has all.`
  const which = lacking.length === 1 ? 'a key' : counted(lacking.length, 'key')
  return [`The documents cite by ${which} that this export does not have: ${names}. ${remedy}`]
}
