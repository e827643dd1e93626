import { expect, it } from 'vitest'
import { examine } from '../../../src/load/examine.ts'

const GOOD = 'id: aaaaaaaaaa\nurl: https://example.org\ntitle: T\ntype: web\n'

it.each([
  ['key_points:\n  * first point\n', 'A list item starts with a dash, not with *.', 'first point'],
  ['key_points:\n  - first\n  * second\n', 'A list item starts with a dash, not with *.', 'second'],
  [
    'key_points:\n  - first\n  -second\n',
    'There is no space after the dash, so YAML does not see a list item here.',
    'second',
  ],
  [
    'tags:\n-first\n-second\n',
    'There is no space after the dash, so YAML does not see a list item here.',
    'first',
  ],
  [
    'key_points:\n  -first point\n  -second point\n',
    '`key_points` must be a list, but is `-first point -second point`.',
    'first point',
  ],
  [
    'key_points:\n  • first\n  • second\n',
    '`key_points` must be a list, but is `• first • second`.',
    'first',
  ],
  ['key_points:\n  1. one\n  2. two\n', '`key_points` must be a list, but is `1. one 2. two`.', 'one'],
])('of %j says how to write an item', (lines, message, item) => {
  const { findings } = examine('card', GOOD + lines, 'x.yaml')
  expect(findings[0]).toMatchObject({
    message,
    help: `Write a dash and a space before each item: \`- ${item}\`.`,
  })
})

it('leaves a text in asterisks alone', () => {
  const { findings } = examine('card', `${GOOD}notes:\n  *bold* text\n`, 'x.yaml')
  expect(findings[0]?.help).toBe('Put the value in quotes: `"*bold* text"`.')
})
