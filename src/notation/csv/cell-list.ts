/** Between two items of a list, and at its end, where people leave one. */
const SEPARATOR = /;(?=\s|$)/

/**
 * The items of a list as one text: parted by `; `, or on a line each when one of them has that within. A list of one
 * such item begins with a line break, so that it is known to be by lines.
 * @param items without line breaks, without white space at their ends, none of them empty
 */
export function joinedItems(items: readonly string[]): string {
  if (!items.some(item => SEPARATOR.test(item))) return items.join('; ')
  return (items.length === 1 ? '\n' : '') + items.join('\n')
}

/** The items of a text that holds a list: on a line each, or parted by `; `. */
export function itemsIn(text: string): string[] {
  const isByLine = text.startsWith('\n') || text.trim().includes('\n')
  return text
    .split(isByLine ? '\n' : SEPARATOR)
    .map(item => item.trim())
    .filter(item => item !== '')
}
