import type { CslName } from '../csl/csl-item.ts'
import { withoutLastComma, writtenNames } from '../written-names.ts'
import { latexText } from './latex-text.ts'

const SUFFIX = /^(?:jr|sr|ii|iii|iv)\.?$/i

/**
 * The names of a list that is parted by `and`, as BibTeX takes them apart: `First von Last`, `von Last, First`,
 * `von Last, Jr, First`, and BibLaTeX's `family=…, given=…`. A name wholly in braces is an organisation's, and so is
 * one of a single word. Names that are joined in another way are told apart where that is certain.
 * @param onUnclear is told what is kept whole, though it seems to name several
 */
export function latexNames(source: string, onUnclear: (name: string) => void = () => {}): CslName[] {
  return splitAt(source, /\sand(?=\s)/iy)
    .map(withoutLastComma)
    .filter(name => name !== '')
    .flatMap(name => {
      if (isGroup(name) || /(?:^|,)\s*(?:family|given|prefix|suffix)\s*=/i.test(name)) return [nameOf(name)]
      // What is in braces joins nothing.
      const { names, isUnclear } = writtenNames(line(name.replace(/\{[^{}\\]*[;,&][^{}]*\}/g, 'X')))
      if (isUnclear) onUnclear(line(name))
      if (isUnclear || (names.length === 1 && line(name).includes(' & '))) return [literal(name)]
      return names.length === 1 ? [nameOf(name)] : names.map(nameOf)
    })
}

function nameOf(source: string): CslName {
  const parts = splitAt(source, /,/y).map(part => part.trim())
  const [only = ''] = parts
  if (parts.some(part => /^(?:family|given|prefix|suffix)\s*=/i.test(part))) return labelled(parts)
  if (parts.length === 1) return isGroup(only) ? literal(only) : spoken(only)
  const [last = '', second = '', ...rest] = parts
  if (parts.length === 2 && SUFFIX.test(latexText(second))) return { ...spoken(last), suffix: line(second) }
  if (parts.length === 2) return inverted(last, line(second))
  // `Smith, John, III`: people put the suffix last.
  if (rest.length === 1 && SUFFIX.test(latexText(rest[0] ?? '')) && !SUFFIX.test(latexText(second)))
    return inverted(last, line(second), line(rest[0] ?? ''))
  return inverted(last, rest.map(line).join(', '), line(second))
}

/** `Ludwig van Beethoven`. A word of lower case begins the particle; the last word never is one. */
function spoken(source: string): CslName {
  const words = wordsOf(source)
  const last = words.at(-1) ?? ''
  const suffix = words.length > 2 && SUFFIX.test(latexText(last)) ? line(words.pop() ?? '') : undefined
  if (words.length === 1)
    return suffix === undefined ? literal(source) : person({ family: line(source), suffix })
  const particle = words.findIndex((word, i) => i < words.length - 1 && isLower(word))
  const split = particle === -1 ? words.length - 1 : particle
  return inverted(words.slice(split).join(' '), words.slice(0, split).map(line).join(' '), suffix)
}

/** @param last `van der Berg`: the words of lower case before the family name are the particle */
function inverted(last: string, given: string, suffix?: string): CslName {
  const words = wordsOf(last)
  const first = words.findIndex(word => !isLower(word))
  const split = first === -1 ? words.length - 1 : first
  const particle = words.slice(0, split).map(line).join(' ')
  return person({ particle, family: words.slice(split).map(line).join(' '), given, suffix })
}

function labelled(parts: readonly string[]): CslName {
  const values = new Map(
    parts.map(part => {
      const [, label = '', value = ''] = /^([\w-]+)\s*=\s*(.*)$/s.exec(part) ?? []
      return [label.toLowerCase(), line(value.replace(/^"(.*)"$/s, '$1'))]
    }),
  )
  return person({
    family: values.get('family'),
    given: values.get('given'),
    particle: values.get('prefix'),
    suffix: values.get('suffix'),
  })
}

function literal(source: string): CslName {
  return { literal: line(source) }
}

/** Part by part: a spread before other properties makes V8 keep a shape for each name. */
function person(parts: {
  readonly particle?: string | undefined
  readonly family?: string | undefined
  readonly given?: string | undefined
  readonly suffix?: string | undefined
}): CslName {
  const name: { -readonly [K in keyof CslName]: CslName[K] } = {}
  if (parts.particle) name['non-dropping-particle'] = parts.particle
  if (parts.family) name.family = parts.family
  if (parts.given) name.given = parts.given
  if (parts.suffix) name.suffix = parts.suffix
  return name
}

function line(source: string): string {
  return latexText(source).replace(/\s+/g, ' ').trim()
}

function wordsOf(source: string): string[] {
  return splitAt(source, /[\s~]+/y).filter(word => word !== '')
}

/** Whether a word begins in lower case. One in braces has no case, unless it is an accent. */
function isLower(word: string): boolean {
  return (!word.startsWith('{') || word.startsWith('{\\')) && /^['’]?\p{Ll}/u.test(latexText(word))
}

/** Whether the whole is one group in braces. */
function isGroup(source: string): boolean {
  if (!source.startsWith('{') || !source.endsWith('}')) return false
  let depth = 0
  for (let i = 0; i < source.length - 1; i++) {
    if (source[i] === '\\') i++
    else if (source[i] === '{') depth++
    else if (source[i] === '}' && --depth === 0) return false
  }
  return depth === 1
}

/** Splits at what matches outside of braces. */
function splitAt(source: string, separator: RegExp): string[] {
  const parts: string[] = []
  let depth = 0
  let start = 0
  for (let at = 0; at < source.length; at++) {
    const sign = source[at]
    if (sign === '\\') at++
    else if (sign === '{') depth++
    else if (sign === '}') depth = Math.max(0, depth - 1)
    else if (depth === 0) {
      separator.lastIndex = at
      const found = separator.exec(source)?.[0]
      if (found === undefined) continue
      parts.push(source.slice(start, at))
      start = at + found.length
      at = start - 1
    }
  }
  return [...parts, source.slice(start)]
}
