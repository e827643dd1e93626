import type { Author } from '../../../model/card.ts'
import { joinedNames } from '../../../model/joined-names.ts'
import { isPersonName } from '../../../model/person-name.ts'
import { cardRule, type Problem } from '../../rule.ts'

export const order = cardRule({
  id: 'author/order',
  severity: 'info',
  summary: 'authors of one card written both ways, as `Ji, Jiaming` and as `Satya Benson`',
  why: 'Both forms are read rightly, but a list that mixes them is often one that was put together from two places, with a name twice or cut in two.',
  examples: {
    bad: ['authors:\n  - Ji, Jiaming\n  - Satya Benson\n'],
    good: [
      'authors:\n  - Ji, Jiaming\n  - Benson, Satya\n  - OpenAI\n',
      'authors:\n  - Satya Benson\n  - Martin Luther King, Jr.\n  - Center for AI Safety, Inc.\n',
    ],
  },
  check: ({ fields: { authors = [] }, path }) => (authors.some(hasComma) ? problemsOf(authors, path) : []),
})

/** Whether a name may have the family name first. */
function hasComma(author: Author): boolean {
  return typeof author === 'string' && author.includes(',')
}

function* problemsOf(authors: readonly Author[], path: string): Iterable<Problem> {
  const names = authors.flatMap((name, index) =>
    typeof name === 'string' && isPersonName(name) && !joinedNames(name)
      ? [{ name, index, isInverted: isInverted(name) }]
      : [],
  )
  const inverted = names.filter(({ isInverted }) => isInverted)
  const plain = names.filter(({ isInverted }) => !isInverted)
  const [odd] = inverted.length <= plain.length ? inverted : plain
  const [usual] = inverted.length <= plain.length ? plain : inverted
  if (odd === undefined || usual === undefined) return
  yield {
    message: `\`${odd.name}\` and \`${usual.name}\` are not written in the same order.`,
    help: 'Write all of them with the family name first and a comma, or all without.',
    pointer: ['authors', odd.index],
    related: [{ file: path, pointer: ['authors', usual.index] }],
  }
}

/** Whether the family name is first, with a comma: not `King, Jr.`. */
function isInverted(name: string): boolean {
  return name.split(',').filter(part => !/^\s*(?:jr|sr|ii|iii|iv|v|phd|md|esq)\.?\s*$/i.test(part)).length > 1
}
