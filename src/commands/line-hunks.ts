/** Lines of two texts that differ: from where to where in each, the ends exclusive. */
interface Block {
  readonly old: readonly [start: number, end: number]
  readonly now: readonly [start: number, end: number]
}

/** So many lines that are the same stand before and after those that differ. */
const CONTEXT = 4

/**
 * The hunks of a unified diff, in linear time: for texts that differ in so many lines that the shortest diff would take
 * minutes to find. Line is held against line where both have as many; else all between the first and the last that differ
 * counts as one change.
 */
export function lineHunks(old: string, now: string): string {
  const [a, b] = [linesOf(old), linesOf(now)]
  const hunks: Block[][] = []
  for (const block of a.length === b.length ? changedLines(a, b) : changedMiddle(a, b)) {
    const last = hunks.at(-1)
    const before = last?.at(-1)
    if (last && before && block.old[0] - before.old[1] <= 2 * CONTEXT) last.push(block)
    else hunks.push([block])
  }
  return hunks.map(blocks => hunkText(blocks, a, b)).join('')
}

/** Lines with the line feeds that end them. */
function linesOf(text: string): string[] {
  return text.match(/[^\n]*\n|[^\n]+$/g) ?? []
}

function changedLines(a: readonly string[], b: readonly string[]): Block[] {
  const blocks: Block[] = []
  for (let start = 0; start < a.length; start++) {
    let end = start
    while (end < a.length && a[end] !== b[end]) end++
    if (end > start) blocks.push({ old: [start, end], now: [start, end] })
    start = end
  }
  return blocks
}

function changedMiddle(a: readonly string[], b: readonly string[]): Block[] {
  let start = 0
  while (start < Math.min(a.length, b.length) && a[start] === b[start]) start++
  let [oldEnd, nowEnd] = [a.length, b.length]
  while (oldEnd > start && nowEnd > start && a[oldEnd - 1] === b[nowEnd - 1]) {
    oldEnd--
    nowEnd--
  }
  return [{ old: [start, oldEnd], now: [start, nowEnd] }]
}

function hunkText(blocks: readonly Block[], a: readonly string[], b: readonly string[]): string {
  const [first, last] = [blocks[0], blocks.at(-1)]
  if (!first || !last) return ''
  const lead = Math.min(CONTEXT, first.old[0])
  const tail = Math.min(CONTEXT, a.length - last.old[1])
  let at = first.old[0] - lead
  let lines = ''
  for (const { old, now } of blocks) {
    lines += marked(' ', a.slice(at, old[0])) + marked('-', a.slice(...old)) + marked('+', b.slice(...now))
    at = old[1]
  }
  lines += marked(' ', a.slice(at, at + tail))
  const from = rangeText(first.old[0] - lead, last.old[1] + tail)
  const to = rangeText(first.now[0] - lead, last.now[1] + tail)
  return `@@ -${from} +${to} @@\n${lines}`
}

function rangeText(start: number, end: number): string {
  return `${end === start ? start : start + 1},${end - start}`
}

function marked(mark: string, lines: readonly string[]): string {
  return lines
    .map(line => `${mark}${line}${line.endsWith('\n') ? '' : '\n\\ No newline at end of file\n'}`)
    .join('')
}
