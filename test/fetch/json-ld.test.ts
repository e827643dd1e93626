import { describe, expect, it } from 'vitest'
import { jsonLdStatements } from '../../src/fetch/json-ld.ts'

const AT = 'https://site.example/posts/one'
const said = (nodes: unknown, urls: readonly string[] = [AT]) =>
  jsonLdStatements([JSON.stringify(nodes)], urls).get('JSON-LD headline')
const post = (more: object) => ({ '@type': 'BlogPosting', headline: 'One', ...more })

describe('a node', () => {
  it.each([
    ['nothing', {}],
    ['the page', { url: AT }],
    ['the page, in another form', { url: 'http://www.site.example/posts/one/?utm_source=x#top' }],
    ['the page, as it is for telephones', { url: `${AT}/amp` }],
    ['a relative address', { url: '/posts/one' }],
    ['the page as its main entity', { mainEntityOfPage: { '@type': 'WebPage', '@id': AT } }],
    ['a part of the page', { '@id': '#article' }],
    ['a part of the site', { '@id': 'https://site.example/#/schema/article/1' }],
    ['a DOI', { '@id': 'https://doi.org/10.1234/ab' }],
    ['a name that is no address', { '@id': '_:b0' }],
  ])('that names %s counts', (_what, more) => {
    expect(said(post(more))).toEqual(['One'])
  })

  it.each([
    ['url', { url: 'https://site.example/posts/two' }],
    ['@id', { '@id': 'https://site.example/posts/two#article' }],
    ['mainEntityOfPage', { mainEntityOfPage: 'https://other.example/posts/one' }],
    ['mainEntityOfPage with a url', { mainEntityOfPage: { url: 'https://other.example/posts/one' } }],
  ])('that names another page as its %s does not', (_key, more) => {
    expect(said(post(more))).toBeUndefined()
  })

  it('that names the page by parameters of its own counts, and by others does not', () => {
    const paged = ['https://site.example/item?id=1']
    expect(said(post({ url: 'https://site.example/item?id=1' }), paged)).toEqual(['One'])
    expect(said(post({ url: 'https://site.example/item' }), paged)).toEqual(['One'])
    expect(said(post({ url: 'https://site.example/item?id=2' }), paged)).toBeUndefined()
  })

  it('that names any address of the page counts', () => {
    expect(said(post({ url: 'https://site.example/p/1' }), [AT, 'https://site.example/p/1'])).toEqual(['One'])
  })

  it('about another page leaves room for a lesser one about this', () => {
    const nodes = [
      post({ url: 'https://site.example/posts/two' }),
      { '@type': 'WebPage', url: AT, headline: 'All' },
    ]
    expect(said(nodes)).toEqual(['All'])
  })
})
