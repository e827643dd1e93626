import { documentTitle } from '../../documents/document-title.ts'
import { frontMatter } from '../../documents/front-matter.ts'
import { newPageId, type PageNames, pageIds } from '../../documents/page-ids.ts'
import type { Raw } from '../../load/raw.ts'
import { readText } from '../../load/source-text.ts'
import type { Page } from '../../model/card.ts'
import { neutralLine } from '../../model/neutral.ts'
import type { ScannedDocument } from '../scan-documents.ts'

/** What a document is as a page. */
export interface PageOfDocument {
  readonly document: ScannedDocument
  /** The page that it is known as; undefined when it is none that the library knows. */
  readonly known?: string
  /** What it calls itself. */
  readonly title?: string
  /** What it would be added to pages.yaml as; undefined when it is known, or its name cannot be an id. */
  readonly page?: Page
}

/** Front matter is shorter than this many characters. */
const MOST_YAML = 100_000

/** Finds out as which page a document is known, by its front matter and its path. */
export function pageOf(document: ScannedDocument, isKnown: (id: string) => boolean): PageOfDocument {
  const { yaml, body } = document.kind === 'markdown' ? frontMatter(document.text) : NO_FRONT_MATTER(document)
  const value = yaml === '' || yaml.length > MOST_YAML ? undefined : readText(yaml)
  const text = (key: string) => textIn(value, key)
  const names: PageNames = { id: text('id'), slug: text('slug') }
  const title = oneLine(text('title') ?? documentTitle({ kind: document.kind, text: body }))
  const found = { document, ...(title !== undefined && { title }) }
  const known = pageIds(document.name, names).find(isKnown)
  if (known !== undefined) return { ...found, known }
  const id = newPageId(document.name, names)
  return id === undefined ? found : { ...found, page: { id, title: title ?? id } }
}

const NO_FRONT_MATTER = ({ text }: ScannedDocument) => ({ yaml: '', body: text })

/** A text of the front matter, which may hold anything. */
function textIn(value: Raw | undefined, key: string): string | undefined {
  if (typeof value !== 'object' || Array.isArray(value) || !Object.hasOwn(value, key)) return undefined
  const text = value[key]
  return typeof text === 'string' && text.trim() !== '' ? text.trim() : undefined
}

function oneLine(text: string | undefined): string | undefined {
  const line = neutralLine(text ?? '')
    .replace(/\s+/g, ' ')
    .trim()
  return line === '' ? undefined : line
}
