import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isHalfMoved, retiredPath, retireFile } from '../../../src/edit/operations/retire.ts'
import { formerPath, reviveFile } from '../../../src/edit/operations/revive.ts'
import { SourceText } from '../../../src/load/source-text.ts'
import { handMadeCard } from '../hand-made-card.ts'

const sourceOf = (text: string, path = 'a.yaml') => new SourceText(path, 'card', Buffer.from(text))
const textOf = (bytes: string | Uint8Array | undefined) => bytes && Buffer.from(bytes).toString('utf8')

const REPLACED = { date: '2026-05-01', reason: 'The page is gone.', replaced_by: 'MDc4MjQ5Yj' }

describe('retiring a card', () => {
  it('moves its file, whole, and adds a block that says when and why', () => {
    const source = sourceOf('# Kept by hand\nid: aB3dE5gH7j # mine\ntitle: "One"\n', 'blog/one.yaml')
    const change = retireFile(source, REPLACED)
    expect(change).toMatchObject({ kind: 'move', path: 'blog/one.yaml', to: 'retired/blog/one.yaml' })
    expect(textOf(change?.content)).toBe(
      '# Kept by hand\nid: aB3dE5gH7j # mine\ntitle: "One"\nretired:\n  date: "2026-05-01"\n  reason: The page is gone.\n  replaced_by: MDc4MjQ5Yj\n',
    )
  })

  it('ends a move that was interrupted as it was begun, on another day', () => {
    const source = sourceOf('id: aB3dE5gH7j\ntitle: One')
    const begun = textOf(retireFile(source, { ...REPLACED, date: '2026-04-30' })?.content) ?? ''
    const there = sourceOf(begun, 'retired/a.yaml')
    expect(isHalfMoved(source, there)).toBe(true)
    expect(textOf(retireFile(source, REPLACED, there)?.content)).toBe(begun)
    const other = sourceOf('id: other00000\n', 'retired/a.yaml')
    expect(isHalfMoved(source, other)).toBe(false)
    expect(isHalfMoved(source, undefined)).toBe(false)
  })

  it('says no to what cannot be read', () => {
    const source = new SourceText('a.yaml', 'card', Buffer.from([0xff, 0xfe, 0xfd]))
    expect(retireFile(source, REPLACED)).toBeUndefined()
    expect(reviveFile(source, 'a.yaml')).toBeUndefined()
  })
})

describe('reviving a retired card', () => {
  it.each([
    ['a last line without its end', 'id: a\ntitle: One'],
    ['a comment at the end, and blank lines between keys', 'id: a\n\ntitle: One\n# end\n'],
    ['Windows line ends and a byte-order mark', '\ufeffid: a\r\ntitle: One\r\n'],
    ['one map in braces', '{id: a, title: One}\n'],
    ['blank lines at the end', 'id: a\ntitle: One\n\n\n'],
    ['the end of the document told', 'id: a\ntitle: é\n...\n'],
    ['a text block with blank lines kept', 'id: a\ntitle: |+\n  One\n\n\n'],
  ])('restores %s', (_, text) => {
    const retired = retireFile(sourceOf(text), REPLACED)
    const revived = reviveFile(sourceOf(textOf(retired?.content) ?? '', 'retired/a.yaml'), 'a.yaml')
    expect(textOf(revived?.content)).toBe(text)
  })

  it('is the inverse of retiring, for any card', () => {
    const retirement = fc.constantFrom(REPLACED, { date: '2026', reason: 'It was: #wrong\nand worse.' })
    fc.assert(
      fc.property(handMadeCard({ flow: true }), retirement, fc.boolean(), (card, why, hasMark) => {
        const text = hasMark ? `\ufeff${card.text}` : card.text
        const change = retireFile(sourceOf(text), why)
        if (change === undefined) return
        expect(formerPath(change.to)).toBe('a.yaml')
        const retired = new SourceText(retiredPath('a.yaml'), 'card', Buffer.from(change.content))
        expect(retired.value).toMatchObject({ retired: why })
        expect(textOf(reviveFile(retired, 'a.yaml')?.content)).toBe(text)
      }),
      { numRuns: 500 },
    )
  })

  it('keeps what else was changed meanwhile', () => {
    const retired = sourceOf('id: a\ntitle: Two\nretired: # why\n  date: "2026"\n  reason: x\n# end\n')
    expect(textOf(reviveFile(retired, 'b/a.yaml')?.content)).toBe('id: a\ntitle: Two\n# end\n')
  })

  it('leaves a file below retired/ without a block as it is', () => {
    expect(textOf(reviveFile(sourceOf('id: a\n'), 'a.yaml')?.content)).toBe('id: a\n')
  })
})
