import { cardTypeOf } from '../../../csl/card-types.ts'
import { dateFromText } from '../../../csl/date-from-csl.ts'
import { doisIn } from '../../../csl/identifiers-from-csl.ts'
import { tagsFrom } from '../../../csl/tags-from-text.ts'
import type { Author } from '../../../model/card.ts'
import { arxivNumber } from '../../../model/identifier.ts'
import { languageIn } from '../../../model/language-in.ts'
import { isPersonName } from '../../../model/person-name.ts'
import { CARD_TYPES } from '../../convert-value.ts'
import type { FieldLog } from '../../import-log.ts'
import { writtenNames } from '../written-names.ts'
import { LIST_FIELDS } from './columns.ts'

/** Types as Zotero's tables spell them, where CSL spells them otherwise. */
const ZOTERO_TYPES: Readonly<Record<string, string>> = {
  conferencepaper: 'paper',
  blogpost: 'blog',
  forumpost: 'blog',
  newspaperarticle: 'news',
  magazinearticle: 'news',
  booksection: 'book',
  encyclopediaarticle: 'reference',
  dictionaryentry: 'reference',
  presentation: 'talk',
  videorecording: 'video',
  film: 'video',
  tvbroadcast: 'video',
  radiobroadcast: 'podcast',
  audiorecording: 'podcast',
  computerprogram: 'code',
  statute: 'government',
  case: 'government',
}

/** A cell as the field asks for it, as far as that is certain; what is not right then, the schema refuses. */
export function cellValue(field: string, cell: string, log: FieldLog): unknown {
  if (field === 'tags') {
    const { tags, lost } = tagsFrom(cell.includes('\n') ? itemsOf(cell) : cell)
    for (const word of lost) log.drop(`It cannot be a tag: ${word}`)
    return tags.length === 0 ? undefined : tags
  }
  if (field === 'authors') return itemsOf(cell).flatMap(item => namesOf(item, log))
  if (LIST_FIELDS.has(field)) return itemsOf(cell)
  switch (field) {
    case 'published':
    case 'accessed': {
      // Zotero adds the time of the day to a date.
      const { date, lost } = dateFromText(cell.replace(/^(\d{4}-\d{2}-\d{2})[T ]\d{2}:.*$/, '$1'))
      for (const why of lost) log.drop(why)
      return date
    }
    case 'doi': {
      const [doi, ...others] = doisIn(cell)
      if (others.some(other => other !== doi)) log.drop(`Only the first DOI is kept of: ${cell}`)
      return doi ?? cell
    }
    case 'arxiv':
      return arxivNumber(cell) ?? cell
    case 'language':
      return languageIn(cell) ?? cell
    case 'type':
      return typeOf(cell, log)
    case 'title':
    case 'label':
      return cell.replace(/\s+/g, ' ')
    default:
      return cell
  }
}

/** The names in one item of a list: people join them in other ways, too. */
function namesOf(item: string, log: FieldLog): Author[] {
  const { names, isUnclear } = writtenNames(item)
  const parts = item.split(', ')
  // One person with two family names, or two people.
  const isTwo = parts.length === 2 && parts.every(part => part.includes(' ') && isPersonName(part))
  if (names.length === 1 && (isUnclear || isTwo)) {
    log.drop(`It may name several people, and is kept as one name: ${item}`)
    return [{ literal: item }]
  }
  return [...names]
}

/** The items of a list: on a line each, or parted by `; `. */
function itemsOf(cell: string): string[] {
  const items = cell.includes('\n') ? cell.split('\n') : cell.split(/;(?=\s|$)/)
  return items.map(item => item.trim()).filter(item => item !== '')
}

function typeOf(cell: string, log: FieldLog): string {
  const name = cell.toLowerCase()
  const known = CARD_TYPES.find(type => type === name)
  if (known !== undefined) return known
  const word = name.replace(/[\s_-]/g, '')
  const kebab = cell.replace(/(?<=[a-z])(?=[A-Z])/g, '-').replace(/[\s_]+/g, '-')
  const type = (Object.hasOwn(ZOTERO_TYPES, word) ? ZOTERO_TYPES[word] : cardTypeOf(kebab)) ?? 'other'
  log.convert(cell, type)
  return type
}
