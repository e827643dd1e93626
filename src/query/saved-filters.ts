import { suggestion } from '../model/did-you-mean.ts'
import { closest } from '../model/nearest.ts'
import type { QueryConfig } from './find-field.ts'
import type { Query, Span } from './query.ts'
import { type QuerySource, queryError, quoted } from './query-error.ts'

/** Filters that name filters can grow without end; no one means more than this many terms. */
const MOST_TERMS = 10_000
const DEEPEST = 50

type Parse = (source: QuerySource, config: QueryConfig, saved: SavedFilters) => Query

/** The saved filters of a config, each parsed once, when a query first names it. */
export class SavedFilters {
  private readonly parsed = new Map<string, { readonly query: Query; readonly size: number }>()
  private readonly open: string[] = []
  private readonly config: QueryConfig
  private readonly parse: Parse

  constructor(config: QueryConfig, parse: Parse) {
    this.config = config
    this.parse = parse
  }

  /**
   * What `@name` stands for.
   * @throws CardsError for a name that is not in the config, and for filters that name each other in a circle
   */
  resolve({ name, start, end }: Span & { readonly name: string }, source: QuerySource): Query {
    const { query, size } = this.parsed.get(name) ?? this.read(name, { start, end }, source)
    if (size > MOST_TERMS) {
      throw queryError(
        source,
        { start, end },
        `@${name} stands for more than ${MOST_TERMS} terms`,
        'Write it with fewer.',
      )
    }
    return { kind: 'saved', name, query, start, end }
  }

  private read(name: string, span: Span, source: QuerySource) {
    const filters = this.config.filters ?? {}
    const text = Object.hasOwn(filters, name) ? filters[name] : undefined
    if (text === undefined) {
      throw queryError(
        source,
        span,
        `no saved filter is called ${quoted(name)}`,
        unknownHint(name, Object.keys(filters)),
      )
    }
    if (this.open.includes(name)) {
      const circle = [...this.open.slice(this.open.indexOf(name)), name]
        .map(filter => `@${filter}`)
        .join(' → ')
      throw queryError(
        source,
        span,
        `the saved filters go in a circle: ${circle}`,
        'Take one of them out in the config.',
      )
    }
    if (this.open.length >= DEEPEST) {
      throw queryError(
        source,
        span,
        'the saved filters are nested too deeply',
        `No more than ${DEEPEST} levels.`,
      )
    }
    this.open.push(name)
    const query = this.parse({ text, filter: name }, this.config, this)
    this.open.pop()
    const read = { query, size: this.sizeOf(query) }
    this.parsed.set(name, read)
    return read
  }

  private sizeOf(query: Query): number {
    if (query.kind === 'saved') return this.parsed.get(query.name)?.size ?? 1
    if (query.kind === 'not') return this.sizeOf(query.term)
    if (query.kind !== 'and' && query.kind !== 'or') return 1
    return query.terms.reduce((sum, term) => sum + this.sizeOf(term), 0)
  }
}

function unknownHint(name: string, known: readonly string[]): string {
  const asWritten = (filter: string) => `@${filter}`
  const all =
    known.length === 0 ? 'The config has no filters.' : `There are: ${known.map(asWritten).join(', ')}.`
  const hint = suggestion(closest(name, known).map(asWritten), all)
  return `${hint} To look for the word, write ${quoted(asWritten(name))}.`
}
