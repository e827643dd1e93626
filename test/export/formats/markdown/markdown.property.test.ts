import fc from 'fast-check'
import { describe, expect } from 'vitest'
import { markdown } from '../../../../src/export/formats/markdown/markdown.ts'
import { type Card, cardTitle } from '../../../../src/model/card.ts'
import { neutralLine } from '../../../../src/model/neutral.ts'
import { arbitraryCards } from '../../../support/arbitrary-card.ts'
import { itWith } from '../../../support/consumers.ts'
import { exported } from '../../../support/exported.ts'
import { type Element, elementsOf, ofKind, targetOf, textOf } from './consumed-markdown.ts'

/** What is markup to some reader of Markdown, put together anyhow. */
const SIGNS = [
  ...[
    '*',
    '**',
    '_',
    '__',
    '***',
    '`',
    '``',
    '```',
    '~~',
    '~',
    '^',
    '$',
    '$$',
    '==',
    '|',
    ':',
    '::',
    ':::',
    '@',
    '#',
  ],
  ...[
    '[',
    ']',
    '(',
    ')',
    '![',
    '](',
    '](https://e.org)',
    '](javascript:alert(1))',
    '](data:text/html,x)',
    '[^1]',
    '[^1]: x',
  ],
  ...[
    '<',
    '>',
    '<b>',
    '</a>',
    '<script>',
    '<!--',
    '<https://e.org>',
    '<javascript:x>',
    '&lt;',
    '&#60;',
    '&',
    '\\',
    '{',
    '}',
  ],
  ...[
    '{{ x }}',
    '{% x %}',
    '{=html}',
    '{#id .c}',
    '{{< x >}}',
    'https://e.org/a_b*c',
    'www.e.org',
    'a@e.org',
    ':smile:',
  ],
  ...[
    '\n',
    '\n\n',
    '  \n',
    '\\\n',
    '\n# ',
    '\n- ',
    '\n1. ',
    '\na) ',
    '\n(i) ',
    '\n> ',
    '\n---\n',
    '\n===\n',
    '\n    ',
    '\n\t',
  ],
  ...[
    '\n```\n',
    '\n| a |\n|---|\n',
    '\nTable: x',
    '\n: x',
    '\n[x]: javascript:x',
    '\nimport x',
    '\nexport x',
    '\n<div>\n',
    '\n% x',
  ],
  ...['a', 'b', 'long word ', ' ', '!', '.', '"', "'", '\u202e', '\x1b[31m', 'é', '機', '😀', '…'],
]

const soup = fc
  .array(fc.constantFrom(...SIGNS), { minLength: 1, maxLength: 12 })
  .map(parts => `x${parts.join('')}`.slice(1))

const PROSE = ['abstract', 'summary', 'relevance', 'review', 'notes'] as const

const soupCard = fc
  .record({
    id: fc.stringMatching(/^[A-Za-z0-9]{10}$/),
    title: soup,
    key_points: fc.array(soup, { minLength: 1, maxLength: 2 }),
    ...Object.fromEntries(PROSE.map(field => [field, soup])),
  })
  .map((fields): Card => {
    const whole = { type: 'web' as const, url: 'https://e.org/', cited_by: ['goodfire', 'x'], ...fields }
    return { id: fields.id, path: '', findings: [], fields: whole }
  })

/** As many at once as Pandoc reads in a moment. */
const SAMPLES = {
  'arbitrary cards': fc
    .sample(arbitraryCards({}, { minLength: 30, maxLength: 30 }), { numRuns: 1, seed: 7 })
    .flat(),
  'cards of nothing but markup': fc.sample(soupCard, { numRuns: 60, seed: 7 }),
}

/** Kinds of elements that only markup makes which we never write. */
const NEVER = [
  ...[
    'RawBlock',
    'HorizontalRule',
    'CodeBlock',
    'DefinitionList',
    'LineBlock',
    'OrderedList',
    'Div',
    'Image',
    'Note',
  ],
  ...['Cite', 'Math', 'Superscript', 'Subscript', 'Strikeout', 'Underline', 'SmallCaps', 'Null'],
]

describe.each(Object.entries(SAMPLES))('Markdown of %s', (_, cards) => {
  const { text } = exported(markdown, cards)
  for (const format of ['gfm', 'commonmark', 'commonmark_x', 'markdown'])
    itWith('pandoc')(`holds just the markup that is meant, read as ${format}`, () => {
      const elements = elementsOf(text, format)
      expect(ofKind(elements, ...NEVER)).toEqual([])
      const html = ofKind(elements, 'RawInline').map(({ c }) => (c as string[])[1])
      expect(html).toEqual(cards.flatMap(({ id }) => [`<a id="${id}">`, '</a>']))
      const headings = ofKind(elements, 'Header').map(({ c }) => squeezed(textOf((c as unknown[])[2])))
      expect(headings).toHaveLength(1 + cards.length)
      expect(ofKind(elements, 'Table')).toHaveLength(
        format === 'commonmark' ? 0 : cards.filter(isCited).length,
      )
      for (const link of ofKind(elements, 'Link')) {
        expect(targetOf(link)).toMatch(/^https?:\/\/|^#[A-Za-z0-9]{10}$|^mailto:/i)
        expect(ofKind(inside(link), 'Link')).toEqual([])
      }
    })

  itWith('pandoc')('has the titles as headings, to the letter', () => {
    const headings = ofKind(elementsOf(text, 'commonmark'), 'Header').map(({ c }) =>
      textOf((c as unknown[])[2]),
    )
    const titles = cards.map(card => neutralLine(cardTitle(card)).trim() || '(no title)')
    expect(headings.map(squeezed)).toEqual([
      'Sources',
      ...titles.map((title, i) => squeezed(`<a id="${cards[i]?.id}"></a>${title}`)),
    ])
  })
})

function isCited({ fields }: Card): boolean {
  return (fields.cited_by?.length ?? 0) > 0
}

/** Pandoc keeps neither how much white space there is nor how letters are composed. */
function squeezed(text: string): string {
  return text.normalize('NFC').replace(/\s+/g, ' ').trim()
}

function inside({ c }: Element): Element[] {
  const found: Element[] = []
  const visit = (value: unknown): void => {
    if (Array.isArray(value)) for (const item of value) visit(item)
    else if (typeof value === 'object' && value !== null) {
      if ('t' in value) found.push(value as Element)
      visit(Object.values(value))
    }
  }
  visit(c)
  return found
}
