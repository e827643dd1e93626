import type { Bound, Query, Range, Text } from '../../src/query/query.ts'

/** A query as text that parses to it again. */
export function printQuery(query: Query): string {
  switch (query.kind) {
    case 'all':
      return ''
    case 'and':
      return query.terms.map(grouped).join(' ')
    case 'or':
      // AND binds closer, so a group of AND needs no parentheses here.
      return query.terms.map(term => (term.kind === 'and' ? printQuery(term) : grouped(term))).join(' OR ')
    case 'not':
      return `NOT ${grouped(query.term)}`
    case 'has':
      return `has:${query.fields.map(({ name }) => name).join(',')}`
    case 'saved':
      return `@${query.name}`
    case 'word':
      return printText(query)
    case 'text':
      return `${query.field.name}:${query.values.map(printText).join(',')}`
    case 'range':
      return `${query.field.name}:${query.values.map(printRange).join(',')}`
  }
}

/** A query without its offsets, and with the names of fields for the fields. */
export function outline(query: Query): unknown {
  return JSON.parse(
    JSON.stringify(query, (key, value) => {
      if (key === 'start' || key === 'end') return undefined
      return key === 'field' ? value.name : value
    }),
  )
}

function grouped(query: Query): string {
  return query.kind === 'and' || query.kind === 'or' ? `(${printQuery(query)})` : printQuery(query)
}

function printText({ text, isQuoted }: Text): string {
  return isQuoted ? `"${text.replace(/["\\]/g, '\\$&')}"` : text
}

function printRange({ lower, upper }: Range): string {
  if (lower?.isExclusive) return `>${lower.value}`
  if (upper?.isExclusive) return `<${upper.value}`
  const side = (bound: Bound | undefined) => bound?.value ?? ''
  return `${side(lower)}..${side(upper)}`
}
