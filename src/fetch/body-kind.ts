/** What files begin with, as Latin-1, and what they are. */
const SIGNATURES: readonly (readonly [start: string, kind: string])[] = [
  ['%PDF-', 'a PDF'],
  ['\xef\xbb\xbf%PDF-', 'a PDF'],
  ['\x89PNG\r\n', 'an image'],
  ['GIF8', 'an image'],
  ['\xff\xd8\xff', 'an image'],
  ['PK\x03\x04', 'an archive or office document'],
  ['\x1f\x8b', 'a compressed file'],
]

/** Some tag that pages have, near enough to their start. */
const MARKUP =
  /<(?:!doctype html|html|head|title|meta|link|script|body|main|article|div|p|h[1-6]|table|frameset)\b/i
const FEED =
  /^\s*(?:<\?xml[^>]{0,200}\?>\s*)?(?:<!--[^>]{0,500}-->\s*)?<(?:rss|feed|rdf:RDF|urlset|sitemapindex)\b/i
const STARTS_WITH = 64 * 1024

export function isHtml(contentType: string): boolean {
  return /^\s*(?:text\/html|application\/xhtml\+xml)\b/i.test(contentType)
}

/** What a body is that is no HTML, in words; undefined for HTML. Its first bytes tell when the server does not, or is wrong. */
export function otherKind(contentType: string, body: Uint8Array): string | undefined {
  const start = Buffer.from(body.subarray(0, 1024)).toString('latin1')
  const signature = SIGNATURES.find(([first]) => start.startsWith(first))
  if (signature) return signature[1]
  if (isHtml(contentType)) return undefined
  const type = /^\s*([\w.+-]{1,60}\/[\w.+-]{1,60})/.exec(contentType)?.[1]?.toLowerCase()
  if (type === undefined || type === 'application/octet-stream')
    return /<(?:!doctype html|html|head|meta|title)\b/i.test(start) ? undefined : 'a file of an unknown kind'
  return type === 'application/pdf' ? 'a PDF' : `a file of the kind ${type}`
}

/** The same of a text that its server calls HTML. */
export function otherText(text: string): string | undefined {
  const start = text.slice(0, STARTS_WITH)
  if (FEED.test(start)) return 'a feed'
  if (/^\s*[[{]/.test(start) && !/<(?:html|head|title)\b/i.test(start)) return 'data'
  return MARKUP.test(start) ? undefined : 'plain text'
}
