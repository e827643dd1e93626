/** The line end that most lines of a text have; LF where both are as many, or there are none. */
export function usualLineEnd(text: string): '\n' | '\r\n' {
  const { lf, crlf } = countLineEnds(text)
  return crlf > lf ? '\r\n' : '\n'
}

/** How many lines of a text end in LF alone, and in CR LF. */
export function countLineEnds(text: string): { readonly lf: number; readonly crlf: number } {
  let lf = 0
  let crlf = 0
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1))
    if (text[at - 1] === '\r') crlf++
    else lf++
  return { lf, crlf }
}
