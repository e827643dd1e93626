import { describe, expect, it } from 'vitest'
import { scopeOf } from '../../src/lint/scope.ts'
import { FILE_START, type Finding } from '../../src/model/finding.ts'

const inFile = (file: string, ...related: string[]): Finding => ({
  rule: 'text/title',
  severity: 'warning',
  message: 'It is wrong.',
  help: 'Mend it.',
  file,
  range: FILE_START,
  pointer: '',
  related: related.map(name => ({ file: name, range: FILE_START })),
})

describe('a scope', () => {
  it('has everything when nothing narrows it', () => {
    const scope = scopeOf({ ignored: [], paths: [], changed: undefined })
    expect(scope.isWhole).toBe(true)
    expect(scope.has(inFile('a.yaml'))).toBe(true)
  })

  it('has the files named and those below a folder, but none that only start alike', () => {
    const scope = scopeOf({ ignored: [], paths: ['a.yaml', 'sub'], changed: undefined })
    expect(['a.yaml', 'sub/b.yaml', 'sub2/c.yaml', 'b.yaml'].map(scope.hasFile)).toEqual([
      true,
      true,
      false,
      false,
    ])
  })

  it('has nothing that the config ignores', () => {
    const scope = scopeOf({ ignored: ['drafts/**'], paths: ['drafts'], changed: new Set(['drafts/a.yaml']) })
    expect(scope.has(inFile('drafts/a.yaml'))).toBe(false)
  })

  it('has what is wrong with an unchanged file together with a changed one', () => {
    const scope = scopeOf({ ignored: [], paths: [], changed: new Set(['new.yaml']) })
    expect(scope.has(inFile('old.yaml'))).toBe(false)
    expect(scope.has(inFile('old.yaml', 'new.yaml'))).toBe(true)
    expect(scope.has(inFile('new.yaml'))).toBe(true)
  })
})
