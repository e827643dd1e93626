/** A key with a text on one line, perhaps with a comment behind it. */
const TEXT = /^[ \t]*([A-Za-z0-9_-]+|"[^"\\]*")[ \t]*=[ \t]*("(?:[^"\\]|\\.)*"|'[^']*')[ \t]*(?:#.*)?\r?$/

/** Texts of several lines, whose lines look like any. */
const LONG_TEXT = /"""|'''/

/**
 * The texts on lines of their own before the first table of a TOML document, by their keys; all else in it is passed
 * over. (TOML 1.0, "Key/Value Pair", "String")
 * @returns undefined when a key has two values
 */
export function tomlTexts(toml: string): ReadonlyMap<string, string> | undefined {
  const texts = new Map<string, string>()
  for (const line of toml.split('\n')) {
    if (/^[ \t]*\[/.test(line) || LONG_TEXT.test(line)) break
    const [, written = '', value] = TEXT.exec(line) ?? []
    const text = value === undefined ? undefined : textOf(value)
    const key = written.replaceAll('"', '')
    if (text === undefined) continue
    if (texts.has(key)) return undefined
    texts.set(key, text)
  }
  return texts
}

/** A text without its quotes; undefined where an escape is wrong. */
function textOf(value: string): string | undefined {
  if (value.startsWith("'")) return value.slice(1, -1)
  try {
    // The escapes of JSON are those of TOML, but for `\\UXXXXXXXX`, and for a tab, which may stand there itself.
    const text: unknown = JSON.parse(value.replaceAll('\t', '\\t'))
    return typeof text === 'string' ? text : undefined
  } catch {
    return undefined
  }
}
