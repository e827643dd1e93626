import { addresses, pageKey, withoutParameters } from './json-ld-addresses.ts'
import { isNode, listOf, MOST_NODES, type Node, texts } from './json-ld-values.ts'
import { type SchemaOrgType, schemaOrgType } from './schema-org-types.ts'
import type { Said } from './statement.ts'

/** A node that a page may be about. */
interface Candidate {
  readonly node: Node
  readonly type: SchemaOrgType
}

/** Pages nest what they are about no deeper. */
const DEEPEST = 6

/**
 * What the JSON-LD of a page says of it, by names such as `JSON-LD headline`. It is what the best of its nodes says: one
 * of a type that pages are about. Nothing, when several could be that and none names the page. One that names another
 * page is about that.
 * @param urls where the page is: absolute addresses, the one that was reached first
 */
export function jsonLdStatements(scripts: readonly string[], urls: readonly string[]): Map<string, Said[]> {
  const nodes = scripts.flatMap(script => nodesIn(parsed(script))).slice(0, MOST_NODES)
  const main = mainNode(nodes, urls)
  if (main === undefined) return new Map()
  const byId = new Map(nodes.flatMap(node => (typeof node['@id'] === 'string' ? [[node['@id'], node]] : [])))
  const { node, type } = main
  const said = new Map<string, Said[]>()
  const say = (name: string, values: readonly Said[]) => {
    if (values.length > 0) said.set(`JSON-LD ${name}`, [...values])
  }
  if (type.card !== undefined) say('@type', [type.card])
  for (const name of ['headline', 'name', 'abstract', 'description', 'isbn']) say(name, texts(node[name]))
  for (const name of ['datePublished', 'uploadDate', 'dateCreated']) say(name, texts(node[name]))
  say('inLanguage', listOf(node.inLanguage).flatMap(languageNames))
  say('author', authors(node.author, byId))
  say('creator', authors(node.creator, byId))
  say('identifier', [node.identifier, node.sameAs, node['@id'], node.doi].flatMap(identifiers))
  say(
    'isPartOf',
    listOf(node.isPartOf).flatMap(part => periodicals(referred(part, byId))),
  )
  say(
    'publisher',
    listOf(node.publisher).flatMap(part => names(referred(part, byId))),
  )
  return said
}

function parsed(script: string): unknown {
  const bare = script.replace(
    /^\s*(?:<!--|\/\*\s*<!\[CDATA\[\s*\*\/|<!\[CDATA\[)|(?:-->|\]\]>)\s*;?\s*$/g,
    '',
  )
  try {
    return JSON.parse(bare)
  } catch {
    // Line breaks within texts, as templates put them there.
    try {
      return JSON.parse(bare.replace(/[\0-\x1f]+/g, ' '))
    } catch {
      return undefined
    }
  }
}

/** The nodes of a document that the page may be about, without those that they only mention. */
function nodesIn(value: unknown, depth = 0): Node[] {
  if (depth > DEEPEST) return []
  if (Array.isArray(value)) return value.slice(0, MOST_NODES).flatMap(item => nodesIn(item, depth + 1))
  if (!isNode(value)) return []
  return [value, ...[value['@graph'], value.mainEntity].flatMap(inner => nodesIn(inner, depth + 1))]
}

function mainNode(nodes: readonly Node[], urls: readonly string[]): Candidate | undefined {
  const pages = new Set(urls.flatMap(url => [pageKey(url), withoutParameters(url)]))
  // Parameters can tell pages apart; an address without any is that of them all.
  const isNamed = (address: string) => pages.has(pageKey(address))
  const candidates = nodes.flatMap(candidateOf).filter(({ node }) => {
    const others = addresses(node, urls[0])
    return others.length === 0 || others.some(isNamed)
  })
  const rank = Math.max(...candidates.map(({ type }) => type.rank))
  const best = candidates.filter(({ type }) => type.rank === rank)
  const named = best.find(({ node }) => addresses(node, urls[0]).some(isNamed))
  if (named) return named
  // Several of one kind are a list of what else there is to read.
  return new Set(best.map(({ node }) => texts(node.headline ?? node.name)[0])).size === 1
    ? best[0]
    : undefined
}

function candidateOf(node: Node): Candidate[] {
  const types = texts(node['@type']).flatMap(name => schemaOrgType(name) ?? [])
  const [best] = types.sort(
    (a, b) => b.rank - a.rank || Number(b.card !== undefined) - Number(a.card !== undefined),
  )
  return best === undefined ? [] : [{ node, type: best }]
}

function authors(value: unknown, byId: ReadonlyMap<string, Node>): Said[] {
  return listOf(value).flatMap(item => {
    if (typeof item === 'string') return [item]
    const node = referred(item, byId)
    return node === undefined ? [] : author(node)
  })
}

function author(node: Node): Said[] {
  const [name] = names(node)
  const [given] = texts(node.givenName)
  const [family] = texts(node.familyName)
  if (name === undefined && family === undefined) return []
  const ids = [node['@id'], node.sameAs, node.identifier, node.url].flatMap(texts)
  const orcid = ids.map(id => /orcid\.org\/(\d{4}-\d{4}-\d{4}-\d{3}[\dX])\/?$/.exec(id)?.[1]).find(Boolean)
  const isOrganisation = texts(node['@type']).some(type => /Organization|Corporation/.test(type))
  return [{ name, given, family, orcid, isOrganisation }]
}

/** A node, or the one of the page that it refers to by its `@id`. */
function referred(value: unknown, byId: ReadonlyMap<string, Node>): Node | undefined {
  if (!isNode(value)) return undefined
  const { '@id': id, name } = value
  return name === undefined && typeof id === 'string' ? (byId.get(id) ?? value) : value
}

/** The journal of an article: it can be part of an issue, that of a volume. */
function periodicals(node: Node | undefined, depth = 0): string[] {
  if (node === undefined || depth > DEEPEST) return []
  const types = texts(node['@type'])
  const outer = listOf(node.isPartOf).flatMap(part => (isNode(part) ? periodicals(part, depth + 1) : []))
  if (outer.length > 0) return outer
  return types.some(type => /^(?:Periodical|Newspaper|Blog|Book|PodcastSeries|Journal)$/.test(type))
    ? names(node)
    : []
}

function languageNames(value: unknown): string[] {
  return isNode(value) ? [...texts(value.alternateName), ...texts(value.name)] : texts(value)
}

function identifiers(value: unknown): string[] {
  return listOf(value).flatMap(item => (isNode(item) ? texts(item.value ?? item['@id']) : texts(item)))
}

function names(node: Node | undefined): string[] {
  return node === undefined ? [] : texts(node.name)
}
