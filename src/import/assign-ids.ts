import { mintingIdentity } from '../model/identifier.ts'
import { isStableId, mintStableId } from '../model/stable-id.ts'
import type { MintedId } from './import-report.ts'
import type { ImportedCard } from './importer.ts'
import { wantedId } from './sort-known.ts'

/** A record with the ID that its card gets. */
export interface IdentifiedCard {
  readonly card: ImportedCard
  readonly id: string
  readonly isMinted: boolean
  /** The ID that it should have had but could not get, and why. */
  readonly refused?: { readonly wanted: string; readonly why: NonNullable<MintedId['why']> }
  /** Those of the record's aliases that name another card. */
  readonly lostAliases: readonly string[]
  /** The other aliases of the record, with a stable ID that its source says besides the one that it got. */
  readonly aliases: readonly string[]
}

/**
 * Gives each record its ID: the one that it should have, if it has the right form and is free, else a minted one.
 * All IDs that records should have count as taken before the first is minted.
 *
 * @param ids the stable IDs that records must get, by the IDs that they have
 * @param isTaken whether the library uses an ID, or one that differs only in case
 */
export function assignIds(
  records: readonly ImportedCard[],
  ids: ReadonlyMap<string, string>,
  isTaken: (id: string) => boolean,
): IdentifiedCard[] {
  const claimed = new Set<string>()
  const aliasesOf = records.map(({ fields: { aliases = [] } }) => {
    const free = aliases.filter(alias => !(isTaken(alias) || claimed.has(fold(alias))))
    for (const alias of free) claimed.add(fold(alias))
    return { free, lost: aliases.filter(alias => !free.includes(alias)) }
  })
  const isFree = (id: string) => !(isTaken(id) || claimed.has(fold(id)))
  const wishes = records.map(record => {
    const wanted = wantedId(record, ids)
    if (wanted === undefined) return {}
    if (!isStableId(wanted)) return { refused: { wanted, why: 'malformed' as const } }
    if (!isFree(wanted)) return { refused: { wanted, why: 'taken' as const } }
    claimed.add(fold(wanted))
    return { id: wanted }
  })
  return records.map((card, i) => {
    const { id: kept, refused } = wishes[i] ?? {}
    const id = kept ?? mintStableId(identityOf(card), taken => !isFree(taken))
    claimed.add(fold(id))
    const said = card.wantedId
    const isFormer = said !== undefined && said !== id && isStableId(said) && isFree(said)
    if (isFormer) claimed.add(fold(said))
    const { free = [], lost: lostAliases = [] } = aliasesOf[i] ?? {}
    const aliases = [...free, ...(isFormer ? [said] : [])]
    return { card, id, isMinted: kept === undefined, ...(refused ? { refused } : {}), aliases, lostAliases }
  })
}

function identityOf({ fields, origin }: ImportedCard): string {
  return mintingIdentity(fields) ?? `file:${origin.file}:${origin.line}`
}

function fold(id: string): string {
  return id.toLowerCase()
}
