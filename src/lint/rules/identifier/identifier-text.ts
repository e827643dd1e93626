import type { SourceText } from '../../../load/source-text.ts'

/** The text of a field at the top of a card's file, whether right or wrong; undefined when it has none. */
export function identifierText(source: SourceText, field: 'doi' | 'arxiv'): string | undefined {
  const { value } = source
  if (source.kind !== 'card' || typeof value !== 'object' || Array.isArray(value)) return undefined
  const text = Object.hasOwn(value, field) ? value[field] : undefined
  return typeof text === 'string' && text !== '' ? text : undefined
}
