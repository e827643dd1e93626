import { tokensOf } from './markdown-tokens.ts'

/**
 * The text of inline Markdown without its markup, as it would be read aloud: `**Not** [new](https://…)` is `Not new`.
 * Lines that were only wrapped are joined; a blank line still parts paragraphs. Addresses of links are left out, but
 * for those that are their own text.
 */
export function plainProse(markdown: string): string {
  const source = markdown.trim().replace(/\r\n?/g, '\n').replaceAll('\t', ' ')
  return tokensOf(source)
    .map(({ text }) => text)
    .join('')
}
