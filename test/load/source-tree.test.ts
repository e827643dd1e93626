import { describe, expect, it } from 'vitest'
import type { SourceNode } from '../../src/load/source-tree.ts'
import { readDocument } from '../../src/load/yaml-document.ts'

/** The nodes of a text with the stretches that they span. */
function outline(text: string): unknown {
  const { tree } = readDocument(text)
  const outlined = (node: SourceNode): unknown => {
    const span = text.slice(...node.span)
    if (node.kind === 'map')
      return Object.fromEntries(
        node.entries.map(({ name, key, value }) => [`${name}=${text.slice(...key.span)}`, outlined(value)]),
      )
    if (node.kind === 'list') return node.items.map(({ value }) => outlined(value))
    return node.kind === 'alias' ? span : `${node.style} ${span}`
  }
  return tree && outlined(tree)
}

describe('the tree of a file', () => {
  it('has the style and the span of every scalar', () => {
    expect(
      outline(
        'a: b # c\n"d": "e"\nf: \'g\'\nh: |- # i\n  j\n\n\nk: >\n  l\n  m\nn:\no: p\n  q # r\n\ns: [t, {u: v, w}]\nx:\n- y\n-\n',
      ),
    ).toEqual({
      'a=a': 'plain b',
      'd="d"': 'double "e"',
      'f=f': "single 'g'",
      'h=h': 'literal |- # i\n  j',
      'k=k': 'folded >\n  l\n  m',
      'n=n': 'empty ',
      'o=o': 'plain p\n  q',
      's=s': ['plain t', { 'u=u': 'plain v', 'w=w': 'empty ' }],
      'x=x': ['plain y', 'empty '],
    })
  })

  it('has places in the text that was read, though a comment without a space was read as if it had one', () => {
    const text = 'a:\n#b\n  - c\n#d\nd: "e"\n'
    expect(outline(text)).toEqual({ 'a=a': ['plain c'], 'd=d': 'double "e"' })
  })

  it('marks anchors, aliases and tags', () => {
    const { tree } = readDocument('a: &b c\nd: *b\ne: !!str f\ng: h\n')
    expect(tree?.kind === 'map' && tree.entries.map(({ value }) => value.marked)).toEqual([
      true,
      true,
      true,
      false,
    ])
  })

  it('has the commas of lists and maps in brackets', () => {
    const text = 'a: [b, c,]'
    const { tree } = readDocument(text)
    const list = tree?.kind === 'map' ? tree.entries[0]?.value : undefined
    expect(list?.kind === 'list' && list.items.map(({ comma }) => comma)).toEqual([5, 8])
  })

  it('starts an empty value right behind its colon or dash', () => {
    const { tree } = readDocument('a:   # b\nc: d\n')
    expect(tree?.kind === 'map' && tree.entries[0]?.value.span).toEqual([2, 2])
  })

  it('is not there for a file that cannot be read', () => {
    expect(readDocument('a: "b\n').tree).toBeUndefined()
  })
})

describe('the comments of a file', () => {
  const commentsOf = (text: string) => readDocument(text).comments.map(span => text.slice(...span))

  it('are told from # within texts', () => {
    expect(
      commentsOf(
        '# 1\na: b#c # 2\nd: "e # f" #3\ng: | # 4\n  # h\n# 5\ni: [ # 6\n  j, # 7\n] # 8\nk:\n  # 9\n  - l # 10\n  # 11\n',
      ),
    ).toEqual(['# 1', '# 2', '#3', '# 4', '# 5', '# 6', '# 7', '# 8', '# 9', '# 10', '# 11'])
  })

  it('end before the line break, CRLF too', () => {
    expect(commentsOf('a: b # c\r\n# d\r\n')).toEqual(['# c', '# d'])
  })

  it('may be as many as a file can hold', () => {
    expect(commentsOf(`a: b\n${'# c\n'.repeat(300_000)}`)).toHaveLength(300_000)
  })

  it('are found beside documents and directives', () => {
    expect(commentsOf('# a\n%YAML 1.2\n--- # b\nc: d\n... # e\n# f\n')).toEqual(['# a', '# b', '# e', '# f'])
  })
})
