/**
 * Breaks one line of text into several, at single spaces only: a YAML reader that folds the lines puts exactly
 * that space back. A longer run of spaces, or a space beside a tab, is never broken; nor is a long word.
 *
 * @param first how many columns the first line may take
 * @param others how many the others may take
 */
export function wrapWords(line: string, first: number, others = first): string[] {
  const lines: string[] = []
  let start = 0
  while (line.length - start > (lines.length === 0 ? first : others)) {
    const limit = start + (lines.length === 0 ? first : others)
    const at = lastBreak(line, start, limit) ?? nextBreak(line, limit + 1)
    if (at === undefined) break
    lines.push(line.slice(start, at))
    start = at + 1
  }
  lines.push(line.slice(start))
  return lines
}

function lastBreak(line: string, start: number, limit: number): number | undefined {
  for (let at = limit; at > start; at--) if (isBreak(line, at)) return at
  return undefined
}

function nextBreak(line: string, from: number): number | undefined {
  for (let at = line.indexOf(' ', from); at !== -1; at = line.indexOf(' ', at + 1))
    if (isBreak(line, at)) return at
  return undefined
}

function isBreak(line: string, at: number): boolean {
  return line[at] === ' ' && isInk(line[at - 1]) && isInk(line[at + 1])
}

function isInk(character: string | undefined): boolean {
  return character !== undefined && character !== ' ' && character !== '\t'
}
