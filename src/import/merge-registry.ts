import { listText } from '../edit/write-card.ts'
import type { Page, Venue } from '../model/card.ts'
import type { FileChange } from '../model/file-change.ts'
import { appendItems } from './append-items.ts'
import type { Conflict, Unreadable } from './import-report.ts'
import type { Imported } from './importer.ts'

/** What becomes of `venues.yaml` or `pages.yaml`. */
export interface RegistryMerge<T> {
  /** The entries that are new. */
  readonly added: readonly T[]
  readonly change?: FileChange
  readonly conflicts: readonly Conflict[]
  readonly unreadable: readonly Unreadable[]
}

/**
 * Adds entries to a registry: new ids come after the last entry of the file, whose bytes stay as they are. What the
 * library, or an earlier file, says of an id stays as well; where the import says otherwise, that is a conflict.
 *
 * @param existing the entries of the library
 * @param file the bytes of the registry, or undefined when there is none
 */
export function mergeRegistry<T extends Venue | Page>(
  path: Conflict['registry'],
  imported: readonly Imported<T>[],
  existing: readonly T[],
  file: Uint8Array | undefined,
  schema: string | undefined,
): RegistryMerge<T> {
  const known = new Map<string, T>([...existing].reverse().map(item => [item.id, item]))
  const added: T[] = []
  const conflicts: Conflict[] = []
  for (const each of imported) {
    const has = known.get(each.item.id)
    if (has) conflicts.push(...differences(path, has, each))
    else added.push(each.item)
    known.set(each.item.id, has ?? each.item)
  }
  const result = { added, conflicts, unreadable: [] }
  if (added.length === 0) return result
  if (file === undefined)
    return { ...result, change: { kind: 'create', path, content: listText(added, { schema }) } }
  const content = appendItems(file, added)
  if (content) return { ...result, change: { kind: 'replace', path, content, expected: file } }
  const ids = added.map(item => item.id).join(', ')
  const why = `Nothing can be added after the last entry of this file, so these are missing: ${ids}.`
  return { ...result, added: [], unreadable: [{ file: path, line: 1, why }] }
}

function differences<T extends Venue | Page>(
  registry: Conflict['registry'],
  has: T,
  { item, origin }: Imported<T>,
): Conflict[] {
  const values = new Map<string, unknown>(Object.entries(has))
  return Object.entries(item).flatMap(([key, value]) => {
    const [given, other] = [JSON.stringify(value), JSON.stringify(values.get(key))]
    if (given === other) return []
    return [{ ...origin, registry, id: item.id, key, ...(other === undefined ? {} : { has: other }), given }]
  })
}
