import { loadFailsafe } from './js-yaml.cjs'
import type { Raw } from './raw.ts'

/**
 * Reads YAML that both of our parsers read alike, several times faster than the careful path in
 * `yaml-document.ts`. `undefined` means doubt: the text has something in it that js-yaml reads differently, more
 * freely or not at all, and the careful path must decide. Never another value than the careful path gives, and
 * never a value where it reports an error.
 */
export function readFast(text: string): Raw | undefined {
  const body = text.replace(/^---\r?\n/, '')
  if (isDoubtful(body)) return undefined
  let warned = false
  const options = {
    maxDepth: 20,
    onWarning: () => {
      warned = true
    },
  }
  try {
    const value = loadFailsafe(body, options)
    if (warned || typeof value !== 'object' || value === null) return undefined
    return complete(value as Node, body) ? (value as Raw) : undefined
  } catch {
    return undefined
  }
}

/** Any of `signs` must be in the text for `pattern` to match: looking for them first is many times faster. */
interface Doubt {
  signs: readonly string[]
  pattern: RegExp
}

function isDoubtful(text: string): boolean {
  if (oddCharacter.test(text) || text.startsWith(' ')) return true
  return doubts.some(({ signs, pattern }) => signs.some(sign => text.includes(sign)) && pattern.test(text))
}

/** Tabs, controls, NEL, U+2028, byte-order marks, halves of surrogate pairs, CR without LF. */
const oddCharacter =
  /[^\n\r -~\xa0-\u2027\u202a-\ufefe\uff00-\ufffd]|\r(?!\n)|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/

const doubts: readonly Doubt[] = [
  // Directives and the markers of documents, but for one at the very start.
  { signs: ['---', '...', '%'], pattern: /^(?:---|\.\.\.|%)/m },
  // Anchors and tags. An alias without an anchor is an error to js-yaml.
  { signs: ['&', '!'], pattern: /(?:^|[\s,[{:])(?:&\S|!)/m },
  // Explicit keys.
  { signs: ['?'], pattern: /(?:^|[\s,[{])\?(?:[\s,[\]{}]|$)/m },
  // Maps and lists as keys.
  { signs: [']', '}'], pattern: /[\]}] *:/ },
  // Text blocks with an indentation indicator or with all their last empty lines.
  { signs: ['|', '>'], pattern: /[|>](?:-?\d|\+)[-+\d]* *(?:#|\r?$)/m },
  // Lines of spaces only, which text blocks count or not.
  { signs: [' \n', ' \r'], pattern: /^ +\r?$/m },
  // Comments that touch a value.
  { signs: ['#'], pattern: /["'\]},[{:|>]#|[|>][-+]#/ },
  // Comment lines with no space after the #, of which the parser of the careful path makes too much.
  { signs: ['#'], pattern: /^ *#[^ \r\n]/m },
  // Escapes: of code points beyond Unicode, of half surrogate pairs, and of a line break before an empty line.
  { signs: ['\\'], pattern: /\\(?:U|u[dD][89a-fA-F]|\r?\n *\r?\n)/ },
  // Keys that end, with spaces, more than 1024 characters after their start.
  { signs: ['    :'], pattern: / {50}:/ },
]

/** A map or, with its indices as keys, a list. */
type Node = { [key: string]: unknown }

/** Gives empty nodes their text ''. False when something in the value is doubtful. */
function complete(node: Node, text: string): boolean {
  for (const key of Object.keys(node)) {
    if (key.length > 80 || key === 'null' || key === '<<') return false
    const value = node[key]
    if (value === null) {
      // js-yaml loses the indentation after an empty list item, and reads {[a]} as { "a": }.
      if (Array.isArray(node) || bracketsInBraces.test(text)) return false
      node[key] = ''
    } else if (typeof value === 'object' && !complete(value as Node, text)) {
      return false
    }
  }
  return true
}

/** Where a map or list could be a key without a value. */
const bracketsInBraces = /[{,]\s*[[{#]/
