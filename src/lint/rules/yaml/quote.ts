import { types, type ValueType } from '../../../load/forms.generated.cjs'
import type { Raw } from '../../../load/raw.ts'
import type { SourceText } from '../../../load/source-text.ts'
import { boilerplateKind } from '../../../model/boilerplate-kind.ts'
import type { Omissions } from '../../../model/omissions.ts'
import type { Pointer } from '../../../model/place.ts'
import { pointerText } from '../../../model/pointer.ts'
import { type Problem, textRule } from '../../rule.ts'
import { isProseField } from '../text/text-fields.ts'
import { mayBeMisread, misreadAs } from './misread-as.ts'

export const quote = textRule({
  id: 'yaml/quote',
  severity: 'warning',
  summary: 'a text without quotes that other YAML readers take for a number, date or boolean',
  why: 'Here a field says what type its value has, so `title: 1984` is text. Other tools guess: they drop zeros (`2301.10140` becomes 2301.1), overflow (`591965925902e868` is infinity) or make a date of it.',
  fixes: 'safe',
  examples: {
    bad: [
      'published: 2026-02-06\n',
      'title: 1984\narxiv: 2301.10140\n',
      'aliases: [591965925902e868, c4075b6d47521293]\n',
      'label: yes\n',
      'label: null\n',
    ],
    good: [
      'published: "2026-02-06"\n',
      "title: '1984'\n",
      'published: 2026-02\n',
      'forum:\n  karma: 32\n',
      'notes: 3 things that everybody knows\n',
    ],
  },
  check(source, { omissions }) {
    const type = source.kind === 'baseline' ? undefined : types[source.kind]
    if (!holdsMisread(source.value, type, source.text)) return []
    return problemsOf(source, type, omissions.get(source.path))
  },
})

function* problemsOf(
  source: SourceText,
  type: ValueType | undefined,
  omissions: Omissions | undefined,
): Iterable<Problem> {
  // Quotes would not make a wrong value right: that it is wrong is told already.
  const wrong = new Set(omissions?.[0]?.map(pointerText))
  const found = [...misreadTexts(source.value, type, [])].filter(
    ({ pointer, text }) => !wrong.has(pointerText(pointer)) && !isBoilerplate(pointer, text),
  )
  // Where all are in quotes, the places of values need not be worked out.
  const texts = [...new Set(found.map(({ text }) => text))]
  if (texts.length < MANY && !texts.some(text => mayBePlain(source.text, text))) return
  const mark = usualQuote(source.text)
  for (const { pointer, text, as } of found) {
    const span = source.span(source.reading.locate(pointer, 'value'))
    if (source.text.slice(...span) !== text) continue
    const quoted = `${mark}${text}${mark}`
    const said = { message: `\`${text}\` without quotes is ${as} to other YAML readers.`, pointer, span }
    if (as === 'no value') {
      yield { ...said, help: `Remove the key, or write \`${quoted}\` if that is the text.` }
      continue
    }
    const fix = { title: 'Put it in quotes', safe: true, edits: [{ span, text: quoted }] }
    yield { ...said, help: `Write \`${quoted}\`.`, fix }
  }
}

const MANY = 100

interface Misread {
  readonly pointer: Pointer
  readonly text: string
  readonly as: string
}

/** Whether a text that other readers would misread stands in the file without quotes before it, as far as is seen. */
function holdsMisread(value: Raw | undefined, type: ValueType | undefined, text: string): boolean {
  if (type === undefined || value === undefined) return false
  if (typeof value === 'string') {
    const isText = typeof type === 'object' || type === 'string'
    return isText && misreadAs(value) !== undefined && !isQuoted(text, value)
  }
  if (Array.isArray(value)) {
    const items = typeof type === 'object' && 'items' in type ? type.items : undefined
    if (items !== undefined) for (const item of value) if (holdsMisread(item, items, text)) return true
    return false
  }
  if (typeof type !== 'object' || !('keys' in type)) return false
  for (const key in value) {
    const item = value[key]
    // Of most texts it is seen sooner than what type they have.
    if (typeof item === 'string' && !mayBeMisread(item)) continue
    if (Object.hasOwn(type.keys, key) && holdsMisread(item, type.keys[key], text)) return true
  }
  return false
}

/** Whether a text stands in a file once, with a quote before it. */
function isQuoted(text: string, value: string): boolean {
  const at = text.indexOf(value)
  const before = text[at - 1]
  return (before === '"' || before === "'") && text.indexOf(value, at + 1) === -1
}

/** The values that the schema takes as text, and other readers do not. */
function* misreadTexts(
  value: Raw | undefined,
  type: ValueType | undefined,
  pointer: Pointer,
): Iterable<Misread> {
  if (type === undefined || value === undefined) return
  if (typeof value === 'string') {
    // An author is a mapping to the table of types, but may be a name.
    const as = typeof type === 'object' || type === 'string' ? misreadAs(value) : undefined
    if (as !== undefined) yield { pointer, text: value, as }
  } else if (Array.isArray(value)) {
    const items = typeof type === 'object' && 'items' in type ? type.items : undefined
    for (const [i, item] of value.entries()) yield* misreadTexts(item, items, [...pointer, i])
  } else if (typeof type === 'object' && 'keys' in type) {
    for (const [key, item] of Object.entries(value))
      if (Object.hasOwn(type.keys, key)) yield* misreadTexts(item, type.keys[key], [...pointer, key])
  }
}

/** Whether `text/boilerplate` tells of a value: a `null` where a summary belongs. */
function isBoilerplate([field]: Pointer, text: string): boolean {
  return isProseField(field) && boilerplateKind(text) !== undefined
}

/** Whether a text stands somewhere without a quote before it. */
function mayBePlain(text: string, value: string): boolean {
  return [' ', '[', ',', '{', '\t'].some(before => text.includes(before + value))
}

/** The quotes that most values of the file have; double ones where there are none. */
function usualQuote(text: string): "'" | '"' {
  const count = (pattern: RegExp) => text.match(pattern)?.length ?? 0
  return count(/[:-] '/g) > count(/[:-] "/g) ? "'" : '"'
}
