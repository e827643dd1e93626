import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { editedFile } from '../../../src/edit/edited-file.ts'
import { citedByChanges } from '../../../src/edit/operations/cited-by.ts'
import { SourceText } from '../../../src/load/source-text.ts'

const source = (text: string) => new SourceText('a.yaml', 'card', Buffer.from(text))
const changed = (text: string, read: readonly string[], citing: readonly string[]) => {
  const card = source(text)
  const { changes, ...rest } = citedByChanges(card, {
    read: new Set(read),
    citing: new Set(citing),
  })
  const bytes = editedFile(card, changes)
  return { text: bytes && Buffer.from(bytes).toString(), ...rest }
}

describe('cited_by', () => {
  it('gains and loses pages that were read, and keeps order, comments and the others', () => {
    const text = 'id: a\ncited_by:\n  - zebra # stays\n  - gone\n  - unread\nnotes: x\n'
    expect(changed(text, ['zebra', 'gone', 'new', 'also'], ['zebra', 'new', 'also'])).toEqual({
      text: 'id: a\ncited_by:\n  - zebra # stays\n  - unread\n  - also\n  - new\nnotes: x\n',
      gained: ['also', 'new'],
      lost: ['gone'],
    })
  })

  it('goes when no page is left, and comes with the first', () => {
    const without = 'id: a\r\ntitle: A\r\naliases: [x]\r\n'
    const now = changed(without, ['p'], ['p']).text ?? ''
    expect(now).toBe('id: a\r\ntitle: A\r\ncited_by:\r\n  - p\r\naliases: [x]\r\n')
    expect(changed(now, ['p'], []).text).toBe(without)
  })

  it.each([
    ['[gone] # only', '[] # only'],
    ['[gone, also]', undefined],
    ['[ # a\n  # b\n  gone, # c\n  # d\n  ] # e', '[ # a\n  # b\n   # c\n  # d\n  ] # e'],
    ['# all\n  # a\n  - gone # b\n  # c', '[] # all\n  # a\n  # c'],
    ['\n  # zero above\n  - gone # z\n  # end', '[]\n  # zero above\n  # end'],
    ['\n# above\n- gone\n# of notes', '[]\n# above\n# of notes'],
    ['\n  - gone # 1\n  # between\n  - also # 2', '[]\n  # between'],
    ['\n  - gone # its own\n  - also', undefined],
  ])('that runs empty keeps comments that are not behind its items: %j', (before, after) => {
    const rest = (lines: string) => `id: a\n${lines}notes: x\n`
    const colon = before.startsWith('\n') ? ':' : ': '
    for (const eol of ['\n', '\r\n']) {
      const text = rest(`cited_by${colon}${before}\n`).replaceAll('\n', eol)
      const now = changed(text, ['gone', 'also'], [])
      expect(now.text).toBe(rest(after === undefined ? '' : `cited_by: ${after}\n`).replaceAll('\n', eol))
      expect(changed(now.text ?? '', ['gone', 'also'], []).text).toBe(now.text)
      const again = changed(now.text ?? '', ['gone'], ['gone']).text ?? ''
      expect(source(again).value).toMatchObject({ cited_by: ['gone'] })
      for (const comment of now.text?.match(/#.*/g) ?? []) expect(again).toContain(comment)
    }
  })

  it('that is no list is left alone, or cannot be changed', () => {
    expect(changed('id: a\ncited_by: goodfire\n', ['goodfire'], [])).toMatchObject({ gained: [], lost: [] })
    expect(changed('id: a\ncited_by: goodfire\n', ['other'], ['other']).text).toBeUndefined()
  })

  it('is settled after one time, in any list', () => {
    const ids = fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd', 'e/f'))
    fc.assert(
      fc.property(ids, ids, ids, (list, read, some) => {
        const citing = some.filter(id => read.includes(id))
        const text = `id: a\ncited_by: [${list.join(', ')}]\n`
        const now = changed(text, read, citing).text ?? ''
        const value = source(now).value as { cited_by?: string[] }
        const expected = list.filter(id => !read.includes(id) || citing.includes(id))
        expect(value.cited_by ?? []).toEqual([...expected, ...citing.filter(id => !list.includes(id)).sort()])
        expect(changed(now, read, citing)).toEqual({ text: now, gained: [], lost: [] })
      }),
      { numRuns: 100 },
    )
  })
})
