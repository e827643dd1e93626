/**
 * Plain text as Markdown that means just this text to every reader: CommonMark 0.31, GFM, Pandoc's Markdown and MDX,
 * and to what reads Markdown before them, as Liquid and Hugo's shortcodes. By a backslash before whatever is markup
 * somewhere; a letter is never escaped. What only stands at the start of a line is for `escapeLineStart`.
 * @param text neutral, without line breaks
 */
export function escapeText(text: string): string {
  return text.replace(MARKUP, '\\$&')
}

/**
 * - ``\ ` * [ ] < > { } | ~ ^ $ #`` and `@`, Pandoc's citations, everywhere; `_` but for one within an ASCII word;
 * - `&` that may start an entity, `!` at the end, which a link may follow;
 * - `:` of an address, of `:smile:` and of `:directive`, and the `.` of `www.`, which GFM takes for a link;
 * - `==` and `%%`, which mark and hide in Obsidian and Quartz.
 */
const MARKUP =
  /[\\`*[\]<>{}|~^$#@]|(?<![A-Za-z0-9])_|_(?![A-Za-z0-9])|&(?=[#A-Za-z])|!$|:(?=\/\/|[A-Za-z+_-]|\d+:)|(?<=www)\.|=(?==)|%(?=%)/gi

/**
 * A line of Markdown, made of nothing but inlines, so that no block starts there: no list, rule, underline of a
 * heading, definition, container or title block. What is in brackets, quotes, tables and code is escaped as text is.
 * @param line without white space at its start
 */
export function escapeLineStart(line: string): string {
  // A letter can only be written as an entity. MDX runs what follows these words.
  if (/^(?:import|export)\b/.test(line)) return `&#${line.charCodeAt(0)};${line.slice(1)}`
  if (/^[-+=:%]/.test(line)) return `\\${line}`
  // Also Pandoc's fancy lists: `a)`, `iv.`, `(2)`.
  return line.replace(LIST_MARK, (_, bracket: string, mark: string) =>
    bracket === '' ? `${mark}\\` : `\\(${mark}`,
  )
}

const LIST_MARK = /^(\(?)(\d{1,9}|[A-Za-z]|[ivxlcdmIVXLCDM]{2,9})(?=[.)](?:\s|$))/
