import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { editedFile } from '../../../src/edit/edited-file.ts'
import { citedByChanges } from '../../../src/edit/operations/cited-by.ts'
import { SourceText } from '../../../src/load/source-text.ts'

const source = (text: string) => new SourceText('a.yaml', 'card', Buffer.from(text))
const changed = (text: string, read: readonly string[], citing: readonly string[]) => {
  const card = source(text)
  const { changes, ...rest } = citedByChanges(card.value ?? {}, {
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
