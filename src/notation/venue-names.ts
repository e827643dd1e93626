import type { Venue } from '../model/card.ts'
import { lettersOf } from '../model/fold.ts'

/** Finds venues by their names. */
export class VenueNames {
  private readonly ids: ReadonlyMap<string, string>

  constructor(venues: readonly Venue[]) {
    // Of two venues of one name the first counts.
    this.ids = new Map([...venues].reverse().map(({ id, name }) => [lettersOf(name), id]))
  }

  id(name: string): string | undefined {
    return this.ids.get(lettersOf(name))
  }
}
