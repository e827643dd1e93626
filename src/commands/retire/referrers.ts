import type { Card, Page } from '../../model/card.ts'
import { counted } from '../../model/count-text.ts'
import { fewNames } from '../../model/few-names.ts'
import type { Library } from '../../model/library.ts'
import { listed } from '../../model/listed.ts'
import { foldId } from '../../model/stable-id.ts'

/** What leads to a card that is being retired. */
export interface Referrers {
  /** The pages that cite it. */
  readonly pages: readonly (Pick<Page, 'id'> & Partial<Page>)[]
  /** The retired cards that it stands for. */
  readonly replaces: readonly string[]
  /** The cards in use that have its ID among their aliases. */
  readonly aliasOf: readonly string[]
  /** The cards in use whose texts mention its ID. */
  readonly mentionedIn: readonly string[]
  /** The cached excerpt that it names. */
  readonly preview?: string
}

/** Finds what in a library leads to some of its cards: for each card, in the order given. */
export async function referrersOf(cards: readonly Card[], library: Library): Promise<Referrers[]> {
  const pages = await library.pages()
  const [others, retired] = [await listed(library.cards()), await listed(library.retired())]
  const texts = new Map(others.map(card => [card, ownWords(card)]))
  return cards.map(card => {
    const { id, fields } = card
    const inUse = others.filter(other => other.path !== card.path)
    return {
      pages: (fields.cited_by ?? []).map(page => pages.get(page) ?? { id: page }),
      replaces: idsOf(retired, other => foldId(other.fields.retired?.replaced_by ?? '') === foldId(id)),
      aliasOf: idsOf(inUse, other => (other.fields.aliases ?? []).some(name => foldId(name) === foldId(id))),
      mentionedIn: idsOf(inUse, other => texts.get(other)?.has(id) ?? false),
      ...(fields.preview && { preview: fields.preview.file }),
    }
  })
}

/** The words of a card's texts that may be IDs. */
function ownWords({ fields }: Card): ReadonlySet<string> {
  const { summary, relevance, review, notes, key_points = [] } = fields
  const text = [summary, relevance, review, notes, ...key_points].join('\n')
  return new Set(text.match(/[A-Za-z0-9]{10,}/g) ?? [])
}

function idsOf(cards: readonly Card[], fits: (card: Card) => boolean): string[] {
  return cards.filter(fits).map(({ id }) => id)
}

/**
 * What to do about whatever leads to a card, a line each.
 * @param replacement ID of the card to use instead
 */
export function referrerLines(referrers: Referrers, replacement: string | undefined): string[] {
  const { pages, replaces, aliasOf, mentionedIn, preview } = referrers
  const lines: string[] = []
  const one = replacement === undefined ? 'another source' : replacement
  if (pages.length > 0) {
    const names = pages.map(({ id, title }) => (title === undefined ? id : `${title} (${id})`))
    lines.push(`Cited by ${fewNames(names)}: cite ${one} there.`)
  }
  if (replaces.length > 0)
    lines.push(
      replacement === undefined
        ? `It replaced ${fewNames(replaces)}: references to ${replaces.length === 1 ? 'that card' : 'those cards'} now end here. Give --replaced-by to lead them on.`
        : `It replaced ${fewNames(replaces)}: references to ${replaces.length === 1 ? 'that card' : 'those cards'} now lead to ${replacement}.`,
    )
  const strays = aliasOf.filter(id => id !== replacement)
  if (strays.length > 0)
    lines.push(
      `Its ID is an alias of ${fewNames(strays)}, too: remove it there, or say --replaced-by ${strays[0]}.`,
    )
  if (mentionedIn.length > 0)
    lines.push(`Mentioned in the text of ${counted(mentionedIn.length, 'card')}: ${fewNames(mentionedIn)}.`)
  if (preview !== undefined) lines.push(`Its excerpt ${preview} stays where it is.`)
  return lines
}
