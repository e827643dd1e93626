import { describe, expect, it } from 'vitest'
import { readDocuments } from '../../src/commands/read-documents.ts'
import { directoryWith } from '../support/library.ts'

describe('readDocuments', () => {
  it('tells the kind of a document by its ending', () => {
    const cwd = directoryWith({
      'a.MD': '',
      'b.mdx': '',
      'c.tex': '',
      'd.htm': '',
      'e.html': '',
      'f.qmd': '',
      'g.txt': '',
    })
    const { documents } = readDocuments({ cwd }, ['.', 'g.txt'])
    expect(documents.map(({ name, kind }) => `${name} ${kind}`)).toEqual([
      'a.MD markdown',
      'b.mdx markdown',
      'c.tex latex',
      'd.htm html',
      'e.html html',
      'f.qmd markdown',
      'g.txt markdown',
    ])
  })

  it('reads what can be read, and complains of the rest', () => {
    const cwd = directoryWith({ 'a.md': Buffer.from([0xff, 0xfe]), 'b.md': 'b' })
    const { documents, complaints } = readDocuments({ cwd }, ['*.md'])
    expect(documents).toMatchObject([{ name: 'b.md', text: 'b', path: `${cwd}/b.md` }])
    expect(complaints).toEqual([expect.stringMatching(/^a\.md:1:1: The file is in UTF-16LE/)])
  })

  it('says how many files it passed over, as an export made them', () => {
    const cwd = directoryWith({ 'a.md': '', 'b.md': '', '.cards-export.json': '{"files":{"a.md":""}}' })
    const { documents, notes } = readDocuments({ cwd }, ['.'])
    expect(documents).toMatchObject([{ name: 'b.md' }])
    expect(notes).toEqual(['1 file that `cards export` made is no document: it was passed over.'])
  })

  it('wants a pattern', () => {
    expect(() => readDocuments({ cwd: '.' }, [])).toThrow('No document is named.')
  })
})
