import { expect, it } from 'vitest'
import { VenueIndex } from '../../src/model/credibility.ts'
import { isSiteName, siteNames } from '../../src/model/site-names.ts'

const VENUES = new VenueIndex([
  { id: 'eaf', name: 'EA Forum', domains: ['forum.effectivealtruism.org/posts'] },
  { id: 'bbc', name: 'BBC', domains: ['www.bbc.co.uk'] },
])

it.each([
  [
    'https://forum.effectivealtruism.org/posts/a',
    ['eaforum', 'eaf', 'forumeffectivealtruismorg', 'effectivealtruism'],
  ],
  ['https://news.bbc.co.uk/1', ['bbc', 'bbccouk', 'newsbbccouk']],
  ['https://www.nature.com/1', ['naturecom', 'nature']],
  ['no URL', []],
])('the site of %s is called %j', (url, names) => {
  expect([...siteNames({ id: 'aaaaaaaaa1', url }, VENUES)].sort()).toEqual([...names].sort())
})

it('is called as the venue that the card names, whatever its URL', () => {
  const names = siteNames({ id: 'aaaaaaaaa1', venue: 'bbc', url: 'https://www.nature.com/1' }, VENUES)
  expect([...names].sort()).toEqual(['bbc', 'bbccouk', 'nature', 'naturecom'])
})

it.each([
  ['BBC', true],
  ['bbc.co.uk', true],
  ['“News.BBC” co uk', true],
  ['B.B.C. News', false],
  ['ＢＢＣ', true],
  ['', false],
  ['…', false],
])('%j is a name of the site: %s', (text, is) => {
  expect(isSiteName(text, { id: 'aaaaaaaaa1', url: 'https://news.bbc.co.uk/1' }, VENUES)).toBe(is)
})
