/** A value of an entry, and where it stands; the lines of a long one are parted by line feeds. */
export interface RisValue {
  readonly tag: string
  readonly value: string
  readonly line: number
}

export interface RisEntry {
  readonly line: number
  /** From `TY` to before `ER`, without those that are empty. */
  readonly values: readonly RisValue[]
}

/** A tag, two spaces and a hyphen. Programs are careless about the spaces. */
const TAGGED = /^([A-Z][A-Z0-9]) {1,3}- ?(.*)$/

/**
 * Reads the entries of a RIS file (`TY` to `ER`). A line without a tag goes on with the value before it. An entry also
 * ends where the next begins, and at the end of the file.
 * @returns with the lines that belong to no entry
 */
export function scanRis(text: string): { entries: RisEntry[]; stray: number[] } {
  const entries: { line: number; values: { tag: string; parts: string[]; line: number }[] }[] = []
  const stray: number[] = []
  let isOpen = false
  for (const [i, whole] of text
    .replace(/^\ufeff/, '')
    .split(/\r\n?|\n/)
    .entries()) {
    const [, tag, value = ''] = TAGGED.exec(whole) ?? []
    const values = isOpen ? entries.at(-1)?.values : undefined
    if (tag === 'TY') {
      entries.push({ line: i + 1, values: [{ tag, parts: [value], line: i + 1 }] })
      isOpen = true
    } else if (tag === 'ER') isOpen = false
    else if (values === undefined) {
      if (whole.trim() !== '') stray.push(i + 1)
    } else if (tag === undefined) values.at(-1)?.parts.push(whole)
    else values.push({ tag, parts: [value], line: i + 1 })
  }
  return {
    entries: entries.map(({ line, values }) => ({
      line,
      values: values.flatMap(({ tag, parts, line }) => {
        const value = parts.join('\n').trim()
        return value === '' ? [] : [{ tag, value, line }]
      }),
    })),
    stray,
  }
}
