import fc from 'fast-check'
import { CARD_TYPES } from '../../src/import/convert-value.ts'
import type { Author, Card, CardFields } from '../../src/model/card.ts'
import { CALM, HOSTILE } from './odd-texts.ts'

/** A field of a card in use. */
type Field = Exclude<keyof CardFields, 'retired'>

export interface ArbitraryCardOptions {
  /** Which fields a card may have besides `id`, `title`, `type` and one by which its source is found; all when left out. */
  readonly fields?: readonly Field[]
  /**
   * What stands in texts: `calm` are lines of words and signs as people write them, in any script; `hostile` (when left
   * out) also what acts on some reader: control characters, bidi, formulas, markup, commands, line breaks and blanks
   * anywhere. No half surrogate pairs: a library never serves them.
   */
  readonly texts?: 'calm' | 'hostile'
}

const calmText: fc.Arbitrary<string> = fc
  .array(
    fc.oneof(
      fc.constantFrom(...CALM),
      fc.lorem({ maxCount: 3 }),
      fc.string({ unit: 'grapheme', maxLength: 8 }).map(text => text.replace(/[\p{C}\s]+/gu, ' ')),
    ),
    { minLength: 1, maxLength: 5 },
  )
  .chain(parts => fc.constantFrom('', ' ').map(joint => parts.join(joint)))
  .map(text => text.replace(/\s+/g, ' ').trim())
  .filter(text => text !== '')

const hostileText: fc.Arbitrary<string> = fc
  .array(
    fc.oneof(
      fc.constantFrom(...CALM),
      fc.constantFrom(...HOSTILE),
      calmText,
      fc.string({ unit: 'binary', maxLength: 3 }),
      fc.constantFrom('x', 'long ').chain(word => fc.integer({ min: 1, max: 130 }).map(n => word.repeat(n))),
    ),
    { minLength: 1, maxLength: 6 },
  )
  .map(parts => parts.join(''))
  .filter(text => text.trim() !== '')

/** A text of a card: one line, or any. */
export function arbitraryText(texts: 'calm' | 'hostile' = 'hostile'): fc.Arbitrary<string> {
  return texts === 'calm' ? calmText : fc.oneof({ weight: 2, arbitrary: hostileText }, calmText)
}

/** Names as people have them, and as no one should. */
function arbitraryAuthor(text: fc.Arbitrary<string>): fc.Arbitrary<Author> {
  const known: readonly Author[] = [
    ...[
      'Satya Benson',
      'de Leo, Maria',
      'Ludwig van Beethoven',
      'King, Jr., Martin Luther',
      'Plato',
      'OpenAI',
    ],
    ...[
      'Martin Luther King Jr.',
      'Center for AI Safety',
      'María José García Márquez',
      '山田 太郎',
      "O'Neill, Conor",
    ],
    { given: 'Ludwig', particle: 'van', family: 'Beethoven' },
    { given: 'Martin Luther', family: 'King', suffix: 'Jr.', orcid: '0000-0002-1825-0097' },
    { given: 'Gabriel', family: 'García Márquez' },
    { given: 'Charles Jean', particle: 'de', family: 'La Vallée Poussin' },
    { given: 'Madonna' },
    { family: 'Voltaire' },
    { family: 'al-Khwārizmī', given: 'Muḥammad' },
    { literal: 'Google DeepMind' },
    { literal: 'Ernst & Young, LLP' },
    { literal: 'Barnes and Noble' },
    { literal: 'John Smith', orcid: '0000-0002-1694-233X' },
  ]
  const parts = fc.record(
    {
      given: text,
      family: text,
      particle: fc.oneof(fc.constantFrom('van', 'de la', "d'", 'al-', 'Van'), text),
      suffix: fc.oneof(fc.constantFrom('Jr.', 'III', 'PhD'), text),
      orcid: fc.constant('0000-0002-1825-0097'),
    },
    { requiredKeys: ['family'] },
  )
  const literal = fc.record(
    { literal: text, orcid: fc.constant('0000-0002-1825-0097') },
    { requiredKeys: ['literal'] },
  )
  return fc.oneof(fc.constantFrom(...known), fc.constantFrom(...known), text, parts, literal)
}

const date = fc.constantFrom('1984', '0079', '2019-03', '2019-03-05', '2024-02-29', '1999-12-31')

const url = fc.constantFrom(
  ...[
    'https://example.org/a?b=c#d',
    'http://x.org',
    'https://example.org/%7Ea_b/{c}?d=%20&e=$f^g~h\\i',
    'HTTPS://EXAMPLE.org',
  ],
  ...[
    'https://en.wikipedia.org/wiki/Foo_(bar)',
    'https://例え.jp/学習',
    'https://example.org/;a;b',
    'https://e.org/</script>',
  ],
  ...['https://example.org/\'"<x>', 'https://example.org/a,b|c', 'https://arxiv.org/abs/2301.10140'],
)

const slug = fc.constantFrom('deep-learning', 'no', '1984', 'rl', 'a', 'interpretability', '1e3')

