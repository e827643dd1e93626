/** An attribute of a tag of HTML or JSX. */
export interface TagAttribute {
  readonly key: string
  /** What stands between its quotes or braces. */
  readonly value: string
  /** Where the value starts. */
  readonly start: number
}

/** So far a tag, a quoted value and an expression may go: a sign that is none of theirs must not cost the whole text. */
const [LONGEST_TAG, LONGEST_VALUE] = [4000, 1000]

/** A name and what its value starts with; or what else may stand in a tag. */
const PART = /([A-Za-z_][\w:.-]{0,60})(?:(\s{0,20}=\s{0,20})(["'{]|[^\s"'=<>`{}]{1,300}))?|[^<>]/y

/**
 * The attributes of a tag, from the end of its name on. A `>` within a quoted value or an expression does not end the
 * tag: `<R onClick={() => 1} id="a">`. What is not closed is stepped over.
 */
export function* tagAttributes(text: string, from: number): Iterable<TagAttribute> {
  PART.lastIndex = from
  for (let at = from; at < from + LONGEST_TAG; ) {
    PART.lastIndex = at
    const part = PART.exec(text)
    if (!part) return
    const [whole, key, equals, opening = ''] = part
    at += whole.length
    if (/["'{]/.test(opening) || whole === '{') {
      const end = opening === '"' || opening === "'" ? quoteEnd(text, at, opening) : braceEnd(text, at)
      if (end === undefined) continue
      if (key !== undefined) yield { key, value: text.slice(at, end), start: at }
      at = end + 1
    } else if (key !== undefined && equals !== undefined)
      yield { key, value: opening, start: at - opening.length }
  }
}

/** Where a quoted value ends that starts at an offset. */
function quoteEnd(text: string, from: number, quote: string): number | undefined {
  const length = text.slice(from, from + LONGEST_VALUE).indexOf(quote)
  return length < 0 ? undefined : from + length
}

/** Where an expression ends: at the brace that closes it, and none that is in a text within. */
function braceEnd(text: string, from: number): number | undefined {
  let depth = 1
  for (let at = from; at < Math.min(text.length, from + LONGEST_VALUE); at++) {
    const sign = text[at] ?? ''
    if (sign === '{') depth++
    else if (sign === '}' && --depth === 0) return at
    else if (sign === '"' || sign === "'" || sign === '`') at = stringEnd(text, at)
  }
  return undefined
}

/** Where a text in an expression ends: on the same line, else its quote is an apostrophe. */
function stringEnd(text: string, start: number): number {
  const quote = text[start]
  for (let at = start + 1; at < start + 200; at++) {
    const sign = text[at]
    if (sign === quote) return at
    if (sign === '\\') at++
    if (sign === undefined || sign === '\n') break
  }
  return start
}
