// Generated parts of Markdown files: tables, and where they go.

/**
 * A text as code; a dash, for nothing, as it is.
 * @param {string} text
 */
export function code(text) {
  return text === '—' ? text : `\`${text}\``
}

/**
 * A table of Markdown (GFM).
 * @param {string[]} headings
 * @param {(readonly string[])[]} rows
 */
export function table(headings, rows) {
  const line = (/** @type {readonly string[]} */ cells) =>
    `| ${cells.map(cell => cell.replaceAll('|', '\\|')).join(' | ')} |`
  return [line(headings), `|${'---|'.repeat(headings.length)}`, ...rows.map(line)].join('\n')
}

/**
 * A text with blocks of it replaced, each between its marks.
 * @param {string} text
 * @param {Record<string, string>} parts by the names of their marks
 */
export function withParts(text, parts) {
  return Object.entries(parts).reduce(
    (whole, [name, part]) => whole.replace(marks(name), (_, open, close) => `${open}\n${part}\n${close}`),
    text,
  )
}

/**
 * A text with a part of a line of it replaced.
 * @param {string} text
 * @param {string} name of the marks
 * @param {string} part
 */
export function withInline(text, name, part) {
  return text.replace(marks(name), (_, open, close) => `${open}${part}${close}`)
}

/** @param {string} name */
function marks(name) {
  return new RegExp(`(<!-- ${name} -->)[\\s\\S]*?(<!-- /${name} -->)`)
}
