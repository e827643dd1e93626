import { expect, it } from 'vitest'
import { lintExample, textUnder } from '../../../support/lint-example.ts'

const VENUES = `
- { id: rand, name: RAND, domains: [rand.org], type: think_tank }
- { id: cset, name: CSET, domains: [cset.georgetown.edu], type: think_tank }
- { id: georgetown, name: Georgetown, domains: [georgetown.edu], type: academic }
- { id: substack, name: Substack, domains: [substack.com], type: blog_platform }
- { id: lesswrong, name: LessWrong, domains: [lesswrong.com], type: forum }
- { id: alignment-forum, name: Alignment Forum, domains: [alignmentforum.org], type: forum }
- { id: springer, name: Springer, domains: [springer.com], type: academic_journal }
- { id: nature, name: Nature, domains: [nature.com], type: academic_journal }
- { id: science, name: Science, domains: [science.org], type: academic_journal }
- { id: neurips, name: NeurIPS }
`
const withCard = (text: string) => ({ files: { 'venues.yaml': VENUES, 'aaaaaaaaa1.yaml': text } })

it('points at the venue that the card names', async () => {
  const linted = await lintExample(withCard('venue: cset\nurl: https://www.rand.org/pubs/a.html\n'))
  expect(linted.findings.map(({ rule, message }) => [rule, message])).toEqual([
    ['venue/mismatch', 'The card names the venue CSET, but its URL belongs to RAND.'],
  ])
  expect(textUnder(linted)).toEqual(['cset'])
  expect(linted.findings[0]?.restsOn).toEqual([['url']])
})

it('tells one journal from another', async () => {
  const linted = await lintExample(withCard('venue: science\nurl: https://www.nature.com/articles/a\n'))
  expect(linted.findings.map(({ rule, message }) => [rule, message])).toEqual([
    ['venue/mismatch', 'The card names the venue Science, but its URL belongs to Nature.'],
  ])
})

it.each([
  ['a host that no venue claims', 'venue: cset\nurl: https://www.rfc-editor.org/a\n'],
  ['a venue without domains', 'venue: neurips\nurl: https://www.rand.org/pubs/a.html\n'],
  ['a journal on the site of its publisher', 'venue: nature\nurl: https://link.springer.com/article/a\n'],
  ['a paper on the site of a journal', 'venue: rand\nurl: https://www.nature.com/articles/a\n'],
  ['a DOI', 'venue: nature\nurl: https://doi.org/10.1126/science.aax2342\ndoi: 10.1126/science.aax2342\n'],
  ['a platform for everybody', 'venue: rand\nurl: https://rand.substack.com/p/a\n'],
  ['a publisher of many journals', 'venue: rand\nurl: https://link.springer.com/book/a\n'],
  ['an institute within a university', 'venue: georgetown\nurl: https://cset.georgetown.edu/a\n'],
  ['a university around an institute', 'venue: cset\nurl: https://www.georgetown.edu/a\n'],
  [
    'a post that two forums share',
    'venue: alignment-forum\nurl: https://www.lesswrong.com/posts/uMQ3cqWDPHhjtiesc/agi-ruin\n',
  ],
  [
    'a copy at the venue',
    'venue: cset\nurl: https://www.rand.org/pubs/a.html\nalso_at: [https://cset.georgetown.edu/a]\n',
  ],
])('says nothing of %s', async (_, text) => {
  expect((await lintExample(withCard(text))).findings).toEqual([])
})

it('leaves an unknown venue to the rule about references', async () => {
  const { findings } = await lintExample(withCard('venue: ran\nurl: https://www.rand.org/pubs/a.html\n'))
  expect(findings.map(({ rule }) => rule)).not.toContain('venue/mismatch')
})