function arbitraryFields({ fields, texts = 'hostile' }: ArbitraryCardOptions): fc.Arbitrary<CardFields> {
  const text = arbitraryText(texts)
  const prose = fc.oneof(
    text,
    fc.array(text, { minLength: 2, maxLength: 3 }).map(parts => parts.join('\n\n')),
  )
  const distinct = <T>(item: fc.Arbitrary<T>) => fc.uniqueArray(item, { minLength: 1, maxLength: 4 })
  const all: { readonly [F in Field]: fc.Arbitrary<unknown> } = {
    id: fc.stringMatching(/^[A-Za-z0-9]{10}$/),
    url,
    doi: fc.constantFrom(
      '10.1000/xyz123',
      '10.1000/A(b)<c>',
      '10.1002/(SICI)1097-4636(199623)32:3<1::AID>3.0;2-E',
      '10.1000/a_b#c%d&e',
    ),
    arxiv: fc.constantFrom('2301.10140', '2301.10140v2', 'hep-th/9901001', 'math.GT/0309136'),
    isbn: fc.constantFrom('978-0-525-55861-3', '0525558616', '0-8044-2957-X'),
    pmid: fc.constantFrom('34265844', '1'),
    also_at: distinct(url),
    title: text,
    label: text,
    type: fc.constantFrom(...CARD_TYPES),
    authors: fc.array(arbitraryAuthor(text), { minLength: 1, maxLength: 4 }),
    published: date,
    venue: fc.constantFrom('nature', 'lesswrong', 'no', '1984'),
    language: fc.constantFrom('en', 'no', 'pt-BR', 'zh-Hant-TW'),
    abstract: prose,
    summary: prose,
    key_points: fc.array(prose, { minLength: 1, maxLength: 3 }),
    relevance: prose,
    review: prose,
    notes: prose,
    credibility: fc.record(
      { rating: fc.integer({ min: 1, max: 5 }), reason: prose },
      { requiredKeys: ['rating'] },
    ),
    tags: distinct(slug),
    cited_by: distinct(fc.constantFrom('goodfire', 'Wiki/Foo_bar.baz', 'unknown-page', '007')),
    forum: fc
      .record(
        { karma: fc.integer({ min: -99, max: 999 }), comments: fc.nat(99), answers: fc.nat(9) },
        { requiredKeys: [] },
      )
      .filter(figures => Object.keys(figures).length > 0),
    accessed: date,
    archive_url: fc.constant('https://web.archive.org/web/20260301000000/https://example.org/'),
    fetch: fc
      .record(
        {
          at: fc.constantFrom('2025-12-28', '2025-12-28T02:55:47Z', '2025-12-28 02:55'),
          status: fc.constantFrom('ok', 'partial', 'blocked', 'not-found', 'error'),
          http_status: fc.integer({ min: 100, max: 599 }),
          content_hash: fc.constant('sha256:2c26b46b68ffc68f'),
          file: text,
        },
        { requiredKeys: [] },
      )
      .filter(fetch => Object.keys(fetch).length > 0),
    preview: fc.record(
      { file: fc.constant('previews/a.txt'), truncated: fc.boolean(), size_kb: fc.constantFrom(0, 5, 0.5) },
      { requiredKeys: ['file'] },
    ),
    aliases: distinct(fc.constantFrom('591965925902e868', 'OldId_-x', '0123456789abcdef', '1234')),
    extra: fc
      .record(
        {
          funder: text,
          year: fc.integer({ min: -9999, max: 9999 }),
          share: fc.constantFrom(0.5, -2.25, 0),
          open: fc.boolean(),
          from: fc.array(text, { minLength: 1, maxLength: 3 }),
        },
        { requiredKeys: [] },
      )
      .filter(extra => Object.keys(extra).length > 0),
  }
  const kept = fields === undefined ? all : Object.fromEntries(fields.map(field => [field, all[field]]))
  const needed = { id: all.id, title: all.title, type: all.type }
  const found = SOURCES.filter(field => fields === undefined || fields.includes(field))
  return fc
    .tuple(
      fc.record({ ...kept, ...needed }, { requiredKeys: ['id', 'title', 'type'] }),
      fc
        .constantFrom(...(found.length === 0 ? (['url'] as const) : found))
        .chain(field => all[field].map(value => [field, value] as const)),
    )
    .map(([card, [field, value]]) => {
      const isFound = SOURCES.some(name => name in card)
      return inOrder(isFound ? card : { ...card, [field]: value }, Object.keys(all)) as unknown as CardFields
    })
}

/** The fields by which a source is found, of which each card has one. */
const SOURCES = ['url', 'doi', 'arxiv', 'isbn', 'pmid'] as const

function inOrder(card: Readonly<Record<string, unknown>>, names: readonly string[]): object {
  return Object.fromEntries(names.filter(name => name in card).map(name => [name, card[name]]))
}

/** What `extra` of an arbitrary card may hold, as a config declares it. */
export const ARBITRARY_EXTRA = {
  funder: { type: 'string' },
  year: { type: 'integer' },
  share: { type: 'number' },
  open: { type: 'boolean' },
  from: { type: 'list' },
} as const

/** Any card in use that the schema has nothing against, in the order of its fields, with no findings. */
export function arbitraryCard(options: ArbitraryCardOptions = {}): fc.Arbitrary<Card> {
  return arbitraryFields(options).map(fields => ({
    id: fields.id,
    path: `${fields.id}.yaml`,
    fields,
    findings: [],
  }))
}

/** Several such cards, one to three when nothing is said, no two with the same ID without regard to case. */
export function arbitraryCards(
  options: ArbitraryCardOptions = {},
  { minLength = 1, maxLength = 3 }: { minLength?: number; maxLength?: number } = {},
): fc.Arbitrary<Card[]> {
  return fc.uniqueArray(arbitraryCard(options), {
    minLength,
    maxLength,
    selector: ({ id }) => id.toLowerCase(),
  })
}
