import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import * as convert from '../../src/import/convert-value.ts'
import type { Raw } from '../../src/load/raw.ts'

/** What a value becomes, and what the log is told. */
function result<T>(by: convert.Convert<T>, value: Raw) {
  const said: string[] = []
  const at = (item?: number) => (item === undefined ? '' : ` at ${item}`)
  const becomes = by(value, {
    drop: (why, item) => said.push(`dropped${at(item)}: ${why}`),
    convert: (from, to, item) => said.push(`converted${at(item)}: ${from} → ${to}`),
    empty: () => said.push('empty'),
  })
  return [becomes, ...said]
}

describe('converting the values of a source', () => {
  it.each([
    ['text as it is', convert.text, 'Two\n\nparagraphs', ['Two\n\nparagraphs']],
    ['text without the break that ends a block', convert.text, 'One.\n', ['One.']],
    ['text with space around it', convert.text, ' a', ['a', 'converted:  a → a']],
    ['no text', convert.text, '', [undefined, 'empty']],
    ['null', convert.text, 'null', [undefined, 'empty']],
    ['an empty list', convert.text, [], [undefined, 'empty']],
    ['a list for text', convert.text, ['a'], [undefined, 'dropped: It is a list, where text belongs.']],
    ['a map for text', convert.text, { a: 'b' }, [undefined, 'dropped: It is a map, where text belongs.']],
    ['a title of two lines', convert.line, 'a\n  b', ['a b', 'converted: a\n  b → a b']],
    ['a slug', convert.slug, 'ai-safety', ['ai-safety']],
    [
      'a slug with case and spaces',
      convert.slug,
      'AI Safety',
      ['ai-safety', 'converted: AI Safety → ai-safety'],
    ],
    [
      'a slug that letters would be lost from',
      convert.slug,
      'C++',
      [undefined, 'dropped: It is no slug: C++'],
    ],
    [
      'slugs',
      convert.slugs,
      ['a', 'B', '?'],
      [['a', 'b'], 'converted at 1: B → b', 'dropped at 2: It is no slug: ?'],
    ],
    ['a text for a list', convert.texts, 'One.', [['One.']]],
    ['an empty text for a list', convert.texts, '', [undefined, 'empty']],
    ['a list of empty texts', convert.texts, ['', ''], [undefined, 'empty', 'empty']],
    [
      'a map in a list',
      convert.names,
      [{ a: 'b' }],
      [undefined, 'dropped at 0: It is a map, where text belongs.'],
    ],
    ['names twice', convert.names, ['Ada', 'Ada'], [['Ada', 'Ada']]],
    ['ids of pages', convert.pageIds, ['a/b', 'a b'], [['a/b'], 'dropped at 1: It is no id of a page: a b']],
    [
      'domains',
      convert.domains,
      ['https://a.org/x', 'a'],
      [['a.org/x'], 'converted at 0: https://a.org/x → a.org/x', 'dropped at 1: It is no domain: a'],
    ],
    ['a date', convert.date, '2026-02-06', ['2026-02-06']],
    ['a date in words', convert.date, 'Feb 2026', ['2026-02', 'converted: Feb 2026 → 2026-02']],
    [
      'a date with two meanings',
      convert.date,
      '6/2/2026',
      [undefined, 'dropped: It cannot be read as one date: 6/2/2026'],
    ],
    ['a point in time', convert.timestamp, '2025-12-28 02:55:47', ['2025-12-28T02:55:47']],
    ['a point in time with a zone', convert.timestamp, '2025-12-28T02:55:47.5Z', ['2025-12-28T02:55:47.5Z']],
    ['a day as a point in time', convert.timestamp, '2025-12-28', ['2025-12-28']],
    [
      'no point in time',
      convert.timestamp,
      'noon',
      [undefined, 'dropped: It is no date and time of ISO 8601: noon'],
    ],
    ['a type', convert.cardType, 'blog', ['blog']],
    ['a type in capitals', convert.cardType, 'Blog', ['blog', 'converted: Blog → blog']],
    ['an unknown type', convert.cardType, 'poem', ['other', 'converted: poem → other']],
    ['a rating', convert.rating, '4', [4]],
    ['no rating', convert.rating, '6', [undefined, 'dropped: It is no rating from 1 to 5: 6']],
    ['true', convert.yesOrNo, 'true', [true]],
    ['false', convert.yesOrNo, 'False', [false]],
    ['neither', convert.yesOrNo, 'maybe', [undefined, 'dropped: It is neither true nor false: maybe']],
  ] satisfies [string, convert.Convert<unknown>, Raw, unknown[]][])('%s', (_, by, value, expected) => {
    expect(result<unknown>(by, value)).toEqual(expected)
  })

  it('knows the types that the schema of a card lists', () => {
    const schema = JSON.parse(
      readFileSync(new URL('../../schemas/card.schema.json', import.meta.url), 'utf8'),
    )
    expect(convert.CARD_TYPES).toEqual(schema.properties.type.enum)
  })
})
