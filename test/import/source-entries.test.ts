import { describe, expect, it } from 'vitest'
import { commentLines } from '../../src/import/comment-lines.ts'
import { ImportLog } from '../../src/import/import-log.ts'
import { sourceEntries } from '../../src/import/source-entries.ts'

function read(text: string) {
  const log = new ImportLog()
  return { entries: sourceEntries({ name: 'a.yaml', text }, log), log }
}

describe('sourceEntries', () => {
  it('gives the maps of a list, every scalar as its text, with their lines', () => {
    const { entries, log } = read('# Papers\n- id: 0123\n  tags:\n    - a\n    - b\n\n- id: no\n')
    expect(entries.map(({ line, values }) => [line, values])).toEqual([
      [2, { id: '0123', tags: ['a', 'b'] }],
      [7, { id: 'no' }],
    ])
    expect([entries[0]?.lineOf('tags'), entries[0]?.lineOf('tags', 1)]).toEqual([3, 5])
    expect(log.comments).toEqual([{ file: 'a.yaml', count: 1, lines: [1] }])
  })

  it.each([
    ['a map', 'id: a\n', [{ line: 1, why: 'The file is not a list of records.' }]],
    ['text', 'hello', [{ line: 1, why: 'The file is not a list of records.' }]],
    ['nothing', '', [{ line: 1, why: 'The file is empty.' }]],
    [
      'several documents',
      '- a: b\n---\n- c: d\n',
      [{ line: 2, why: expect.stringContaining('second YAML document') }],
    ],
    ['an error', '- a: b\n  c: "d\n- e: f\n', [{ line: 2, why: expect.any(String) }]],
    ['a key twice', '- a: b\n  a: c\n', [{ line: 2, why: 'The key `a` is here a second time.' }]],
  ])('tells the log where and why it cannot read %s', (_, text, unreadable) => {
    const { entries, log } = read(text)
    expect(entries).toEqual([])
    expect(log.unreadable).toEqual(unreadable.map(each => ({ file: 'a.yaml', ...each })))
  })

  it('goes on after an entry that is no map', () => {
    const { entries, log } = read('- a: b\n- just text\n- c: d\n')
    expect(entries.map(({ values }) => values)).toEqual([{ a: 'b' }, { c: 'd' }])
    const why = 'Entry 2 of the list is not a record: it has no keys.'
    expect(log.unreadable).toEqual([{ file: 'a.yaml', line: 2, why }])
  })
})

describe('commentLines', () => {
  it.each([
    ['# one\na: b # two\n\n  # three\nc: d', [1, 2, 4]],
    ['a: b#c\nd: "# e"\nf: |\n  # g\n  h\ni: >-\n  j\n  # k\n', []],
    ['a: x\n  y\n# one\nb: "c\n  # d"\n# two\n', [3, 6]],
    ['\ufeff# one\r\na: b\r\n# two\r\n', [1, 3]],
    ['a: b', []],
  ])('finds the comments of %j', (text, lines) => {
    expect(commentLines(text)).toEqual(lines)
  })
})
