/**
 * Code as a code span; undefined where none is safe: nothing can be escaped in it, so that templates (Liquid, Nunjucks,
 * Hugo's shortcodes) would run what they find there, and three backticks could start a block.
 * @param code neutral, on one line
 */
export function codeSpan(code: string): string | undefined {
  if (/\{[{%#<]/.test(code)) return undefined
  const runs: readonly string[] = code.match(/`+/g) ?? []
  const fence = ['`', '``'].find(ticks => !runs.includes(ticks))
  if (fence === undefined) return undefined
  const isPadded = /^`|`$/.test(code) || (/^ .* $/.test(code) && code.trim() !== '')
  const pad = isPadded ? ' ' : ''
  return `${fence}${pad}${code}${pad}${fence}`
}
