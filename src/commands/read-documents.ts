import { extname } from 'node:path'
import type { Document, DocumentKind } from '../documents/citation.ts'
import { findDocuments } from '../load/find-documents.ts'
import { readDocument } from '../load/read-document.ts'
import { grouped } from '../model/count-text.ts'
import { CardsError } from '../model/errors.ts'
import type { Context } from './command.ts'

const KINDS: Readonly<Record<string, DocumentKind>> = {
  '.md': 'markdown',
  '.markdown': 'markdown',
  '.mdx': 'markdown',
  '.qmd': 'markdown',
  '.rmd': 'markdown',
  '.tex': 'latex',
  '.html': 'html',
  '.htm': 'html',
}

/** A document as it is on disk. */
export interface ReadDocument extends Document {
  /** Absolute. */
  readonly path: string
  /** What was read; the text is this without a byte-order mark. */
  readonly bytes: Uint8Array
}

/** The documents that a command line names. */
export interface Documents {
  readonly documents: readonly ReadDocument[]
  /** Why some could not be read; then the answer is incomplete: exit 1. */
  readonly complaints: readonly string[]
  /** How many files were passed over that are none of them. */
  readonly notes: readonly string[]
}

/**
 * Reads the documents that patterns name (`findDocuments`). A file of another ending than theirs that is named itself is
 * read as Markdown.
 * @throws CardsError `usage` for no pattern; `io` for one that leads to no file
 */
export function readDocuments({ cwd }: Pick<Context, 'cwd'>, patterns: readonly string[]): Documents {
  if (patterns.length === 0)
    throw new CardsError('usage', 'No document is named.', "For example: 'docs/**/*.md', or a folder.")
  const documents: ReadDocument[] = []
  const complaints: string[] = []
  const { names, exported } = findDocuments(patterns, cwd, Object.keys(KINDS))
  for (const name of names) {
    const read = readDocument(name, cwd)
    if ('complaint' in read) complaints.push(read.complaint)
    else documents.push({ name, kind: KINDS[extname(name).toLowerCase()] ?? 'markdown', ...read })
  }
  return { documents, complaints, notes: exported > 0 ? [passedOver(exported)] : [] }
}

function passedOver(exported: number): string {
  return exported === 1
    ? '1 file that `cards export` made is no document: it was passed over.'
    : `${grouped(exported)} files that \`cards export\` made are no documents: they were passed over.`
}
