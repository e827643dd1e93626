import type { CardField, FormatFacts, FormatKind } from '../../export/format-facts.ts'
import { CARD_FIELDS } from '../../export/formats-known.ts'
import { inlineMarkdown } from '../../render/inline-markdown.ts'
import { Page } from '../../render/page.ts'
import { readableWidth } from '../../render/readable-width.ts'
import { type Span, span } from '../../render/span.ts'
import type { Column } from '../../render/table.ts'
import type { Terminal } from '../../render/theme.ts'
import { formatOptions } from '../format-options.ts'

const KINDS: Readonly<Record<FormatKind, readonly [title: string, remark: string]>> = {
  data: ['Data', 'for scripts, and for cards import'],
  citations: ['Citations', 'for papers, reference managers and search engines'],
  reading: ['Reading', 'for people'],
}

/** All formats on a page: what each is for, and which fields it keeps. */
export function formatsPage(formats: readonly FormatFacts[], terminal: Terminal): string {
  const width = readableWidth(terminal)
  const page = new Page(terminal, width)
  for (const [kind, [title, remark]] of Object.entries(KINDS)) {
    const some = formats.filter(format => format.kind === kind)
    if (some.length === 0) continue
    page.heading(title, remark)
    page.definitions(
      some.map(({ name, description }) => [padded(name, formats), inlineMarkdown(description)]),
    )
  }
  const whole = formats.filter(({ drops }) => drops.length === 0).map(({ name }) => name)
  const others = formats.filter(({ drops }) => drops.length > 0)
  const differing = CARD_FIELDS.filter(field => others.some(({ drops }) => drops.includes(field)))
  const shared = CARD_FIELDS.filter(field => !differing.includes(field))
  const room = others.reduce((sum, { name }) => sum + name.length + 2, 2 + longest(differing))
  const isMatrix = room <= width
  page.heading(isMatrix ? 'What each keeps' : 'What each drops')
  page.indented([span(`Every format keeps ${shared.join(', ')}.`)])
  if (whole.length > 0) page.indented([span(`Every field is kept by ${whole.join(', ')}.`)])
  page.gap()
  if (isMatrix) page.table(...matrix(differing, others, terminal))
  else page.definitions(others.map(({ name, drops }) => [name, [span(drops.join(', '))]]))
  page.gap()
  page.line([span('Where a format puts each field: ', 'muted'), span('cards export --formats ris', 'code')])
  return page.text
}

/** Names of all groups in columns of one width. */
function padded(name: string, formats: readonly FormatFacts[]): string {
  return name.padEnd(longest(formats.map(format => format.name)))
}

function longest(names: readonly string[]): number {
  return Math.max(...names.map(name => name.length))
}

/** A row for each field, a column for each format. */
function matrix(
  fields: readonly CardField[],
  formats: readonly FormatFacts[],
  { unicode }: Terminal,
): [Column[], Span[][]] {
  const kept = span(unicode ? '✓' : 'x', 'good')
  const dropped = span(unicode ? '·' : '.', 'muted')
  return [
    [
      { heading: 'Field', min: 4, priority: 99 },
      ...formats.map(({ name }, i) => ({ heading: name, min: name.length, priority: 98 - i })),
    ],
    fields.map(field => [
      span(field),
      ...formats.map(({ keeps }) => (keeps[field] === undefined ? dropped : kept)),
    ]),
  ]
}

/** One format on a page: where it puts each field. */
export function formatPage(format: FormatFacts, terminal: Terminal): string {
  const page = new Page(terminal, readableWidth(terminal))
  const { name, description, extension, keeps, drops } = format
  const options = formatOptions(format)
  page.line([span(name, 'id'), span('  '), ...inlineMarkdown(description)])
  const own = options.length === 0 ? '' : ` Options of its own: ${options.join(', ')}.`
  page.indented([span(`Its files end in .${extension}.${own}`)])
  page.heading('Field', 'and where it goes')
  page.definitions(Object.entries(keeps).map(([field, where]) => [field, [span(where ?? '')]]))
  if (drops.length > 0) page.section('Dropped', [span(drops.join(', '))])
  return page.text
}
