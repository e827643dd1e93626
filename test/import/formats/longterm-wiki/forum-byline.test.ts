import { describe, expect, it } from 'vitest'
import { forumByline } from '../../../../src/import/formats/longterm-wiki/forum-byline.ts'

describe('forumByline', () => {
  it('reads that of a question: answers, comments, karma', () => {
    expect(forumByline('On Gradients\nby Ada Example 6th Feb 2026 1 min read A 0 5 32\nWhy?')).toEqual({
      authors: ['Ada Example'],
      published: '2026-02-06',
      forum: { karma: 32, comments: 5, answers: 0 },
    })
  })

  it('reads that of a post by several authors', () => {
    expect(forumByline('by Ada Example , Maria de Leo 21st Sep 2025 12 min read 5 -3')).toEqual({
      authors: ['Ada Example', 'Maria de Leo'],
      published: '2025-09-21',
      forum: { karma: -3, comments: 5 },
    })
  })

  it.each([
    ['by Ada Example 6th Feb 2026 1 min read'],
    ['by Ada Example 31st Feb 2026 1 min read 5 32'],
    ['by Ada Example 6th Foo 2026 1 min read 5 32'],
    ['by Ada Example 6th Feb 2026 1 min read 5 32 and more'],
    ['and by Ada Example 6th Feb 2026 1 min read 5 32'],
    ['by Ada 6th Feb 2026 1 min read 5 32\nby Eve 7th Feb 2026 1 min read 6 33'],
  ])('is not sure of %j', text => {
    expect(forumByline(text)).toBeUndefined()
  })
})
