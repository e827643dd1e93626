import { describe, expect, it } from 'vitest'
import { applyEdits } from '../../../../src/edit/text-edit.ts'
import { textEdits } from '../../../../src/edit/text-edits.ts'
import { changeAuthor } from '../../../../src/lint/rules/author/author-list.ts'
import { SourceText } from '../../../../src/load/source-text.ts'

function changed(text: string, changes: Parameters<typeof textEdits>[1]): string | undefined {
  const edits = textEdits(new SourceText('a.yaml', 'card', Buffer.from(text)), changes)
  return edits && applyEdits(text, edits)
}

describe('changeAuthor', () => {
  it('names the one author only, so that changes of others can be made with it', () => {
    for (const names of [[], ['Ann Poe'], ['Ann Poe', 'Bob Lee', 'Cy Roe']])
      for (const { pointer } of changeAuthor(3, names)) expect(pointer).toEqual(['authors', 3])
  })

  it('makes changes of neighbours that hold when they are made together', () => {
    const changes = [
      changeAuthor(0, ['A', 'B']),
      changeAuthor(1, ['C']),
      changeAuthor(2, []),
      changeAuthor(3, ['D', 'G']),
    ]
    expect(changed('authors:\n  - x # 1\n  - y # 2\n  - z # 3\n  - w # 4\n', changes.flat())).toBe(
      'authors:\n  - A\n  - B # 1\n  - C # 2\n  - D\n  - G # 4\n',
    )
  })

  it('makes changes of many authors, all together', () => {
    const authors = Array.from({ length: 200 }, (_, i) => `  - A${i} and B${i}\n`)
    const split = authors.map((_, i) => `  - A${i}\n  - B${i}\n`)
    const changes = authors.flatMap((_, i) => changeAuthor(i, [`A${i}`, `B${i}`]))
    expect(changed(`authors:\n${authors.join('')}`, changes)).toBe(`authors:\n${split.join('')}`)
  })
})
