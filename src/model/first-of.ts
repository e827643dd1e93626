/**
 * The first of many lines, then one for those that are left out; all where there are no more than `most`.
 * @param more that line, from how many they are
 */
export function firstOf(lines: readonly string[], most: number, more: (count: number) => string): string[] {
  return lines.length <= most ? [...lines] : [...lines.slice(0, most), more(lines.length - most)]
}
