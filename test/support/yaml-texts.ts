/** Every text of the characters, up to a length, behind some other text. */
export function* allTexts(before: string, alphabet: readonly string[], length: number): Generator<string> {
  yield before
  if (length === 0) return
  for (const character of alphabet) yield* allTexts(before + character, alphabet, length - 1)
}

/** Draws a number below `count`. */
export type Draw = (count: number) => number

/** Draws from a list of random numbers, over and over, so that fast-check can replay and shrink it. */
export function drawFrom(numbers: readonly number[]): Draw {
  let drawn = 0
  return count => {
    const round = Math.floor(drawn / numbers.length)
    const number = numbers[drawn++ % numbers.length] ?? 0
    return (number + round * 7919) % count
  }
}

const ordinaryWords =
  'a word Foo R&D it\'s a#b *em* **b** _x_ [link](https://a.b) "q" 100% (b) end. — é 😀 https://a.b/c?d=e&f=g#h 2026-02-06'.split(
    ' ',
  )
const nastyWords =
  '#1 @me `c` {x} a,b ! x! &a ? why? | > >5 << ~ null % --- ... - -- a:b x: : :: \\ \\n [a] ]( # __proto__ \'\' "" = \'n\' a\\"b , { } [ ] C# "#" [x]: * & !!str !x : - \t \u0085 \u2028 \u00a0 \ufeff \u0007'.split(
    ' ',
  )
const indicators = [
  ...':-?[]{},#&*!|>\'"%@` \n\r\t\\~a.0+',
  ...['  ', '\n ', '\r\n', ': ', '- ', ' #', '\n\n', '\n  ', '<<', "''", '""', '---', 'x: y\n', '\n- '],
]

function pick<T>(draw: Draw, items: readonly T[]): T {
  return items[draw(items.length)] as T
}

function spaces(count: number): string {
  return ' '.repeat(Math.max(0, count))
}

/** A text like a card: maps and lists of scalars in all styles, with comments, blank lines and odd characters. */
export function writeText(draw: Draw): string {
  let text = draw(12) === 1 ? writeItems(draw, 0, 2) : writeFields(draw, 0, 2)
  if (draw(10) === 1) text = `# ${writeWords(draw, 3)}\n${text}`
  if (draw(15) === 1) text = `---\n${text}`
  if (draw(3) === 1) text = mutate(draw, text)
  if (draw(8) === 1) text = text.replaceAll('\n', '\r\n')
  if (draw(8) === 1) text = text.trimEnd()
  return text
}

function writeFields(draw: Draw, indent: number, depth: number, inline = false): string {
  let text = ''
  const count = 1 + draw(4)
  for (let index = 0; index < count; index++) {
    if (index > 0 || !inline) text += writeGap(draw, indent) + spaces(indent)
    const key = draw(10) === 1 ? writeFlowScalar(draw, indent, 2) : `k${index}`
    text += `${key}${draw(20) === 1 ? ' :' : ':'}${writeValue(draw, indent, depth)}`
  }
  return text
}

function writeItems(draw: Draw, indent: number, depth: number): string {
  let text = ''
  const count = 1 + draw(4)
  for (let index = 0; index < count; index++) {
    text += `${writeGap(draw, indent) + spaces(indent)}-`
    const gap = spaces(draw(6) === 1 ? 1 + draw(3) : 1)
    if (depth > 0 && draw(8) === 1) text += gap + writeFields(draw, indent + 1 + gap.length, depth - 1, true)
    else if (depth > 0 && draw(12) === 1)
      text += gap + writeItems(draw, indent + 1 + gap.length, depth - 1).trimStart()
    else text += writeValue(draw, indent, depth)
  }
  return text
}

function writeValue(draw: Draw, indent: number, depth: number): string {
  const end = `${writeEnd(draw)}\n`
  const kind = draw(depth > 0 ? 12 : 8)
  if (kind === 11) return end + writeFields(draw, indent + 1 + draw(3), depth - 1)
  if (kind >= 9) return end + writeItems(draw, indent + (draw(3) === 1 ? draw(3) : 2), depth - 1)
  if (kind === 8) return ` ${writeFlow(draw, indent, 2)}${end}`
  if (kind === 7) return ` ${writeBlock(draw, indent)}\n`
  if (kind === 6 && draw(4) === 1) return end
  const start = draw(15) === 1 ? `\n${spaces(indent + 1 + draw(3))}` : ' '
  return `${start}${writeFlowScalar(draw, indent, 8)}${end}`
}

