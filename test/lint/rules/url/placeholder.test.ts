import { expect, it } from 'vitest'
import { placeholderPart } from '../../../../src/lint/rules/url/placeholder-part.ts'
import { lintExample, textUnder } from '../../../support/lint-example.ts'

it.each([
  ['https://example.com/a', 'example.com'],
  ['https://www.Example.ORG/a', 'www.Example.ORG'],
  ['https://paper.example/a', 'paper.example'],
  ['http://localhost:8000/a', 'localhost'],
  ['http://127.0.0.1/a', '127.0.0.1'],
  ['http://0x7f000001/a', '0x7f000001'],
  ['http://192.168.1.5:80/a', '192.168.1.5'],
  ['http://172.20.0.1/a', '172.20.0.1'],
  ['http://[::1]:3000/a', '[::1]'],
  ['https://TODO', 'TODO'],
  ['https://www.todo/a', 'www.todo'],
  ['https://...', '...'],
  ['https://xxx.com/a', 'xxx.com'],
  ['https://your-domain.com/a', 'your-domain.com'],
  ['https://www.nature.com/articles/TODO', 'TODO'],
  ['https://www.nature.com/articles/...', '...'],
  ['https://www.nature.com/<slug>/', '<slug>'],
  ['https://www.nature.com/{slug}', '{slug}'],
  ['https://arxiv.org/pdf/2401.12345v1.pdf', '2401.12345'],
  ['https://arxiv.org/abs/2401.XXXXX', '2401.XXXXX'],
])('takes %s for a placeholder', (url, part) => {
  expect(placeholderPart(url)).toBe(part)
})

it.each([
  'https://notexample.com/a',
  'https://example.company/a',
  'https://www.rfc-editor.org/rfc/rfc2606#example.com',
  'https://172.32.0.1/a',
  'https://192.0.32.10/a',
  'https://xxx.lanl.gov/abs/hep-th/9901001',
  'https://www.gutenberg.org/book/chapter/XXX',
  'https://todoist.com/todo',
  'https://records.court.gov/{B051915D-A9AC-451E}',
  'https://arxiv.org/abs/2401.12346',
  'https://www.nature.com/articles/a...b',
])('takes %s for what it is', url => {
  expect(placeholderPart(url)).toBeUndefined()
})

it('is the only finding about such a URL', async () => {
  const linted = await lintExample(
    'archive_url: "https://..."\nalso_at: [https://www.nature.com/articles/…]\n',
  )
  expect(linted.findings.map(({ rule, pointer }) => [rule, pointer])).toEqual([
    ['url/placeholder', '/archive_url'],
    ['url/placeholder', '/also_at/0'],
  ])
  expect(textUnder(linted)).toEqual(['"https://..."', 'https://www.nature.com/articles/…'])
})

it('does not say that there is no paper with a number that looks made up', async () => {
  const { findings } = await lintExample('url: https://arxiv.org/abs/2401.67890\narxiv: "2401.67890"\n')
  expect(findings.map(({ message, help }) => [message, help])).toEqual([
    [
      'The arXiv number `2401.67890` looks made up.',
      'Open it and check that it is this paper; else find the real URL, or remove the card.',
    ],
  ])
})
