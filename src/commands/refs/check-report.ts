import type { NearCard } from '../../documents/near-ids.ts'
import { type Card, cardTitle } from '../../model/card.ts'
import { counted, grouped } from '../../model/count-text.ts'
import { groupBy } from '../../model/group-by.ts'
import { neutralLine } from '../../model/neutral.ts'
import { readableWidth } from '../../render/readable-width.ts'
import { type Span, span } from '../../render/span.ts'
import { paint } from '../../render/theme.ts'
import { wrapSpans } from '../../render/wrap.ts'
import type { Context } from '../command.ts'
import type { ScannedDocument } from '../scan-documents.ts'
import { placeText } from './place-of.ts'
import type { CitationProblem } from './problems.ts'

/** The problems, by document on a terminal and one a line when piped; then what it all comes to. */
export function checkText(
  documents: readonly ScannedDocument[],
  problems: readonly CitationProblem[],
  { terminal, isTerminal }: Context,
): string {
  const mark = problems.length === 0 && terminal.unicode ? [span('✔ ', 'good')] : []
  const summary = [...mark, ...summaryOf(documents, problems)]
  if (!isTerminal) {
    const lines = problems.map(problem => [
      span(`${placeText(problem.document, problem.range.start)}: `),
      span(`${problem.severity}:`, problem.severity),
      span(' '),
      ...sentenceOf(problem),
    ])
    return [...lines, summaryOf(documents, problems)]
      .map(line => `${paint(onOneLine(line), terminal)}\n`)
      .join('')
  }
  const width = readableWidth(terminal)
  const pages = [...groupBy(problems, ({ document }) => document.name)].map(([name, some]) => [
    ...hanging([], [span(name, 'title')], width),
    ...pageLines(some, width),
    [],
  ])
  return [...pages.flat(), ...hanging([], summary, width)].map(line => `${paint(line, terminal)}\n`).join('')
}

/** The problems of a document: place, severity and sentence below each other. */
function pageLines(problems: readonly CitationProblem[], width: number): Span[][] {
  const places = problems.map(({ range: { start } }) => `${start.line}:${start.column}`)
  const widest = Math.max(...places.map(place => place.length))
  return problems.flatMap((problem, i) => {
    const [place = '', severity] = [places[i], problem.severity]
    const front = [
      span(`  ${place.padEnd(widest)}  `, 'muted'),
      span(severity, severity),
      span(' '.repeat('error  '.length - severity.length)),
    ]
    return hanging(front, sentenceOf(problem), width)
  })
}

/** What `--json` prints: `schemas/output-refs.schema.json`. */
export function checkJson(
  documents: readonly ScannedDocument[],
  problems: readonly CitationProblem[],
): object {
  return {
    action: 'check',
    documents: documents.map(({ name, citations }) => ({
      path: name,
      citations: citations.length,
      cards: [...citedIds(citations)],
    })),
    problems: problems.map(
      ({ kind, severity, document, range, text, form, card, replacement, key, near }) => ({
        kind,
        severity,
        path: document.name,
        range,
        text,
        form,
        ...(card && { id: card.id }),
        ...(replacement && { replaced_by: replacement.id }),
        ...(key !== undefined && { present: key }),
        ...(near.length > 0 && { did_you_mean: near.map(({ name }) => name) }),
      }),
    ),
  }
}

/** So narrow a sentence would be hard to read: it goes on below what stands in front of it. */
const NARROWEST = 30

/** Spans behind others; their further lines are indented as the first is, where there is room. */
function hanging(front: readonly Span[], spans: readonly Span[], width: number): Span[][] {
  const taken = front.reduce((sum, { text }) => sum + text.length, 0)
  const isNarrow = width - taken < NARROWEST
  const indent = front.length === 0 ? 0 : isNarrow ? 4 : taken
  const lines = wrapSpans(onOneLine(isNarrow ? [...front, ...spans] : spans), Math.max(1, width - indent))
  return lines.map((line, i) =>
    i > 0 ? [span(' '.repeat(indent)), ...line] : isNarrow ? line : [...front, ...line],
  )
}

