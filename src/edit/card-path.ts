/** How a library lays its cards out: all in one folder, or in folders by the first two characters of their IDs. */
export type Layout = 'flat' | 'sharded'

/** Where a new card goes, relative to the library, with forward slashes. */
export function cardPath(id: string, layout: Layout): string {
  return layout === 'sharded' ? `${id.slice(0, 2)}/${id}.yaml` : `${id}.yaml`
}

/** Where the cached excerpt of a card goes, relative to the library, with forward slashes. */
export function previewPath(id: string): string {
  return `previews/${id}.txt`
}
