/**
 * The host of a URL as it is written, in its own case and script, without user and port; '' for what has none.
 * (`new URL` would give it in lower case and as Punycode.)
 */
export function writtenHost(url: string): string {
  const authority = /^\s*https?:\/\/([^/?#\\\s]*)/i.exec(url)?.[1] ?? ''
  const host = authority.slice(authority.lastIndexOf('@') + 1)
  return host.startsWith('[') ? host.slice(0, host.indexOf(']') + 1) : host.replace(/:.*$/s, '')
}
