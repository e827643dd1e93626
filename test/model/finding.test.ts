import { describe, expect, it } from 'vitest'
import { compareFindings, FILE_START, type Finding } from '../../src/model/finding.ts'

const finding = (file: string, line: number, rule = 'a/b'): Finding => ({
  rule,
  severity: 'error',
  message: 'm',
  help: 'h',
  file,
  range: { start: { line, column: 1 }, end: { line, column: 2 } },
  pointer: '',
})

describe('findings', () => {
  it('are ordered by file, place and rule', () => {
    const sorted = [finding('b', 1), finding('a', 10), finding('a', 9, 'z/z'), finding('a', 9)].sort(
      compareFindings,
    )
    expect(sorted.map(({ file, range, rule }) => [file, range.start.line, rule])).toEqual([
      ['a', 9, 'a/b'],
      ['a', 9, 'z/z'],
      ['a', 10, 'a/b'],
      ['b', 1, 'a/b'],
    ])
  })

  it('without a better place are at the start of the file', () => {
    expect(FILE_START.start).toEqual({ line: 1, column: 1 })
  })
})
