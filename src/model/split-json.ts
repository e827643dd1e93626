/**
 * The values of a text that is JSON: one, or several with white space between them, as `jq '.[]'` and NDJSON have them.
 * @returns undefined when it is anything else
 */
export function splitJson(text: string): unknown[] | undefined {
  try {
    return [JSON.parse(text)]
  } catch {
    return severalValues(text)
  }
}

/** Takes objects and lists one after the other: each ends where the brackets that it opened are closed. */
function severalValues(text: string): unknown[] | undefined {
  const values: unknown[] = []
  let [depth, start] = [0, 0]
  for (const { 0: token, index } of text.matchAll(/"(?:[^"\\]|\\.)*"|[[\]{}]/gs)) {
    if (token === '[' || token === '{') depth++
    else if (token === ']' || token === '}') depth--
    if (depth < 0) return undefined
    if (depth > 0 || token.startsWith('"')) continue
    const value = parsed(text.slice(start, index + 1))
    if (value === undefined) return undefined
    values.push(value)
    start = index + 1
  }
  return text.slice(start).trim() === '' ? values : undefined
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
