import type { Card } from '../model/card.ts'
import { looksMinted } from '../model/looks-minted.ts'
import type { Citation, KnownName } from './citation.ts'

/** A readable citation key: what its card said, and the start of its ID. */
const KEY = /^([a-z0-9]*[a-z][a-z0-9]*)-([A-Za-z0-9]{4,10})$/

/** So many characters of an ID end a readable key. */
const ID_START = 4

/**
 * What finds a card by a readable citation key that it had once. Such a key ends in the start of its card's ID, so that
 * it leads there still when the author, the year or the title was put right, the ID became an alias, or the rest of the
 * key was misspelt.
 * @returns the card where one alone fits; unknown for what can only be such a key, and fits none or several
 */
export function oldKeys(
  targets: readonly (Citation['target'] & { card: Card })[],
): (name: string) => KnownName | undefined {
  const byStart = new Map<string, [name: string, target: Citation['target'] & { card: Card }][]>()
  for (const target of targets)
    for (const id of [target.card.id, ...(target.card.fields.aliases ?? []).filter(looksMinted)]) {
      const start = id.slice(0, ID_START)
      const known = byStart.get(start)
      if (known) known.push([id, target])
      else byStart.set(start, [[id, target]])
    }
  return name => {
    const [, stem = '', end = ''] = KEY.exec(name) ?? []
    if (end === '') return undefined
    const fitting = (byStart.get(end.slice(0, ID_START)) ?? []).filter(([id]) => id.startsWith(end))
    const [target, another] = new Set(fitting.map(([, target]) => target))
    if (target && !another) return { form: 'key', target, isOldKey: true }
    return another || isOurs(stem, end) ? { form: 'key', target: { kind: 'unknown' } } : undefined
  }
}

/** Whether only we can have made a key: an author, a year and a word, and what is no word and no number. */
function isOurs(stem: string, end: string): boolean {
  return (
    /^[a-z]+\d{4}[a-z]+/.test(stem) && end.length === ID_START && /[A-Z]/.test(end) && /[a-z\d]/.test(end)
  )
}
