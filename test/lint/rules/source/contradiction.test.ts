import { expect, it } from 'vitest'
import { citationIn } from '../../../../src/lint/rules/source/named-authors.ts'
import { lintExample, textUnder } from '../../../support/lint-example.ts'

it.each([
  ['Carlsmith (2021)', ['Carlsmith'], false, 2021],
  ['Chen & Plott (2002)', ['Chen', 'Plott'], false, 2002],
  ['Hendrycks and Gimpel (2017)', ['Hendrycks', 'Gimpel'], false, 2017],
  ['Hadfield-Menell et al. (2016)', ['Hadfield-Menell'], true, 2016],
  ['van der Weij et al. (2024)', ['van der Weij'], true, 2024],
  ['De Fauw et al. (2018)', ['De Fauw'], true, 2018],
  ['Meng et al., 2023', ['Meng'], true, 2023],
  ['Meinke et al. 2025', ['Meinke'], true, 2025],
  ['Holzinger et al.', ['Holzinger'], true, undefined],
  ['Research by Valmeekam et al. (2023)', ['Valmeekam'], true, 2023],
  ['Carlsmith (2023) - Scheming AIs', ['Carlsmith'], false, 2023],
  ['Carlsmith (2024): AI Forecasting', ['Carlsmith'], false, 2024],
  ['Brundage et al. (2024). "The Malicious Use of AI"', ['Brundage'], true, 2024],
  ['Casper, S., et al. (2024). "Black-Box Access"', ['Casper'], true, 2024],
  ['ZKML Survey (Kang et al.)', ['Kang'], true, undefined],
])('reads %s', (text, families, hasOthers, year) => {
  expect(citationIn(text)).toEqual({ families, hasOthers, year })
})

it.each([
  'A reply to Carlsmith (2021)',
  'Carlsmith (2021): A Review',
  'Notes on Power-Seeking (Carlsmith et al.)',
  'On the Opportunities of Models (Bommasani et al.)',
  'Training a Helpful Assistant with RLHF (2022)',
  'International AI Safety Report (2025)',
  'Disentangling Corrigibility: 2015-2021',
  'GPT-4 (2023)',
  'Attention Is All You Need',
])('takes %s for no citation', text => {
  expect(citationIn(text)).toBeUndefined()
})

const contradictions = async (...cards: string[]) => {
  const files = Object.fromEntries(cards.map((text, i) => [`aaaaaaaaa${i}.yaml`, text]))
  const linted = await lintExample({ files })
  return linted.findings.filter(({ rule }) => rule === 'source/contradiction').map(({ message }) => message)
}

it('knows a single name as a person by the authors of other cards', async () => {
  const card = 'title: Carlsmith (2021)\nauthors: [Yixuan Su]\n'
  expect(await contradictions(card)).toEqual([])
  expect(await contradictions(card, 'authors: [Joe Carlsmith]\n')).toEqual([
    'The title names Carlsmith, who is not among the authors.',
  ])
})

it.each([
  ['accents', 'title: Hofstatter et al.\nauthors: [Felix Hofstätter]\n'],
  ['a slip of the pen', 'title: Krakowna et al.\nauthors: [Victoria Krakovna]\n'],
  ['inverted names', 'title: Wei et al. (2023)\nauthors: ["Wei, Jerry"]\n'],
  ['a pseudonym', 'title: Hubinger et al.\nauthors: [evhub]\n'],
  ['an organisation', 'title: Amodei et al.\nauthors: [OpenAI]\n'],
  ['no authors', 'title: Amodei et al.\n'],
  ['a preprint', 'label: Kaplan et al. (2020)\nauthors: [Jared Kaplan]\npublished: "2019-12"\n'],
  ['no date', 'label: Debate (2013)\n'],
  ['a year in a title', 'title: Elections (1990)\npublished: "2018"\n'],
  ['versions of one paper', 'url: https://arxiv.org/abs/1706.03762v5\narxiv: "1706.03762v1"\n'],
])('forgives %s', async (_, text) => {
  expect(await contradictions(text)).toEqual([])
})

it('points at what contradicts', async () => {
  const linted = await lintExample('title: A title\nlabel: "Debate (2013)"\npublished: "2018-05-02"\n')
  expect(linted.findings.map(({ message }) => message)).toEqual([
    'The label says 2013, but the source was published in 2018.',
  ])
  expect(textUnder(linted)).toEqual(['"Debate (2013)"'])
})

it('takes no more than linear time for hostile titles', () => {
  const start = performance.now()
  for (const part of ['Aa-', 'van ', "A'", 'Aa & ', ' (', 'Aa, A.', ': "']) citationIn(part.repeat(1_000_000))
  for (const part of ['Aa-', 'van ', "A'", 'Aa & ', ' (', 'Aa, A.', ': "'])
    citationIn(part.repeat(100).slice(0, 299))
  expect(performance.now() - start).toBeLessThan(1000)
})

it.each([
  ['url: https://arxiv.org/abs/1706.03762\narxiv: "1805.00899"\n', 'url'],
  ['title: Ziegler et al. (2022)\nauthors: [Maxime Darrin]\n', 'authors'],
  ['label: Debate (2013)\npublished: "2018-05-02"\n', 'published'],
])('of %j it rests on %s', async (card, field) => {
  const { findings } = await lintExample(card)
  expect(findings.map(({ restsOn }) => restsOn)).toEqual([[[field]]])
})

it('points at a DOI that is not that of the URL', async () => {
  const linted = await lintExample('url: https://doi.org/10.1038/nature14539\ndoi: 10.1038/nature14540\n')
  expect(linted.findings.map(({ rule, message }) => [rule, message])).toEqual([
    [
      'source/contradiction',
      'The URL is that of the DOI `10.1038/nature14539`, but `doi` is `10.1038/nature14540`.',
    ],
  ])
  expect(textUnder(linted)).toEqual(['10.1038/nature14540'])
})

it.each([
  'url: https://doi.org/10.1038/NATURE14539\ndoi: 10.1038/nature14539\n',
  'url: https://www.nature.com/articles/nature14539\ndoi: 10.1126/science.aax2342\n',
  'url: https://doi.org/10.1101/2020.01.01.123456\ndoi: 10.1038/nature14539\n',
  'url: https://doi.org/10.1038/nature14539\ndoi: 10.48550/arXiv.1706.03762\narxiv: "1706.03762"\n',
])('takes the DOIs of %j for those of one source', async lines => {
  const { findings } = await lintExample(lines)
  expect(findings.map(({ rule }) => rule)).not.toContain('source/contradiction')
})
