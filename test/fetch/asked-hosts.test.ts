import { expect, it } from 'vitest'
import { askedHosts } from '../../src/fetch/asked-hosts.ts'

const BASES = { doiResolver: 'https://doi.org/', arxivBase: 'https://arxiv.org/' }

it.each([
  [{ url: 'https://Site.example:8080/x' }, ['site.example:8080']],
  [{ url: 'https://site.example/x', doi: '10.1234/ab' }, ['site.example', 'doi.org']],
  [{ url: 'https://doi.org/10.1234/ab' }, ['doi.org']],
  [{ url: 'https://dl.example/doi/abs/10.1234/ab' }, ['dl.example', 'doi.org']],
  [{ url: 'https://arxiv.org/pdf/2301.10140v2' }, ['arxiv.org']],
  [{ doi: '10.48550/arXiv.2301.10140' }, ['arxiv.org']],
  [{ arxiv: '2301.10140', url: 'https://arxiv.org/abs/2301.10140' }, ['arxiv.org']],
  [{ url: 'not an address' }, []],
  [{}, []],
])('for %j asks %j', (what, hosts) => {
  expect(askedHosts(what, BASES)).toEqual(hosts)
})
