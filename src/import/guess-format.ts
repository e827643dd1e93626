import type { ImportFile } from './importer.ts'

const BY_ENDING: readonly (readonly [ending: RegExp, format: string])[] = [
  [/\.bib(?:tex)?$/i, 'bibtex'],
  [/\.ris$/i, 'ris'],
  [/\.[ct]sv$/i, 'csv'],
  [/\.(?:ndjson|jsonl)$/i, 'ndjson'],
]

/** Keys that only our own exports have, and keys that only CSL-JSON has. */
const OURS = ['url', 'doi', 'arxiv', 'authors', 'published', 'resource_id', 'key_points', 'summary', 'path']
const CSL = [
  'URL',
  'DOI',
  'ISBN',
  'PMID',
  'author',
  'editor',
  'issued',
  'container-title',
  'title-short',
  'page',
]

/** A card of our own YAML export, as the first entry of a list or as the file itself. */
const OUR_YAML = /^(?:- |\s{0,2})id: *["']?[A-Za-z0-9]{10}["']? *$/m

/** The format that a file has by its name and, where the name fits several, by what is in it; undefined when unclear. */
export function guessFormat({ name, text }: ImportFile): string | undefined {
  const byEnding = BY_ENDING.find(([ending]) => ending.test(name))
  if (byEnding) return byEnding[1]
  if (/\.json$/i.test(name)) return jsonFormat(text)
  return /\.ya?ml$/i.test(name) && OUR_YAML.test(text.slice(0, 4096)) ? 'yaml' : undefined
}

function jsonFormat(text: string): 'json' | 'csl-json' | undefined {
  const item = firstItem(text)
  if (typeof item !== 'object' || item === null) return undefined
  const has = (key: string) => Object.hasOwn(item, key)
  const [ours, csl] = [OURS.filter(has).length, CSL.filter(has).length]
  if (ours === csl) return undefined
  return ours > csl ? 'json' : 'csl-json'
}

function firstItem(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text)
    return Array.isArray(value) ? value[0] : value
  } catch {
    return undefined
  }
}
