import { expect, it } from 'vitest'
import { lintExample, textUnder } from '../../../support/lint-example.ts'

async function similar(one: string, other: string): Promise<number> {
  const { findings } = await lintExample({ files: { 'aaaaaaaaa1.yaml': one, 'aaaaaaaaa2.yaml': other } })
  return findings.filter(({ rule }) => rule === 'source/similar-title').length
}

it.each([
  [
    'case and punctuation',
    'title: The Bitter Lesson\nauthors: [Rich Sutton]\n',
    'title: the bitter lesson.\nauthors: ["Sutton, Rich"]\n',
  ],
  [
    'the year',
    'title: A Guide to Good Posts\npublished: "2024-01"\n',
    'title: A Guide to Good Posts\npublished: "2024"\n',
  ],
  [
    'the site in front',
    'url: https://time.com/a\ntitle: "Time: The Gap Is Shrinking"\nauthors: [Jo Doe]\n',
    'url: https://qz.com/a\ntitle: The Gap Is Shrinking\nauthors: [Jo Doe]\n',
  ],
  [
    'two papers on arXiv',
    'url: https://arxiv.org/abs/2401.00002\narxiv: "2401.00002"\ntitle: On Goals\nauthors: [Jo Doe]\n',
    'url: https://arxiv.org/abs/2401.00003\narxiv: "2401.00003"\ntitle: On Goals\nauthors: [Jo Doe]\n',
  ],
])('sees the same title but for %s', async (_, one, other) => {
  expect(await similar(one, other)).toBe(2)
})

it.each([
  ['parts', 'title: Goals, Part 1\nauthors: [Jo Doe]\n', 'title: Goals, Part 2\nauthors: [Jo Doe]\n'],
  [
    'numbered addresses',
    'url: https://qz.com/goals-1\ntitle: On Goals\nauthors: [Jo Doe]\n',
    'url: https://qz.com/goals-2\ntitle: On Goals\nauthors: [Jo Doe]\n',
  ],
  [
    'editions of a book',
    'isbn: 978-0-525-55861-3\ntitle: On Goals\nauthors: [Jo Doe]\n',
    'isbn: 0-8044-2957-X\ntitle: On Goals\nauthors: [Jo Doe]\n',
  ],
  [
    'reports of an organisation',
    'title: The State of the World\nauthors: [World Bank Group]\npublished: "2023"\n',
    'title: The State of the World\nauthors: [World Bank Group]\npublished: "2024"\n',
  ],
  ['other authors', 'title: On Goals\nauthors: [Jo Doe]\n', 'title: On Goals\nauthors: [Al Roe]\n'],
  [
    'short titles of a year',
    'title: Year in Review\npublished: "2024"\n',
    'title: Year in Review\npublished: "2024"\n',
  ],
  [
    'home pages',
    'url: https://time.com/\ntitle: On Goals\nauthors: [Jo Doe]\n',
    'url: https://qz.com/\ntitle: On Goals\nauthors: [Jo Doe]\n',
  ],
  [
    'cards that are surely one source',
    'url: https://qz.com/a\ntitle: On Goals\nauthors: [Jo Doe]\n',
    'url: http://qz.com/a\ntitle: On Goals\nauthors: [Jo Doe]\n',
  ],
])('says nothing of %s', async (_, one, other) => {
  expect(await similar(one, other)).toBe(0)
})

it('points at the titles', async () => {
  const text = 'title: "On Goals"\nauthors: [Jo Doe]\n'
  const linted = await lintExample({ files: { 'aaaaaaaaa1.yaml': text, 'aaaaaaaaa2.yaml': text } })
  expect(textUnder(linted)).toEqual(['"On Goals"', '"On Goals"'])
  expect(linted.findings[0]?.related?.map(({ file, range }) => [file, range.start.line])).toEqual([
    ['aaaaaaaaa2.yaml', 4],
  ])
})
