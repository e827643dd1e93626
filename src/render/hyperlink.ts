/**
 * Makes a text a link in terminals that know OSC 8; the text alone when the URL is none to follow (only http,
 * https and file are) or longer than terminals take (2083, as in VTE). All but printable ASCII is
 * percent-encoded. Links to one URL share an id, so that the parts of a wrapped link light up together.
 */
export function hyperlink(text: string, url: string): string {
  if (text === '' || !/^(https?|file):\/\//i.test(url)) return text
  const address = url.replace(/[^!-~]+/gu, encoded)
  if (address.length > 2083) return text
  return `\x1b]8;id=${hashOf(address)};${address}\x1b\\${text}\x1b]8;;\x1b\\`
}

function encoded(characters: string): string {
  // A lone surrogate would make encodeURIComponent throw.
  return encodeURIComponent(characters.replace(/[\ud800-\udfff]/gu, '\ufffd'))
}

/** FNV-1a: short, the same in every run, and collisions only light up two links at once. */
function hashOf(text: string): string {
  let hash = 0x811c9dc5
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193)
  return (hash >>> 0).toString(36)
}
