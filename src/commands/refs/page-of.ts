import { documentTitle } from '../../documents/document-title.ts'
import { type FrontMatter, frontMatter } from '../../documents/front-matter.ts'
import { newPageId, type PageNames, pageIds } from '../../documents/page-ids.ts'
import { tomlTexts } from '../../documents/toml-texts.ts'
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
  /** Whether it has front matter that cannot be read. */
  readonly isUnclear: boolean
  /** What it would be added to pages.yaml as; undefined when it is known, or its name cannot be an id. */
  readonly page?: Page
}

/** Front matter is shorter than this many characters. */
const MOST_HEAD = 100_000

/** Finds out as which page a document is known, by its front matter and its path. */
export function pageOf(document: ScannedDocument, isKnown: (id: string) => boolean): PageOfDocument {
  const { format, head, body } = frontMatterOf(document)
  const value = head.length > MOST_HEAD ? undefined : READERS[format ?? 'yaml'](head)
  const text = (key: string) => textIn(value, key)
  const names: PageNames = { id: text('id'), slug: text('slug') }
  const title = oneLine(text('title') ?? documentTitle({ kind: document.kind, text: body }))
  const found = { document, isUnclear: value === undefined, ...(title !== undefined && { title }) }
  const known = pageIds(document.name, names).find(isKnown)
  if (known !== undefined) return { ...found, known }
  const id = newPageId(document.name, names)
  return id === undefined ? found : { ...found, page: { id, title: title ?? id } }
}

function frontMatterOf({ kind, text }: ScannedDocument): FrontMatter {
  return kind === 'markdown' ? frontMatter(text) : { head: '', body: text }
}

const READERS: Readonly<Record<'yaml' | 'toml', (head: string) => Raw | undefined>> = {
  yaml: head => (/^(?:\s*(?:#.*)?\r?\n)*\s*$/.test(head) ? '' : readText(head)),
  toml: head => {
    const texts = tomlTexts(head)
    return texts && Object.fromEntries(texts)
  },
}

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
