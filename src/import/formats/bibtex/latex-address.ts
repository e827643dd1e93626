/** A value that is no text but an address or the like: only what LaTeX makes people escape is undone. */
export function verbatimText(source: string): string {
  return withoutEscapes(source)
    .replace(/\\(?:url|path)\s*\{([^{}]*)\}/g, '$1')
    .replace(/[{}]/g, '')
    .replace(/\s+/g, ' ')
    .trim()
}

/** What escapes stand for; other braces stay. */
function withoutEscapes(source: string): string {
  return source
    .replace(/\{\\(?:textasciitilde|sim|~)(?:\{\}|\s)?\}/g, '~')
    .replace(/\\(?:textasciitilde|sim)(?:\{\}|(?![A-Za-z])\s?)|\{?\$\\sim\$\}?|\\~\{\}/g, '~')
    .replace(/\{\\([_%#&~$^{}])\}|\\([_%#&~$^{}])/g, '$1$2')
}

/** The address that a text such as `Online: \\url{http://a.example/}` names first; undefined for none. */
export function addressIn(source: string): string | undefined {
  const command = /\\(?:url|path|href)\s*\{/i.exec(source)
  const address = command === null ? bareAddress(source) : balanced(source, command.index + command[0].length)
  const plain = withoutEscapes(address.replace(/\s+(?![A-Za-z])/g, '')).replace(/^\{(.*)\}$/s, '$1')
  return /^https?:\/\/\S+$/i.test(plain) ? plain : undefined
}

function bareAddress(source: string): string {
  const address = /https?:\/\/(?:[^\s{}<>"]|\{[^\s{}<>"]*\})+/i.exec(source)?.[0] ?? ''
  return address.replace(/[.,;)]{1,9}$/, '')
}

/** Up to the brace that closes a group. */
function balanced(source: string, start: number): string {
  let depth = 1
  for (let at = start; at < source.length; at++) {
    if (source[at] === '\\') at++
    else if (source[at] === '{') depth++
    else if (source[at] === '}' && --depth === 0) return source.slice(start, at)
  }
  return source.slice(start)
}

/** The addresses in a value, a space between two of them; any other white space is where a line was broken. */
export function spacedAddresses(source: string): string {
  return verbatimText(source).replace(/ (?![,;]? ?https?:\/\/|[,;] )/gi, '')
}
