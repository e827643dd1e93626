import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { frontMatter } from '../../src/documents/front-matter.ts'

describe('front matter', () => {
  it.each([
    ['---\nid: a\n---\n# A\n', 'id: a\n', '# A\n'],
    ['--- \r\nid: a\r\n---\r\nText', 'id: a\r\n', 'Text'],
    ['---\nid: a\n...\nText', 'id: a\n', 'Text'],
    ['---\n---\n', '', ''],
    ['---\nid: a\n---', 'id: a\n', ''],
    ['+++\nid = "a"\n---\n...\n+++ \n# A', 'id = "a"\n---\n...\n', '# A'],
  ])('is taken off %j', (text, head, body) => {
    expect(frontMatter(text)).toEqual({ format: text.startsWith('+') ? 'toml' : 'yaml', head, body })
  })

  it.each([
    ['# A\n---\nid: a\n---\n'],
    [' ---\nid: a\n---\n'],
    ['---\nnever closed\n'],
    ['----\na\n---\n'],
    ['+++\na\n---\n'],
    [''],
  ])('is not in %j', text => {
    expect(frontMatter(text)).toEqual({ head: '', body: text })
  })

  it('is never more than the text', () => {
    const piece = fc.constantFrom('---', '+++', '...', '\n', '\r\n', ' ', 'id: a', '\u{1f600}')
    fc.assert(
      fc.property(fc.array(piece), parts => {
        const text = parts.join('')
        const { head, body } = frontMatter(text)
        expect(text.endsWith(body)).toBe(true)
        expect(text).toContain(head)
      }),
      { numRuns: 300 },
    )
  })
})
