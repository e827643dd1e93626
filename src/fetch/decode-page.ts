/**
 * The encoding of a page: what a byte-order mark says, else the `Content-Type` header, else a `<meta>` in its first 1024
 * bytes, else UTF-8 (HTML Standard, 13.2.3.2). A label that no browser knows counts for nothing.
 */
export function pageEncoding(bytes: Uint8Array, contentType: string): string {
  return markLabel(bytes) ?? headerLabel(contentType) ?? metaLabel(bytes) ?? 'utf-8'
}

/** The text of a page; what does not fit its encoding becomes `�`. */
export function decodePage(bytes: Uint8Array, encoding: string): string {
  return encoding === 'windows-1252' ? decodeWindows1252(bytes) : new TextDecoder(encoding).decode(bytes)
}

/** The characters of 0x80 to 0x9f. */
const WINDOWS_1252 = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ'

/** Node 20 takes the encoding for ISO-8859-1, which has controls in place of quotation marks and dashes. */
function decodeWindows1252(bytes: Uint8Array): string {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1')
  return text.replace(/[\x80-\x9f]/g, character => WINDOWS_1252.charAt(character.charCodeAt(0) - 0x80))
}

function markLabel(bytes: Uint8Array): string | undefined {
  const [a, b, c] = bytes
  if (a === 0xef && b === 0xbb && c === 0xbf) return 'utf-8'
  if (a === 0xfe && b === 0xff) return 'utf-16be'
  return a === 0xff && b === 0xfe ? 'utf-16le' : undefined
}

function headerLabel(contentType: string): string | undefined {
  return known(/;\s*charset\s*=\s*["']?([^\s"';]{1,40})/i.exec(contentType)?.[1])
}

/** What the page itself says: in ASCII, whatever its encoding is. */
function metaLabel(bytes: Uint8Array): string | undefined {
  const start = Buffer.from(bytes.subarray(0, 1024))
    .toString('latin1')
    .replace(/<!--[\s\S]*?(?:-->|$)/g, '')
  for (const [tag] of start.matchAll(/<meta[\s/][^>]*/gi)) {
    const label = known(/\scharset\s*=\s*["']?\s*([^\s"'/>;]{1,40})/i.exec(tag)?.[1]) ?? httpEquivLabel(tag)
    // Nobody could have read a page in UTF-16 as ASCII.
    if (label !== undefined) return label.startsWith('utf-16') ? 'utf-8' : label
  }
  const declared = /^\s*<\?xml\s[^>]*?encoding\s*=\s*["']([^"']{1,40})["']/.exec(start)?.[1]
  return known(declared)
}

function httpEquivLabel(tag: string): string | undefined {
  if (!/\shttp-equiv\s*=\s*["']?content-type/i.test(tag)) return undefined
  return known(/charset\s*=\s*([^\s"'/>;]{1,40})/i.exec(tag)?.[1])
}

/** The name of the encoding of a label; undefined for a label that is not in the Encoding Standard. */
function known(label: string | undefined): string | undefined {
  if (label === undefined) return undefined
  try {
    const { encoding } = new TextDecoder(label.trim())
    return encoding
  } catch {
    return undefined
  }
}
