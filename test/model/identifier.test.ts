import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  arxivKey,
  arxivNumber,
  doiIn,
  forumPostIn,
  isDoi,
  isDoiPrefix,
  mintingIdentity,
  sourceKey,
  sourceKeys,
} from '../../src/model/identifier.ts'

describe('a DOI', () => {
  it.each([
    ['10.1038/S41586-021-03819-2', '10.1038/s41586-021-03819-2'],
    ['doi:10.1038/s41586-021-03819-2', '10.1038/s41586-021-03819-2'],
    ['DOI: 10.1038/s41586-021-03819-2', '10.1038/s41586-021-03819-2'],
    ['https://doi.org/10.1038/s41586-021-03819-2', '10.1038/s41586-021-03819-2'],
    ['http://dx.doi.org/10.1000/a%3Cb%3E', '10.1000/a<b>'],
    ['https://doi.org/10.1000/x?utm_source=y', '10.1000/x'],
    ['10.6028/NIST.AI.100-1', '10.6028/nist.ai.100-1'],
    ['10.1038', undefined],
    ['https://example.org/10.1038/x', undefined],
  ])('in %s is %s', (text, doi) => {
    expect(doiIn(text)).toBe(doi)
  })
})

describe('an arXiv identifier', () => {
  it.each([
    ['1706.03762', '1706.03762'],
    ['1706.03762v5', '1706.03762'],
    ['arXiv:1706.03762', '1706.03762'],
    ['https://arxiv.org/abs/1706.03762v7', '1706.03762'],
    ['http://www.arxiv.org/pdf/1706.03762.pdf', '1706.03762'],
    ['https://arxiv.org/pdf/1706.03762v2', '1706.03762'],
    ['https://arxiv.org/html/2510.11235v1', '2510.11235'],
    ['https://arxiv.org/abs/hep-th/9901001', 'hep-th/9901001'],
    ['https://doi.org/10.48550/arXiv.1706.03762', '1706.03762'],
    ['10.48550/arXiv.1706.03762', '1706.03762'],
    ['https://arxiv.org/list/cs.AI/recent', undefined],
    ['https://notarxiv.org/abs/1706.03762', undefined],
    ['1706.037', undefined],
  ])('in %s is %s', (text, arxiv) => {
    expect(arxivKey(text)).toBe(arxiv)
  })
})

describe('the same source', () => {
  it.each([
    ['https://arxiv.org/abs/1706.03762', 'http://arxiv.org/pdf/1706.03762v5.pdf'],
    ['https://arxiv.org/abs/1706.03762', 'https://doi.org/10.48550/arXiv.1706.03762'],
    ['https://doi.org/10.1000/ABC', '10.1000/abc'],
    [
      'https://www.lesswrong.com/posts/uMQ3cqWDPHhjtiesc/agi-ruin-a-list-of-lethalities',
      'https://www.alignmentforum.org/posts/uMQ3cqWDPHhjtiesc',
    ],
    ['http://www.example.org/a/', 'https://example.org/a?utm_source=x'],
  ])('is behind %s and %s', (one, other) => {
    expect(sourceKey(one)).toBe(sourceKey(other))
  })

  it.each([
    ['https://arxiv.org/abs/1706.03762', 'https://arxiv.org/abs/1706.03763'],
    ['https://example.org/a', 'https://example.org/b'],
    [
      'https://www.lesswrong.com/posts/uMQ3cqWDPHhjtiesc/agi-ruin-a-list-of-lethalities',
      'https://www.lesswrong.com/posts/uMQ3cqWDPHhjtiesc/agi-ruin-a-list-of-lethalities?commentId=abc',
    ],
  ])('is not behind %s and %s', (one, other) => {
    expect(sourceKey(one)).not.toBe(sourceKey(other))
  })

  it('is known by its URL, its identifiers and wherever else it is', () => {
    const keys = sourceKeys({
      url: 'https://proceedings.example.org/p1',
      doi: '10.1000/P1',
      arxiv: '1706.03762v2',
      also_at: ['https://arxiv.org/pdf/1706.03762'],
    })
    expect(keys).toEqual(['https://proceedings.example.org/p1', 'doi:10.1000/p1', 'arxiv:1706.03762'])
  })
})

it('a post on a mirror is found by its id', () => {
  expect(forumPostIn('https://forum.effectivealtruism.org/posts/7YDyziQxkWxbGmF3u/growth')).toBe(
    '7YDyziQxkWxbGmF3u',
  )
  expect(forumPostIn('https://www.lesswrong.com/s/r9tYkB2a8Fp4DN8yB/p/uMQ3cqWDPHhjtiesc')).toBe(
    'uMQ3cqWDPHhjtiesc',
  )
  expect(forumPostIn('https://www.lesswrong.com/tag/goodhart')).toBeUndefined()
  expect(forumPostIn('https://example.org/posts/7YDyziQxkWxbGmF3u')).toBeUndefined()
})

it('an ID is minted from the URL, else the DOI, else the arXiv id, else what there is', () => {
  expect(mintingIdentity({ url: 'http://www.example.org/', doi: '10.1/x' })).toBe('https://example.org')
  expect(mintingIdentity({ doi: '10.1000/ABC', arxiv: '1706.03762' })).toBe('doi:10.1000/abc')
  expect(mintingIdentity({ arxiv: '1706.03762v3' })).toBe('arxiv:1706.03762')
  expect(mintingIdentity({ isbn: '978-0-525-55861-3' })).toBe('isbn:9780525558613')
  expect(mintingIdentity({ pmid: '123' })).toBe('pmid:123')
  expect(mintingIdentity({})).toBeUndefined()
})

it('the key of any text at all is found without an error', () => {
  fc.assert(
    fc.property(
      fc.oneof(fc.string(), fc.webUrl(), fc.webPath()),
      text => typeof sourceKey(text) === 'string',
    ),
  )
})

it.each([
  ['10.1038/nature14539', true],
  ['10.1000.10/a/b', true],
  ['10.1038/', false],
  ['10.1038', false],
  ['10.103/x', false],
  ['10.1038/a b', false],
  ['doi:10.1038/x', false],
])('%s has the form of a bare DOI: %s', (text, is) => {
  expect(isDoi(text)).toBe(is)
})

it('knows what stands before the slash of a DOI', () => {
  expect(['10.1038', '10.1000.10', '10.1', '10.1038/x'].map(isDoiPrefix)).toEqual([true, true, false, false])
})

it.each([
  ['math.GT/0309136', 'math.GT/0309136'],
  ['arXiv:math.gt/0309136v2', 'math.GT/0309136'],
  ['https://arxiv.org/abs/hep-th/9901001v3', 'hep-th/9901001'],
  ['https://arxiv.org/pdf/1706.03762v5', '1706.03762'],
  ['no number', undefined],
])('writes the arXiv number in %s as cards have it', (text, number) => {
  expect(arxivNumber(text)).toBe(number)
})
