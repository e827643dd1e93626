import type { Raw } from '../../../load/raw.ts'
import type { SourceText } from '../../../load/source-text.ts'
import { brief } from '../../../model/brief.ts'
import type { Pointer } from '../../../model/place.ts'
import { type Problem, textRule } from '../../rule.ts'

/** Without a fix, as edits of the text may not change what it says, and changes of values leave comments alone. */
export const cutText = textRule({
  id: 'yaml/cut-text',
  severity: 'warning',
  summary: 'a text without quotes that YAML cuts short at a ` #`, which begins a comment',
  why: 'To YAML a `#` behind a space begins a comment: of `title: The C# language #3 in a series` only `The C# language` is read, and the rest is in no list, search or export.',
  examples: {
    bad: ['title: The C# language #3 in a series\n', 'key_points:\n  - It won the prize #1\n'],
    good: [
      'title: The C# language # the third of a series\n',
      'title: "The C# language #3 in a series"\n',
      'published: 2026-02 #approximately\n',
    ],
  },
  check(source) {
    const { text, value } = source
    return text.indexOf('#', 1) !== -1 && TIGHT.test(text) && value !== undefined
      ? problemsOf(source, value)
      : []
  },
})

function* problemsOf(source: SourceText, value: Raw): Iterable<Problem> {
  for (const pointer of textPlaces(value, [])) {
    const [start, end] = source.span(source.reading.locate(pointer, 'value'))
    const text = source.text.slice(start, end)
    const lost = /^[ \t]+(#[^\r\n]*)/.exec(source.text.slice(end, end + LONGEST))?.[1]?.trimEnd() ?? ''
    if (!/^#[\p{L}\p{N}]/u.test(lost) || SUPPRESSION.test(lost) || /^["'|>]/.test(text)) continue
    yield {
      message: `The text is cut short before \`${brief(lost)}\`, which is a comment to YAML.`,
      help: 'Put the whole in quotes, or a space behind the `#` if it is a comment.',
      pointer,
      span: [start, end],
    }
  }
}

/** A comment that touches its `#`: that of people has a space there. */
const TIGHT = /[^\s#] +#[\p{L}\p{N}]/u

const SUPPRESSION = /^#cards?[-_]/i

/** No more of a line is looked at. */
const LONGEST = 2000

const TEXTS = new Set(
  'title label abstract summary relevance review notes key_points authors given family literal reason name description'.split(
    ' ',
  ),
)

/** The places of the texts that people write, in a card or a registry. */
function* textPlaces(value: Raw, pointer: Pointer): Iterable<Pointer> {
  if (typeof value === 'string') {
    const name = pointer.findLast(step => typeof step === 'string')
    if (value !== '' && TEXTS.has(String(name))) yield pointer
  } else if (Array.isArray(value)) {
    for (const [i, item] of value.entries()) yield* textPlaces(item, [...pointer, i])
  } else if (value !== null && typeof value === 'object') {
    for (const [key, item] of Object.entries(value)) yield* textPlaces(item, [...pointer, key])
  }
}
