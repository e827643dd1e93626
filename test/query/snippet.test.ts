import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { VenueIndex } from '../../src/model/credibility.ts'
import { fold } from '../../src/model/fold.ts'
import { parseQuery } from '../../src/query/parse-query.ts'
import { searchCards, searchSource } from '../../src/query/search-cards.ts'
import type { Highlighted } from '../../src/query/snippet.ts'
import { card } from '../model/cards.ts'

const context = { venues: new VenueIndex([]) }

/** The first hit with its highlights in brackets. */
async function shown(query: string, fields: Parameters<typeof card>[1]) {
  const source = searchSource([card('Card000001', fields)])
  const [hit] = (await searchCards(parseQuery(query), source, context)).hits
  return {
    title: hit && marked(hit.title),
    snippet: hit?.snippet && `${hit.snippet.field}: ${marked(hit.snippet)}`,
  }
}

function marked({ text, highlights }: Highlighted): string {
  return [...highlights]
    .reverse()
    .reduce(
      (rest, [start, end]) => `${rest.slice(0, start)}[${rest.slice(start, end)}]${rest.slice(end)}`,
      text,
    )
}

const FILL = 'lorem ipsum dolor sit amet consectetur '.repeat(10)

describe('a snippet', () => {
  it('shows the words of the query, whole, however they are written', async () => {
    expect(
      (await shown('sandkuhler strasse', { summary: 'So SANDKÜHLERS Straße, e\u0301tude.' })).snippet,
    ).toBe('summary: So [SANDKÜHLERS] [Straße], e\u0301tude.')
    expect((await shown('etude', { summary: 'İ ﬁ 😀 an e\u0301tude\u0301!' })).snippet).toBe(
      'summary: İ ﬁ 😀 an [e\u0301tude\u0301]!',
    )
  })

  it('is a passage of about 160 characters around them, of whole words', async () => {
    const { snippet } = await shown('reward', { summary: `${FILL}the reward is high ${FILL}` })
    expect(snippet).toBe(
      'summary: …lorem ipsum dolor sit amet consectetur the [reward] is high lorem ipsum dolor sit amet consectetur lorem ipsum dolor sit amet consectetur lorem ipsum dolor sit…',
    )
  })

  it('is the passage with most of them', async () => {
    const { snippet } = await shown('reward hacking', {
      summary: `reward ${FILL} reward and hacking ${FILL} hacking`,
    })
    expect(snippet).toContain('[reward] and [hacking]')
  })

  it('comes from the text that has most of them, and is not the title', async () => {
    const fields = {
      title: 'Reward hacking',
      summary: 'a reward',
      key_points: ['none', 'reward, then hacking'],
    }
    expect(await shown('reward hacking', fields)).toEqual({
      title: '[Reward] [hacking]',
      snippet: 'key_points: [reward], then [hacking]',
    })
    expect(await shown('reward', { title: 'Reward' })).toEqual({ title: '[Reward]', snippet: undefined })
  })

  it('has single spaces for the line ends of its source', async () => {
    expect((await shown('"reward hacking"', { notes: ' One\n\n  reward\nhacking\n' })).snippet).toBe(
      'notes: One [reward hacking]',
    )
  })

  it('shows a phrase as one, and words that overlap too', async () => {
    expect((await shown('"reward hacking" hack', { notes: 'reward hacking' })).snippet).toBe(
      'notes: [reward hacking]',
    )
  })

  it('cuts text without spaces between characters', async () => {
    const { snippet } = await shown('目的', { summary: `${'😀語'.repeat(200)}目的${'😀語'.repeat(200)}` })
    expect(snippet).toContain('[目的]')
    expect(snippet).not.toMatch(/\p{Cs}/u)
    expect(snippet?.length).toBeLessThan(185)
  })

  it('stays short when a word is endless', async () => {
    expect((await shown('xx', { summary: 'x'.repeat(10_000) })).snippet?.length).toBeLessThan(185)
  })

  it('never highlights under NOT', async () => {
    expect((await shown('reward OR NOT hacking', { notes: 'reward hacking' })).snippet).toBe(
      'notes: [reward] hacking',
    )
  })
})

describe('a highlight', () => {
  it('covers text that starts with a word of the query, or what it was corrected to', async () => {
    const piece = fc.constantFrom(
      'reward',
      'Réward',
      'Straße',
      'strasse',
      'ÆSIR',
      'e\u0301tude',
      '語',
      '😀',
      ' ',
      ' ',
      '\n',
      '-',
      'x',
      'ΣΑΣ',
      'İ',
    )
    const text = fc.array(piece, { maxLength: 60 }).map(list => list.join(''))
    const words = fc.uniqueArray(fc.constantFrom('reward', 'strasse', 'aesir', 'etu', '語', 'rewrad', 'σα'), {
      minLength: 1,
      maxLength: 3,
    })
    await fc.assert(
      fc.asyncProperty(words, text, text, async (query, title, summary) => {
        const fields = { title, summary, type: 'web' } as const
        const { hits, corrections } = await searchCards(
          parseQuery(query.join(' OR ')),
          searchSource([card('a', fields)]),
          context,
        )
        const starts = [...query, ...corrections.flatMap(({ instead }) => instead)].map(fold)
        for (const { title: shownTitle, snippet } of hits) {
          for (const { text: shownText, highlights } of [shownTitle, ...(snippet ? [snippet] : [])]) {
            let last = 0
            for (const [start, end] of highlights) {
              expect(start).toBeGreaterThanOrEqual(last)
              expect(end).toBeGreaterThan(start)
              expect(end).toBeLessThanOrEqual(shownText.length)
              const covered = fold(shownText.slice(start, end))
              expect(
                starts.some(word => covered.startsWith(word)),
                `${covered} of ${shownText}`,
              ).toBe(true)
              last = end
            }
          }
          if (snippet) expect(snippet.text.length).toBeLessThanOrEqual(162)
        }
      }),
      { numRuns: 500 },
    )
  })
})
