import { expect, it } from 'vitest'
import { fixExample } from '../../../support/fix-example.ts'
import { lintExample, textUnder } from '../../../support/lint-example.ts'

it('makes a title one line with single spaces', async () => {
  expect(await fixExample('title: " Scaling\\t laws\\n\\nof  networks "\n', 'text/title')).toBe(
    'title: Scaling laws of networks\n',
  )
  expect(await fixExample('label: Scaling  laws # short\n', 'text/title')).toBe(
    'label: Scaling laws # short\n',
  )
})

it('says what stands in the place of a title', async () => {
  const linted = await lintExample('title: Reuters\nurl: https://www.reuters.com/technology/ai-2024-01-15/\n')
  expect(linted.findings.map(({ message, fix }) => [message, fix])).toEqual([
    ['The title is only the name of the site, `Reuters`.', undefined],
  ])
  expect(textUnder(linted)).toEqual(['Reuters'])
})

it.each([
  ['TCP/IP', 'https://www.rfc-editor.org/rfc/rfc793'],
  ['U.S.', 'https://www.rfc-editor.org/rfc/rfc793'],
  ['H.R.815', 'https://www.congress.gov/bill/118th-congress/house-bill/815'],
  ['spaCy.io', 'https://github.com/explosion/spaCy'],
  ['Amazon.com', 'https://en.wikipedia.org/wiki/Amazon_(company)'],
  ['TransformerLens', 'https://github.com/TransformerLensOrg/TransformerLens'],
  ['CISA', 'https://www.cisa.gov/about'],
  ['arXiv', 'https://arxiv.org/'],
])('takes %s for the title of %s', async (title, url) => {
  expect((await lintExample(`title: ${title}\nurl: ${url}\n`)).findings).toEqual([])
})

it.each([
  ['Reuters', 'https://www.reuters.com/technology/ai-2024-01-15/', [['venue'], ['url']]],
  ['nist.gov', 'https://www.nist.gov/cyberframework', [['venue'], ['url']]],
  ['nist.gov/a', 'https://www.nist.gov/cyberframework', [['venue'], ['url']]],
  ['arXiv:2310.07298', 'https://www.nist.gov/cyberframework', undefined],
])('the fault of %s at %s rests on the site where it is one of the site', async (title, url, restsOn) => {
  const { findings } = await lintExample(`title: ${title}\nurl: ${url}\n`)
  expect(findings.map(finding => finding.restsOn)).toEqual([restsOn])
})
