import { describe, expect, it } from 'vitest'
import { examine } from '../../../src/load/examine.ts'
import type { SchemaName } from '../../../src/load/read-by-schema.ts'

const CARD = 'id: aaaaaaaaaa\nurl: https://example.org\ntitle: T\ntype: web\n'
const VENUE = '- id: a\n  name: A\n'

function helpOf(name: SchemaName, text: string): string | undefined {
  return examine(name, text, 'x.yaml').findings[0]?.help
}

describe('the help for a value that is wrong', () => {
  it.each<[SchemaName, string, string]>([
    ['venues', `${VENUE}  peer_reviewed: yes\n`, 'Write `true`.'],
    ['venues', `${VENUE}  peer_reviewed: OFF\n`, 'Write `false`.'],
    ['venues', `${VENUE}  domains: ["*.foo.org"]\n`, 'Write `foo.org`: subdomains are included.'],
    [
      'venues',
      `${VENUE}  domains: [foo]\n`,
      'A domain is a host, such as `lesswrong.com`, with or without a path.',
    ],
    ['card', `${CARD}publisher: Nature\n`, 'Did you mean `venue`?'],
    [
      'card',
      `${CARD}venue: arxiv.org\n`,
      'Write the id of the venue in venues.yaml: lower-case letters and digits, words joined by hyphens.',
    ],
    ['card', `${CARD}cited_by: [Reward Hacking]\n`, "Write the page's id, such as `reward-hacking`."],
    ['card', `${CARD}tags: [Größe]\n`, 'Write `grosse`.'],
    [
      'card',
      `${CARD}tags: [C++]\n`,
      'Only lower-case letters, digits and hyphens are allowed, for example `c-plus-plus`.',
    ],
    ['card', CARD.replace('web', 'Paper'), 'Write `paper`.'],
    ['card', CARD.replace('web', '[paper, blog]'), 'Write one word: `type: paper`.'],
    ['card', `${CARD}published: 2021-13-04\n`, 'The month comes before the day: perhaps `2021-04-13`.'],
    ['card', `${CARD}published: 2021-13\n`, 'Correct the month, or write the year alone: `2021`.'],
    ['card', `${CARD}published: 2021-04-32\n`, 'Correct the day, or leave it out: `2021-04`.'],
    ['card', `${CARD}published: 2021-3-4\n`, 'Write `2021-03-04`.'],
    [
      'card',
      'id: Y 8\ntitle: T\ntype: web\nurl: TODO\n',
      'Write ten letters or digits that no other card has ever had.',
    ],
    [
      'card',
      'id: Y 8\ntitle: T\ntype: web\nurl: https://example.org\n',
      'Write ten letters or digits; for this source `nLDFcDWUp9`.',
    ],
    ['venues', '# none\n', 'Write a list of venues in it (`- id: …`, and `name: …` below), or delete it.'],
    ['pages', '', 'Write a list of pages in it (`- id: …`, and `title: …` below), or delete it.'],
    ['card', '', 'Write a card in it (`key: value` on each line), or delete it.'],
  ])('(%s) %j says what to write', (name, text, help) => {
    expect(helpOf(name, text)).toBe(help)
  })
})

it('says which part of a date is wrong', () => {
  const { findings } = examine('card', `${CARD}published: 2021-13-04\naccessed: 2021-04-32\n`, 'x.yaml')
  expect(findings.map(({ message }) => message)).toEqual([
    '`2021-13-04` is not a date: there is no month 13.',
    '`2021-04-32` is not a date: that month has no day 32.',
  ])
})

it('says of a list that it is one, where one word must be', () => {
  const { findings } = examine('card', CARD.replace('web', '[paper]'), 'x.yaml')
  expect(findings.map(({ rule }) => rule)).toEqual(['schema/type'])
  expect(findings[0]?.message).toMatch(/^`type` must be one of web, blog, .*, other, but is a list\.$/)
})

it.each([
  ['url', 'TODO', 'url/placeholder'],
  ['url', 'ftp://example.org', 'url/valid'],
  ['archive_url', '...', 'url/placeholder'],
  ['also_at', '[N/A]', 'url/placeholder'],
  ['also_at', '[ftp://example.org]', 'url/valid'],
])('tells `%s: %s` by the rule %s', (field, value, rule) => {
  const { findings } = examine(
    'card',
    `${CARD.replace(/url: .*\n/, '')}doi: 10.1000/x\n${field}: ${value}\n`,
    'x',
  )
  expect(findings.map(finding => finding.rule)).toEqual([rule])
})

it('tells a URL of a page, which has no such rules, as any other value', () => {
  const { findings } = examine('pages', '- id: a\n  title: A\n  url: TODO\n', 'x.yaml')
  expect(findings.map(({ rule }) => rule)).toEqual(['schema/value'])
})

it('repeats no password', () => {
  const text = CARD.replace('https://example.org', 'htps://reader:secret@example.org')
  expect(JSON.stringify(examine('card', text, 'x.yaml').findings)).not.toContain('secret')
})
