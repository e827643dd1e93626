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
  ])('is taken off %j', (text, yaml, body) => {
    expect(frontMatter(text)).toEqual({ yaml, body })
  })

  it.each([
    ['# A\n---\nid: a\n---\n'],
    [' ---\nid: a\n---\n'],
    ['---\nnever closed\n'],
    ['----\na\n---\n'],
    [''],
  ])('is not in %j', text => {
    expect(frontMatter(text)).toEqual({ yaml: '', body: text })
  })

  it('is never more than the text', () => {
    const piece = fc.constantFrom('---', '...', '\n', '\r\n', ' ', 'id: a', '\u{1f600}')
    fc.assert(
      fc.property(fc.array(piece), parts => {
        const text = parts.join('')
        const { yaml, body } = frontMatter(text)
        expect(text.endsWith(body)).toBe(true)
        expect(text).toContain(yaml)
      }),
      { numRuns: 300 },
    )
  })
})
