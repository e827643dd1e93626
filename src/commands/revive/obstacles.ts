import { brief } from '../../model/brief.ts'
import { canonicalUrl } from '../../model/canonical-url.ts'
import { type Card, cardTitle, type KnownFields } from '../../model/card.ts'
import type { VenueIndex } from '../../model/credibility.ts'
import { CardsError } from '../../model/errors.ts'
import { SourceIndex } from '../../model/same-source.ts'
import { shellWord } from '../../model/shell-word.ts'
import { foldId, resourceId } from '../../model/stable-id.ts'

const NOTHING = 'Nothing was written.'

/** Which cards in use have what a retired card would have again: its ID, an alias, its source. */
export class Obstacles {
  private readonly byId = new Map<string, Card>()
  private readonly byAlias = new Map<string, Card>()
  private readonly sources: SourceIndex
  private readonly venues: VenueIndex

  constructor(cards: readonly Card[], venues: VenueIndex) {
    this.venues = venues
    this.sources = new SourceIndex([], [], venues)
    for (const card of cards) this.add(card)
  }

  /** Another card that is in use. */
  add(card: Card): void {
    this.byId.set(foldId(card.id), card)
    for (const alias of card.fields.aliases ?? []) this.byAlias.set(foldId(alias), card)
    this.sources.add(card)
  }

  /** Why a retired card cannot come back; undefined when it can. */
  problemOf(card: Card, force: boolean): CardsError | undefined {
    const { id, fields } = card
    const same = this.byId.get(foldId(id))
    if (same) return new CardsError('no', `The card ${same.path} has the ID ${same.id}.`, NOTHING)
    const heir = this.byAlias.get(foldId(id))
    if (heir)
      return new CardsError(
        'no',
        `${heir.id} “${brief(cardTitle(heir))}” stands for ${id}: they were merged.`,
        `Take them apart first:\n${this.partingOf(heir, card)}\nWhat else it got from the other stays on it. ${NOTHING}`,
      )
    const [twin] = force ? [] : this.sources.sameAs(fields)
    if (!twin) return undefined
    return new CardsError(
      'no',
      `${twin.id} “${brief(cardTitle(twin))}” is for the same source as ${id}.`,
      `Use that card, or say --force to have two. ${NOTHING}`,
    )
  }

  /** The commands that take from a card what makes it stand for another, and bring that one back. */
  private partingOf(heir: Card, card: Card): string {
    const [names, urls] = [namesOf(card), urlsOf(card.fields)]
    const { aliases = [], also_at = [] } = heir.fields
    const taken = {
      aliases: aliases.filter(alias => names.has(foldId(alias))),
      also_at: also_at.filter(url => urls.has(canonicalUrl(url))),
    }
    const left: KnownFields = {
      ...heir.fields,
      aliases: aliases.filter(alias => !taken.aliases.includes(alias)),
      also_at: also_at.filter(url => !taken.also_at.includes(url)),
    }
    const isTwin =
      new SourceIndex([{ ...heir, fields: left }], [], this.venues).sameAs(card.fields).length > 0
    const items = Object.entries(taken).flatMap(([field, list]) => list.map(item => `${field}=${item}`))
    const edit = ['cards edit', heir.id, ...items.map(item => `--remove ${shellWord(item)}`)].join(' ')
    return `  ${edit}\n  cards revive ${card.id}${isTwin ? ' --force' : ''}`
  }
}

/** Every ID by which references name a card, folded. */
function namesOf({ id, fields }: Card): ReadonlySet<string> {
  const urls = [...(fields.url === undefined ? [] : [fields.url]), ...(fields.also_at ?? [])]
  return new Set([id, ...(fields.aliases ?? []), ...urls.map(resourceId)].map(foldId))
}

function urlsOf({ url, also_at = [] }: KnownFields): ReadonlySet<string> {
  return new Set([...(url === undefined ? [] : [url]), ...also_at].map(canonicalUrl))
}
