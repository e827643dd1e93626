/**
 * The entries of a registry that somebody asks for, as text: reading a few of a thousand venues or pages then costs
 * what those few cost.
 * @param text of a YAML list with each entry's dash in the first column, which is how registries are written
 * @param isWanted whether an entry's text, in lower case, may be one of those
 * @returns undefined when the text is anything else, and has to be read whole
 */
export function registryExcerpt(text: string, isWanted: (entry: string) => boolean): string | undefined {
  // A first column that holds anything but a dash, a comment or the end of a line is no such list.
  if (/^[^\s#-]|^-[^ ]|\r/m.test(text)) return undefined
  const start = text.search(/^- /m)
  if (start < 0) return undefined
  return text
    .slice(start)
    .split(/^(?=- )/m)
    .filter(entry => isWanted(entry.toLowerCase()))
    .join('')
}
