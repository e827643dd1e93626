import { escapedLine } from './escaped-line.ts'

/**
 * A link, in the one form that every Markdown knows (MDX has no `<https://…>`); the text alone for what is no http or
 * https address, as that might be a script.
 * @param text Markdown without a link in it
 */
export function linkTo(url: string, text: string): string {
  return isWebAddress(url) ? `[${text}](${destination(url)})` : text
}

/** A link that shows its own address, as browsers do: so GFM sees no second link in it. */
export function plainLink(url: string): string {
  return linkTo(url, escapedLine(url.replace(/^https?:\/\/(?:www\.)?/i, '')))
}

/** Whether a link may lead there. */
export function isWebAddress(url: string): boolean {
  return /^https?:\/\//i.test(url)
}

/** An address with what none may hold percent-encoded, so that nothing that reads it takes a part of it for markup. */
export function webAddress(url: string): string {
  return url.replace(/[^!-~]+|["<>\\^`{|}]/gu, encoded)
}

/** The address as it stands in the brackets of a link: nothing in it ends it, or is a formula or an entity. */
function destination(url: string): string {
  return webAddress(url)
    .replace(/[()[\]$]/g, '\\$&')
    .replace(/&(?=[#A-Za-z][\dA-Za-z]*;)/g, '&amp;')
}

function encoded(characters: string): string {
  // A lone surrogate would make encodeURIComponent throw.
  return encodeURIComponent(characters.replace(/[\ud800-\udfff]/gu, '\ufffd'))
}
