import { describe, expect, it } from 'vitest'
import { domainParts, hostsAround, isHomePage, plainHost, withoutWww } from '../../src/model/host.ts'

it.each([
  ['www.Nature.com', 'nature.com'],
  ['NATURE.COM.', 'nature.com'],
  ['WWW.nature.com', 'nature.com'],
  ['www2.nature.com', 'www2.nature.com'],
  ['www.com', 'www.com'],
  ['www.com.', 'www.com'],
  ['www.localhost', 'www.localhost'],
  ['localhost:8080', 'localhost:8080'],
  ['', ''],
])('the host %j is compared as %j', (host, plain) => {
  expect(plainHost(host)).toBe(plain)
})

it('takes off `www.` alone when the case counts', () => {
  expect(withoutWww('WWW.frontiermodeIforum.org')).toBe('frontiermodeIforum.org')
})

it.each([
  ['nature.com', 'nature.com', ''],
  ['www.Nature.com/NPJ/', 'nature.com', '/NPJ'],
  ['nature.com//', 'nature.com', ''],
  ['localhost:8080/wiki/a', 'localhost:8080', '/wiki/a'],
  ['/wiki', '', '/wiki'],
])('the domain %j is of the host %j and the path %j', (domain, host, path) => {
  expect(domainParts(domain)).toEqual({ host, path })
})

describe('a host is in', () => {
  it('itself and all that its labels lead to', () => {
    expect([...hostsAround('a.b.org')]).toEqual(['a.b.org', 'b.org', 'org'])
    expect([...hostsAround('')]).toEqual([])
  })

  it('nothing else when it is longer than any host', () => {
    const host = 'a.'.repeat(1_000_000)
    expect([...hostsAround(host)]).toEqual([host])
  })
})

it.each([
  ['https://www.nature.com', true],
  ['https://www.nature.com/#', true],
  ['https://www.nature.com/?', true],
  ['https://www.nature.com/articles', false],
  ['https://www.nature.com/?p=1', false],
  ['https://www.nature.com/#/articles/1', false],
])('%s is a home page: %s', (url, is) => {
  expect(isHomePage(new URL(url))).toBe(is)
})
