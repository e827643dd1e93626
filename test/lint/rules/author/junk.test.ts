import { expect, it } from 'vitest'
import { fixExample } from '../../../support/fix-example.ts'
import { lintExample, textUnder } from '../../../support/lint-example.ts'

it('removes what is no author, and keeps the name before an address', async () => {
  const card = 'authors:\n  - DeepSeek-AI\n  - ":"\n  - Jane Doe <jane.doe@rand.org>\n  - N/A\n'
  expect(textUnder(await lintExample(card))).toEqual(['":"', 'Jane Doe <jane.doe@rand.org>', 'N/A'])
  expect(await fixExample(card, 'author/junk')).toBe('authors:\n  - DeepSeek-AI\n  - Jane Doe\n')
})

it('leaves nothing of a list of which nothing is left', async () => {
  expect(await fixExample('authors:\n  - Admin\nlabel: L\n', 'author/junk')).toBe('label: L\n')
})

it.each([
  'Koen.Holtman',
  '80000_Hours',
  '李飞飞',
  '🔸',
  'Anonymous',
  'Noname Nobody',
  'X',
  'MvK🔸',
  'Guest, Edgar',
])('takes %s for an author', async name => {
  expect((await lintExample(`authors:\n  - ${name}\n`)).findings).toEqual([])
})

it('rests on the site of the source where it names that', async () => {
  const { findings } = await lintExample('url: https://www.rand.org/a\nauthors: [Rand.org, Unknown]\n')
  expect(findings.map(({ restsOn }) => restsOn)).toEqual([[['venue'], ['url']], undefined])
})
