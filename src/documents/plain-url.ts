import { decodedEntities } from '../model/entity.ts'
import type { Document } from './citation.ts'

/** What a URL may say that is written in a document: as it stands, and without what its markup needs. */
export function plainUrl(written: string, kind: Document['kind']): string[] {
  const plain =
    kind === 'latex' ? withoutTex(written) : decodedEntities(kind === 'html' ? written : unescaped(written))
  return plain === written ? [written] : [written, plain]
}

function withoutTex(text: string): string {
  return text.replace(
    /\\~\{\}|\\textasciitilde(?:\{\}|(?![a-zA-Z]))|\\([_%&#~$^{}-])/g,
    (_, sign?: string) => sign ?? '~',
  )
}

/** Markdown without its backslashes. (CommonMark 0.31, 2.4) */
function unescaped(text: string): string {
  return text.replace(/\\([!-/:-@[-`{-~])/g, '$1')
}
