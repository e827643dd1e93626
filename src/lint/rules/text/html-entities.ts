import { entityCharacter } from '../../../model/entity.ts'
import { neutralLine } from '../../../model/neutral.ts'
import { withoutHidden } from './hidden-characters.ts'
import type { TextField } from './text-fields.ts'
import { withoutCode } from './without-code.ts'

/** An HTML entity, also one that was escaped again and again (`&amp;amp;lt;`). */
const ENTITY = /&(?:amp;)*((?:#[xX]?)?[a-zA-Z\d]{1,31};)/g

/** What becomes of a text whose HTML entities are written as the characters that they stand for. */
export interface DecodedText {
  readonly value: string
  readonly entities: readonly {
    readonly entity: string
    readonly character: string
    readonly offset: number
  }[]
}

/**
 * Decodes the HTML entities of a text. In prose only those that are no escapes: `&lt;b>` keeps Markdown from seeing a
 * tag, and code shows them as they are.
 */
export function decodeHtmlEntities({ text, kind }: TextField): DecodedText {
  if (!text.includes('&')) return { value: text, entities: [] }
  const entities: DecodedText['entities'][number][] = []
  const visible = kind === 'prose' ? withoutCode(text) : text
  let value = ''
  let offset = 0
  for (const { 0: entity, 1: last = '', index } of visible.matchAll(ENTITY)) {
    const end = index + entity.length
    const character = characterOf(kind === 'prose' ? entity : `&${last}`)
    if (character === undefined) continue
    if (
      kind === 'prose' &&
      (text[index - 1] === '\\' ||
        isMarkup(character, text.slice(Math.max(0, index - 60), index), text.slice(end, end + 33)))
    )
      continue
    entities.push({ entity, character, offset: index })
    value += text.slice(offset, index) + character
    offset = end
  }
  return { value: value + text.slice(offset), entities }
}

/** Undefined for what is no entity, and for controls, which nobody wants. Entities for invisible signs are ''. */
function characterOf(entity: string): string | undefined {
  const written = entityCharacter(entity)
  const character = written !== undefined && entity.startsWith('&#') ? neutralLine(written) : written
  if (character === undefined || /[\u2400-\u2421\ufffd]/.test(character)) return undefined
  return character === '\xa0' ? ' ' : withoutHidden(character)
}

/** Whether Markdown or HTML could take a character for markup, given what stands around it. */
function isMarkup(character: string, before: string, following: string): boolean {
  if (character === '>') return /&lt;[A-Za-z/!?][^&<>]*$/.test(before)
  if (character === '<') return /^[A-Za-z/!?]/.test(following)
  if (character === '&') return /^#?\w{1,31};/.test(following)
  return /[\\`*_[\]#~|]/.test(character)
}