function onOneLine(spans: readonly Span[]): Span[] {
  return spans.map(part => ({ ...part, text: neutralLine(part.text) }))
}

function sentenceOf({ kind, text, card, replacement, key, near }: CitationProblem): Span[] {
  const name = span(text, 'strong')
  if (kind === 'unknown') {
    if (near.length === 0) return [span('There is no card '), name, span('.')]
    const meant = near.flatMap((each, i) => [span(i === 0 ? '' : ', or '), ...nearSpans(each)])
    return [span('There is no card '), name, span('. Did you mean '), ...meant, span('?')]
  }
  if (kind === 'alias' && card) return [name, span(' is an old ID of '), ...cardSpans(card), span('.')]
  if (kind === 'old-key' && card)
    return [
      name,
      span(' is an old citation key of '),
      ...cardSpans(card),
      span('; its key is now '),
      span(key ?? '', 'id'),
      span('.'),
    ]
  const id = card?.id ?? ''
  const who = text === id ? [name] : [name, span(` (${id})`)]
  if (replacement)
    return [...who, span(' is retired. Its replacement is '), ...cardSpans(replacement), span('.')]
  const reason = card?.fields.retired?.reason ?? ''
  return [...who, span(` is retired, and no card replaces it${reason === '' ? '.' : `: ${reason}`}`)]
}

/** A card by the name that was nearly written, which may be an alias. */
function nearSpans({ card, name }: NearCard): Span[] {
  return name === card.id
    ? cardSpans(card)
    : [span(name, 'id'), span(`, which is ${card.id} (${cardTitle(card)})`)]
}

function cardSpans(card: Card): Span[] {
  return [span(card.id, 'id'), span(` (${cardTitle(card)})`)]
}

function summaryOf(documents: readonly ScannedDocument[], problems: readonly CitationProblem[]): Span[] {
  const count = (kind: CitationProblem['kind']) => problems.filter(problem => problem.kind === kind).length
  const [unknown, aliases, keys] = [count('unknown'), count('alias'), count('old-key')]
  const retired = problems.filter(({ kind, severity }) => kind === 'retired' && severity === 'error').length
  const sources = count('retired') - retired
  const parts = [
    ...(unknown > 0 ? [span(counted(unknown, 'unknown name'), 'error')] : []),
    ...(retired > 0
      ? [span(counted(retired, 'use of a retired card', 'uses of retired cards'), 'error')]
      : []),
    ...(sources > 0
      ? [span(counted(sources, 'link to a replaced card', 'links to replaced cards'), 'info')]
      : []),
    ...(aliases > 0 ? [span(counted(aliases, 'old ID'), 'info')] : []),
    ...(keys > 0 ? [span(counted(keys, 'old citation key'), 'info')] : []),
  ]
  const citations = documents.flatMap(document => document.citations)
  const places = citations.filter(({ target }) => target.kind !== 'unknown').length
  const cite = documents.length === 1 ? 'cites' : 'cite'
  return [
    ...(parts.length === 0
      ? [span('No problems', 'good')]
      : parts.flatMap((part, i) => (i === 0 ? [part] : [span(', '), part]))),
    span(`; ${counted(documents.length, 'document')} ${cite} `),
    span(
      places === 0
        ? 'no card'
        : `${counted(citedIds(citations).size, 'card')} in ${grouped(places)} ${places === 1 ? 'place' : 'places'}`,
    ),
  ]
}

/** The IDs of the cards that are cited, retired ones included, in the order of the text. */
function citedIds(citations: ScannedDocument['citations']): Set<string> {
  return new Set(citations.flatMap(({ target }) => (target.kind === 'unknown' ? [] : [target.card.id])))
}
