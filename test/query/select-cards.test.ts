import { describe, expect, it } from 'vitest'
import { openLibrary } from '../../src/load/open-library.ts'
import { listed } from '../../src/model/listed.ts'
import { parseQuery } from '../../src/query/parse-query.ts'
import { selectCards } from '../../src/query/select-cards.ts'
import { cardText, directoryWith } from '../support/library.ts'

const library = () => {
  const dir = directoryWith({
    'aaaaaaaaaa.yaml': cardText('aaaaaaaaaa', 'published: "2020"'),
    'bbbbbbbbbb.yaml': cardText('bbbbbbbbbb', 'published: "2024"', 'venue: good'),
    'cccccccccc.yaml': cardText('cccccccccc', 'published: "2022"'),
    'retired/dddddddddd.yaml': cardText('dddddddddd', 'retired: { date: "2026-01-02", reason: Gone. }'),
    'venues.yaml': '- { id: good, name: Good, credibility: 5 }\n',
  })
  return openLibrary({ cwd: dir, dir })
}

describe('selectCards', () => {
  it('gives the cards in use that match, by their IDs, and of how many they are', async () => {
    const { cards, total } = await selectCards(await library(), parseQuery('published:2022..'))
    expect([cards.map(({ id }) => id), total]).toEqual([['bbbbbbbbbb', 'cccccccccc'], 3])
  })

  it('sorts them by the keys that are given', async () => {
    const { cards } = await selectCards(await library(), parseQuery(''), { sort: '-published' })
    expect(cards.map(({ id }) => id)).toEqual(['bbbbbbbbbb', 'cccccccccc', 'aaaaaaaaaa'])
  })

  it('draws on the venues of the library', async () => {
    const { cards, context } = await selectCards(await library(), parseQuery('credibility:5'))
    expect([cards.map(({ id }) => id), context.venues.get('good')?.name]).toEqual([['bbbbbbbbbb'], 'Good'])
  })

  it('looks only at the cards that it is told to, and leaves them in their order', async () => {
    const opened = await library()
    const among = (await listed(opened.cards())).reverse()
    const { cards, total } = await selectCards(opened, parseQuery('-published:2024'), { among })
    expect([cards.map(({ id }) => id), total]).toEqual([['cccccccccc', 'aaaaaaaaaa'], 3])
  })
})
