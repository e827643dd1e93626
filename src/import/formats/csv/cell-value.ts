import { arxivForm, arxivNumber } from '../../../model/identifier.ts'
import { languageIn } from '../../../model/language-in.ts'
import { cardTypeOf } from '../../../notation/csl/card-types.ts'
import { dateFromText } from '../../../notation/csl/date-from-csl.ts'
import { doisIn } from '../../../notation/csl/identifiers-from-csl.ts'
import { itemsIn } from '../../../notation/csv/cell-list.ts'
import { namesInCell } from '../../../notation/csv/name-in-cell.ts'
import { tagsFrom } from '../../../notation/tags-from-text.ts'
import { CARD_TYPES } from '../../convert-value.ts'
import type { FieldLog } from '../../import-log.ts'

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

/**
 * A cell as the field asks for it, as far as that is certain; what is not right then, the schema refuses.
 * @param text the whole cell, not blank
 * @param isList whether the field is a list
 */
export function cellValue(field: string, text: string, isList: boolean, log: FieldLog): unknown {
  const cell = text.trim()
  if (field === 'tags') {
    const { tags, lost } = tagsFrom(cell.includes('\n') ? itemsIn(cell) : cell)
    for (const word of lost) log.drop(`It cannot be a tag: ${word}`)
    return tags.length === 0 ? undefined : tags
  }
  if (field === 'authors')
    return itemsIn(text).flatMap(item => {
      const { authors, doubt } = namesInCell(item)
      if (doubt !== undefined) log.drop(doubt)
      return authors
    })
  if (isList) return itemsIn(text)
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
      // A bare one is in our form already, which has no opinion on case.
      return doi === cell.toLowerCase() ? cell : (doi ?? cell)
    }
    case 'arxiv':
      return arxivForm(cell) === cell ? cell : (arxivNumber(cell) ?? cell)
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
