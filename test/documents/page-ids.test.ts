import { describe, expect, it } from 'vitest'
import { isPageId, newPageId, pageIds } from '../../src/documents/page-ids.ts'

describe('the page that a document is', () => {
  it.each([
    ['content/wiki/goodfire.mdx', {}, 'content/wiki/goodfire wiki/goodfire goodfire'],
    [
      'content/goodfire/index.md',
      {},
      'content/goodfire goodfire content/goodfire/index goodfire/index index',
    ],
    ['docs/README.md', {}, 'docs docs/README README'],
    ['index.md', {}, 'index'],
    ['_posts/2026-02-06-goodfire.md', {}, 'goodfire 2026-02-06-goodfire'],
    ['../paper/main.tex', {}, 'paper/main main'],
    ['a.b.md', {}, 'a.b'],
    ['x/Über uns.md', {}, ''],
    ['x/a.md', { id: 'E42' }, 'E42 x/a a'],
    ['x/a.md', { id: 'two words', slug: '/wiki/good/' }, 'wiki/good good x/a a'],
  ] as const)('is looked for, for %s with %o, as %s', (path, names, ids) => {
    expect(pageIds(path, names).join(' ')).toBe(ids)
  })

  it.each([
    ['content/wiki/goodfire.mdx', {}, 'goodfire'],
    ['content/goodfire/index.md', {}, 'goodfire'],
    ['_posts/2026-02-06-goodfire.md', {}, 'goodfire'],
    ['x/a.md', { id: 'E42', slug: 'b' }, 'E42'],
    ['x/a.md', { id: 'two words', slug: '/wiki/good/' }, 'wiki/good'],
    ['x/Über uns.md', {}, undefined],
    ['index.md', {}, 'index'],
    ['a/_index.md', {}, 'a'],
  ] as const)('is new as, for %s with %o, %s', (path, names, id) => {
    expect(newPageId(path, names)).toBe(id)
    // Once it is added, it is found again.
    if (id !== undefined) expect(pageIds(path, names)).toContain(id)
  })

  it('has an id that the schema takes', () => {
    expect(['a', 'a/b.c-d_e', 'E42'].map(isPageId)).toEqual([true, true, true])
    expect(['', '-a', 'a b', 'ä', 'a\n'].map(isPageId)).toEqual([false, false, false, false, false])
  })
})
