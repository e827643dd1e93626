import { codeSpanAt, type Ticks, ticksOf } from './code-span.ts'
import { characterBefore, delimiterRunAt } from './delimiter-run.ts'
import { pairEmphasis } from './emphasis.ts'
import { ENTITY } from './entity.ts'
import { bareUrlAt } from './link-target.ts'
import { closeBracket, openBracket, type Unpaired } from './markdown-brackets.ts'
import { markdownEntity } from './markdown-entity.ts'
import { isEscapable, type Token, token } from './markdown-token.ts'

/** Takes inline Markdown (line breaks as LF) apart in one pass, in linear time. */
export function tokensOf(text: string): Token[] {
  const tokens: Token[] = []
  const unpaired: Unpaired = { runs: [], brackets: [], spent: 0 }
  let ticks: Ticks | undefined
  const add = (added: Token, end: number) => {
    tokens.push(added)
    return end
  }
  const special = /[\\`*_[\]!<&\n]|https?:/gi
  let offset = 0
  while (offset < text.length) {
    special.lastIndex = offset
    const next = special.exec(text)?.index ?? text.length
    if (next > offset) offset = add(token(text.slice(offset, next)), next)
    else offset = readSpecial(text[offset] ?? '')
  }
  pairEmphasis(tokens, unpaired.runs, 0)
  return tokens

  /** Reads what starts with a character that may be markup, and gives the offset after it. */
  function readSpecial(character: string): number {
    const following = text[offset + 1] ?? ''
    if (character === '`') {
      ticks ??= ticksOf(text)
      const { found, end } = codeSpanAt(text, offset, ticks)
      return add(found, end)
    }
    if (character === '*' || character === '_') {
      const run = delimiterRunAt(text, offset)
      unpaired.runs.push(tokens.length)
      return add(run, offset + run.text.length)
    }
    if (character === ']') return closeBracket(tokens, unpaired, text, offset)
    if (character === '[' || (character === '!' && following === '[')) {
      openBracket(tokens, unpaired, character === '!')
      return offset + (character === '!' ? 2 : 1)
    }
    if (character === '\n') return readBreak(offset, false)
    if (character === '\\' && following === '\n') return readBreak(offset + 1, true)
    if (character === '\\' && isEscapable(following)) return add(token(following), offset + 2)
    const { found, end } = entityAt(text, offset) ?? linkAt(text, offset) ?? textAt(text, offset)
    return add(found, end)
  }

  /** A line break: a space, but for a hard one (two spaces or a backslash before it) and for blank lines. */
  function readBreak(at: number, isEscaped: boolean): number {
    const breaks = matchAt(/\n\s*/y, text, at)?.[0] ?? '\n'
    const last = tokens.at(-1)
    const isHard = isEscaped || (last?.kind === 'text' && last.text.endsWith('  '))
    if (last?.kind === 'text') last.text = last.text.trimEnd()
    const isBlank = breaks.lastIndexOf('\n') > 0
    return add(token(isBlank ? '\n\n' : isHard ? '\n' : ' '), at + breaks.length)
  }
}

/** A token, and the offset after it. */
interface Found {
  found: Token
  end: number
}

const ENTITY_HERE = new RegExp(ENTITY.source, 'y')

function entityAt(text: string, offset: number): Found | undefined {
  const entity = matchAt(ENTITY_HERE, text, offset)?.[0]
  const character = entity === undefined ? undefined : markdownEntity(entity)
  if (entity === undefined || character === undefined) return undefined
  return { found: token(character), end: offset + entity.length }
}

/** `<https://example.org>`, or a bare URL that does not start within a word. */
function linkAt(text: string, offset: number): Found | undefined {
  const autolink = matchAt(/<(https?:\/\/[^\s<>]{1,4096})>/iy, text, offset)
  if (autolink !== undefined) {
    const [whole, link = ''] = autolink
    return { found: { ...token(link), link }, end: offset + whole.length }
  }
  const link = /[a-z\d]/i.test(characterBefore(text, offset)) ? undefined : bareUrlAt(text, offset)
  return link === undefined ? undefined : { found: { ...token(link), link }, end: offset + link.length }
}

/** A sign that was none, or the `http` of what is no URL. */
function textAt(text: string, offset: number): Found {
  const end = offset + (/[a-z]/i.test(text[offset] ?? '') ? 4 : 1)
  return { found: token(text.slice(offset, end)), end }
}

function matchAt(expression: RegExp, text: string, offset: number): RegExpExecArray | undefined {
  expression.lastIndex = offset
  return expression.exec(text) ?? undefined
}