/** Spaces and a comment at the end of a line, seldom. */
function writeEnd(draw: Draw): string {
  return (draw(15) === 1 ? ` # ${writeWords(draw, 3)}` : '') + (draw(15) === 1 ? spaces(1 + draw(3)) : '')
}

/** Blank lines and comments between two lines, seldom. */
function writeGap(draw: Draw, indent: number): string {
  if (draw(10) !== 1) return ''
  return pick(draw, ['\n', `${spaces(draw(6))}\n`, `${spaces(indent)}# c\n`, `${spaces(draw(6))}#c\n`])
}

function writeWords(draw: Draw, count: number): string {
  const nasty = draw(3) === 1
  const words = Array.from({ length: 1 + draw(count) }, () =>
    pick(draw, nasty && draw(2) === 1 ? nastyWords : ordinaryWords),
  )
  return words.join(draw(15) === 1 ? '  ' : ' ')
}

/** A scalar that is plain or in quotes, perhaps over several lines. */
function writeFlowScalar(draw: Draw, indent: number, count: number): string {
  const words = writeWords(draw, count)
  const fold = (text: string) =>
    draw(3) === 1 ? text.replace(/ /g, space => writeBreak(draw, indent, space)) : text
  switch (draw(5)) {
    case 1:
      return `"${fold(words.replace(/[\\"]/g, '\\$&').replace(/é/g, '\\u00e9'))}${draw(10) === 1 ? '\\t\\x41\\/' : ''}"`
    case 2:
      return `'${fold(words.replaceAll("'", "''"))}'`
    default:
      return fold(draw(4) === 1 ? words : words.replace(/^[^\p{L}\d(]+|: |:$| #|[[\]{},]/gu, ''))
  }
}

function writeBreak(draw: Draw, indent: number, space: string): string {
  if (draw(8) !== 1) return space
  const blank = draw(5) === 1 ? `${spaces(draw(2) * 3)}\n` : ''
  return `${pick(draw, ['', '', ' ', '\\'])}\n${blank}${spaces(draw(8) === 1 ? draw(6) : indent + 1 + draw(3))}`
}

function writeBlock(draw: Draw, indent: number): string {
  const digit = draw(20) === 1 ? String(1 + draw(4)) : ''
  let text = pick(draw, ['|', '>']) + pick(draw, ['', '-', '-', '+']) + digit + writeEnd(draw)
  const depth = indent + 1 + draw(3)
  for (let left = draw(6); left > 0; left--) {
    const extra = draw(6) === 1 ? draw(4) - 1 : 0
    if (draw(8) !== 1) text += `\n${spaces(depth + extra)}${writeWords(draw, 6)}${writeEnd(draw)}`
    else text += `\n${draw(2) === 1 ? spaces(draw(depth + 3)) : ''}`
  }
  return text
}

function writeFlow(draw: Draw, indent: number, depth: number): string {
  const gap = () =>
    draw(8) === 1 ? pick(draw, [' ', `\n${spaces(indent + 1)}`, ` # c\n${spaces(indent + 1)}`]) : ''
  const item = () =>
    depth > 0 && draw(4) === 1 ? writeFlow(draw, indent, depth - 1) : writeFlowScalar(draw, indent, 3)
  const pair = () => writeFlowScalar(draw, indent, 1) + pick(draw, [': ', ': ', ' : ', ':', '']) + item()
  const isMap = draw(2) === 1
  const parts = Array.from({ length: draw(4) }, () => (isMap || draw(8) === 1 ? pair() : item()))
  const content = gap() + parts.join(`${gap()},${gap()} `) + (draw(10) === 1 ? ',' : '') + gap()
  return isMap ? `{${content}}` : `[${content}]`
}

/** A few slips: characters deleted, inserted, doubled; lines indented, moved, deleted. */
export function mutate(draw: Draw, text: string): string {
  let changed = text
  for (let left = 1 + draw(3); left > 0; left--) {
    const at = draw(changed.length + 1)
    const lines = changed.split('\n')
    const line = draw(lines.length)
    switch (draw(6)) {
      case 0:
        changed = changed.slice(0, at) + changed.slice(at + 1 + draw(3))
        break
      case 1:
        changed = changed.slice(0, at + draw(8)) + changed.slice(at)
        break
      case 2:
        lines[line] = draw(2) === 1 ? ` ${lines[line]}` : (lines[line]?.slice(1) ?? '')
        changed = lines.join('\n')
        break
      case 3:
        lines.splice(draw(lines.length), 0, ...lines.splice(line, draw(2)))
        changed = lines.join('\n')
        break
      default:
        changed = changed.slice(0, at) + pick(draw, indicators) + changed.slice(at)
    }
  }
  return changed
}
