import { describe, expect, it } from 'vitest'
import { type ReadCard, readCard } from '../../src/load/read-card.ts'

const GOOD = 'id: aaaaaaaaaa\nurl: https://example.org\ntitle: A title\ntype: web\n'

function read(text: string | Uint8Array, extra = {}): ReadCard | Promise<ReadCard> {
  return readCard(() => Buffer.from(text as string), 'a.yaml', extra)
}

describe('readCard', () => {
  it('gives away the text and the value that it found, the scalars as they are written', async () => {
    const text = `${GOOD}tags: []\nforum:\n  karma: "3"\n`
    const { card, raw, text: readText } = await read(`\ufeff${text}`)
    expect(readText).toBe(text)
    expect(raw).toMatchObject({ tags: [], forum: { karma: '3' } })
    expect(card?.fields.forum).toEqual({ karma: 3 })
    expect(card?.fields).not.toHaveProperty('tags')
  })

  it("leaves the value as it is written where the library's own fields have types", async () => {
    const { card, raw } = await read(`${GOOD}extra:\n  pages: "12"\n`, { pages: { type: 'integer' } })
    expect(card?.fields.extra).toEqual({ pages: 12 })
    expect(raw).toMatchObject({ extra: { pages: '12' } })
  })

  it('gives no value of a file that needs a closer look, but its text', async () => {
    const text = `${GOOD}colour: red\n`
    expect(await read(text)).toMatchObject({ text, findings: [{ rule: 'schema/unknown-key' }] })
    expect((await read(text)).raw).toBeUndefined()
  })

  it('gives no text of a file that is none', async () => {
    const { card, text } = await read(Buffer.from([0x69, 0xe9, 0x0a]))
    expect([card, text]).toEqual([undefined, undefined])
  })

  it('tells of a card without a field that the library requires', async () => {
    const { findings } = await read(GOOD, { pages: { type: 'integer', required: true } })
    expect(findings).toMatchObject([{ rule: 'schema/required' }])
  })
})
