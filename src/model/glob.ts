/**
 * Whether a file, by its path with forward slashes, fits any of some globs: `*` and `?` stand for characters within
 * a name, `**` for any number of folders. Of our own, as a config can come with a stranger's pull request: the
 * libraries for globs make regular expressions of them, which `*a*a*a*a*b` keeps busy for minutes.
 */
export function globs(patterns: readonly string[]): (file: string) => boolean {
  const parsed = patterns.map(pattern => pattern.replace(/^\.\//, '').split('/'))
  return file => parsed.some(pattern => fits(pattern, file.split('/'), '**', nameFits))
}

function nameFits(pattern: string, name: string): boolean {
  return fits([...pattern], [...name], '*', (a, b) => a === '?' || a === b)
}

/**
 * Holds a sequence against a pattern in which `wildcard` stands for any number of items. After a mismatch only the
 * last wildcard need take one more, as whatever an earlier one took would leave it no better off: so the time is at
 * most the product of the lengths.
 */
function fits(
  pattern: readonly string[],
  items: readonly string[],
  wildcard: string,
  isEqual: (part: string, item: string) => boolean,
): boolean {
  let [part, item] = [0, 0]
  let [lastWildcard, taken] = [-1, 0]
  while (item < items.length) {
    const wanted = pattern[part]
    if (wanted === wildcard) {
      lastWildcard = part++
      taken = item
    } else if (wanted !== undefined && isEqual(wanted, items[item] ?? '')) {
      part++
      item++
    } else if (lastWildcard >= 0) {
      part = lastWildcard + 1
      item = ++taken
    } else {
      return false
    }
  }
  return pattern.slice(part).every(rest => rest === wildcard)
}
