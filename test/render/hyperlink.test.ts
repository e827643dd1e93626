import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { hyperlink } from '../../src/render/hyperlink.ts'

const targetOf = (link: string) => /^\x1b\]8;id=\w+;([^\x1b]*)\x1b\\/.exec(link)?.[1]

describe('hyperlink', () => {
  it.each([
    ['https://example.org/a?b=c&d;e#f', 'https://example.org/a?b=c&d;e#f'],
    ['HTTP://example.org', 'HTTP://example.org'],
    ['file:///tmp/a b', 'file:///tmp/a%20b'],
    ['https://example.org/日本', 'https://example.org/%E6%97%A5%E6%9C%AC'],
    ['https://example.org/\x1b]0;x\x07\x9c', 'https://example.org/%1B]0;x%07%C2%9C'],
    ['https://example.org/\ud83d', 'https://example.org/%EF%BF%BD'],
    ['javascript:alert(1)', undefined],
    [' https://example.org', undefined],
    [`https://example.org/${'a'.repeat(2100)}`, undefined],
  ])('of %j leads to %j', (url, target) => {
    expect(targetOf(hyperlink('text', url))).toBe(target)
  })

  it('has one id for one URL, so that parts of a wrapped link belong together', () => {
    const id = (url: string) => /id=(\w+)/.exec(hyperlink('x', url))?.[1]
    expect(id('https://a.b')).toBe(id('https://a.b'))
    expect(id('https://a.b')).not.toBe(id('https://a.c'))
  })

  it('lets no escape out of a URL', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), path => {
        const link = hyperlink('x', `https://a.b/${path}`)
        expect(link.split('\x1b')).toHaveLength(5)
        expect(link.replaceAll('\x1b', '')).toMatch(/^[ -~]*$/)
      }),
    )
  })
})
