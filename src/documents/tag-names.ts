import { tagAttributes } from './tag-attributes.ts'
import { namesWithin, type WrittenName } from './written-name.ts'

const TAG = /<([A-Za-z][\w.:-]{0,60})/g

/** Components of pages that stand for a source, and what they name it by. */
const TAGS: ReadonlySet<string> = new Set(
  'r f ref refs reference resource source sources sourcecard card cards citation citations cite cites'.split(
    ' ',
  ),
)
const THEIR_ATTRIBUTES: ReadonlySet<string> = new Set('id ids of key ref source card'.split(' '))

/** Attributes that name a card in any tag. */
const ATTRIBUTES: ReadonlySet<string> = new Set(
  'data-card data-cards card-id cardid card cards data-source-id source-id sourceid'.split(' '),
)

/** What attributes of HTML and JSX name: `<R id="a">`, `<Cite ids={['a', 'b']}>`, `data-card="a"` in any tag. */
export function* tagNames(text: string): Iterable<WrittenName> {
  for (const tag of text.matchAll(TAG)) {
    const [whole, name = ''] = tag
    const isOurs = TAGS.has(name.toLowerCase())
    for (const { key, value, start } of tagAttributes(text, tag.index + whole.length)) {
      const folded = key.toLowerCase()
      if (ATTRIBUTES.has(folded) || (isOurs && THEIR_ATTRIBUTES.has(folded))) yield* namesWithin(value, start)
    }
  }
}
