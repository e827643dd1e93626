import { canonicalUrl, parseUrl } from '../model/canonical-url.ts'
import { isHomePage } from '../model/host.ts'
import { arxivKey, doiIn } from '../model/identifier.ts'
import { isNode, listOf, type Node, texts } from './json-ld-values.ts'

/** The pages that a node names as its own. An identifier, such as a DOI or `https://site/#article`, is no page. */
export function addresses(node: Node, base = ''): string[] {
  const pages = listOf(node.mainEntityOfPage).flatMap(page =>
    isNode(page) ? [page['@id'], page.url] : [page],
  )
  const named = [node.url, ...pages, node['@id']].flatMap(texts).flatMap(text => {
    if (/^(?:_:|urn:)/.test(text) || !URL.canParse(text, base)) return []
    return parseUrl(new URL(text, base).href) ?? []
  })
  return named
    .filter(url => !(isHomePage(withoutHash(url)) && url.hash !== ''))
    .map(({ href }) => href)
    .filter(href => doiIn(href) === undefined && (arxivKey(href) === undefined || /\/abs\//.test(href)))
}

function withoutHash(url: URL): URL {
  const copy = new URL(url.href)
  copy.hash = ''
  return copy
}

/** An address as pages are compared: also without what makes it one for telephones. */
export function pageKey(url: string): string {
  return canonicalUrl(url.replace(/#.*$/s, '')).replace(/\/(?:index\.html?|amp)$/, '')
}

export function withoutParameters(url: string): string {
  return pageKey(url.replace(/[?#].*$/s, ''))
}
