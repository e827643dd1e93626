import { describe, expect, it } from 'vitest'
import type { KnownFields } from '../../src/model/card.ts'
import { VenueIndex } from '../../src/model/credibility.ts'
import { guessType } from '../../src/model/guess-type.ts'

const NONE = new VenueIndex([])

describe('guessType, by a URL alone', () => {
  it.each([
    ['https://arxiv.org/abs/1706.03762', 'paper'],
    ['https://www.biorxiv.org/content/10.1101/2020.01.01.123456v1', 'paper'],
    ['https://openreview.net/forum?id=abc', 'paper'],
    ['https://aclanthology.org/2020.acl-main.1/', 'paper'],
    ['https://pubmed.ncbi.nlm.nih.gov/34265844/', 'paper'],
    ['https://www.lesswrong.com/posts/aaaaaaaaaaaaaaaaa/x', 'blog'],
    ['https://forum.effectivealtruism.org/posts/aaaaaaaaaaaaaaaaa/x', 'blog'],
    ['https://someone.substack.com/p/x', 'blog'],
    ['https://www.youtube.com/watch?v=x', 'video'],
    ['https://youtu.be/x', 'video'],
    ['https://github.com/a/b', 'code'],
    ['https://gist.github.com/a/b', 'code'],
    ['https://en.wikipedia.org/wiki/X', 'reference'],
    ['https://plato.stanford.edu/entries/x/', 'reference'],
    ['https://huggingface.co/datasets/a/b', 'dataset'],
    ['https://www.ted.com/talks/x', 'talk'],
    ['https://podcasts.apple.com/us/podcast/x', 'podcast'],
    ['https://www.goodreads.com/book/show/1', 'book'],
    ['https://www.nist.gov/x', 'government'],
    ['https://www.gov.uk/x', 'government'],
    ['https://www.aisi.gov.uk/x', 'government'],
    ['https://www.industry.gov.au/x', 'government'],
    ['https://www.legifrance.gouv.fr/x', 'government'],
    ['https://www.beehive.govt.nz/x', 'government'],
    ['https://www.army.mil/x', 'government'],
    ['https://digital-strategy.ec.europa.eu/x', 'government'],
    ['https://WWW.NIST.GOV./x', 'government'],
    // Whole labels only.
    ['https://governance.ai/post', undefined],
    ['https://www.nextgov.com/x', undefined],
    ['https://gov.example.com/x', undefined],
    ['https://mygov.uk/x', undefined],
    ['https://notyoutube.com/x', undefined],
    ['https://youtube.com.evil.example/x', undefined],
    ['https://github.io/x', undefined],
    ['https://a.github.io/x', undefined],
    ['https://huggingface.co/datasetsmore', undefined],
    ['https://example.org/arxiv.org/abs', undefined],
    ['not a url', undefined],
  ])('%s is %s', (url, type) => {
    expect(guessType({ url }, NONE)?.type).toBe(type)
  })
})

describe('guessType, by the type of a venue', () => {
  it.each([
    ['academic_journal', 'paper'],
    ['conference', 'paper'],
    ['preprint_server', 'paper'],
    ['review_platform', 'paper'],
    ['think_tank', 'report'],
    ['government', 'government'],
    ['encyclopedia', 'reference'],
    ['blog', 'blog'],
    ['blog_platform', 'blog'],
    ['company_blog', 'blog'],
    ['forum', 'blog'],
    ['news', 'news'],
    ['newspaper', 'news'],
    ['magazine', 'news'],
    ['podcast', 'podcast'],
    ['video_platform', 'video'],
    ['code_hosting', 'code'],
    ['data_repository', 'dataset'],
    ['publisher', undefined],
    ['organization', undefined],
  ])('%s holds %s', (type, expected) => {
    const venues = new VenueIndex([{ id: 'v', name: 'The Venue', type, domains: ['venue.net'] }])
    expect(guessType({ url: 'https://www.venue.net/x' }, venues)?.type).toBe(expected)
  })
})

describe('guessType', () => {
  const venues = new VenueIndex([
    { id: 'times', name: 'The Times', type: 'news', domains: ['thetimes.co.uk'] },
    { id: 'hub', name: 'The Hub', type: 'code_hosting', domains: ['huggingface.co'] },
    { id: 'nature', name: 'Nature', type: 'academic_journal' },
  ])
  it.each<[string, Partial<KnownFields>, ReturnType<typeof guessType>]>([
    [
      'the type of the venue',
      { url: 'https://www.thetimes.co.uk/a' },
      { type: 'news', by: 'its venue, The Times' },
    ],
    [
      'the venue that is named',
      { doi: '10.1/x', venue: 'nature' },
      { type: 'paper', by: 'its venue, Nature' },
    ],
    [
      'a part of a site before its venue',
      { url: 'https://huggingface.co/datasets/a' },
      { type: 'dataset', by: 'its address in huggingface.co/datasets' },
    ],
    [
      'the venue before nothing',
      { url: 'https://huggingface.co/a' },
      { type: 'code', by: 'its venue, The Hub' },
    ],
    [
      'an arXiv number',
      { arxiv: '1706.03762', url: 'https://x.gov/1' },
      { type: 'paper', by: 'its arXiv number' },
    ],
    ['a PubMed number', { pmid: '1' }, { type: 'paper', by: 'its PubMed number' }],
    [
      'a host before a DOI',
      { doi: '10.1/x', url: 'https://x.gov/1' },
      { type: 'government', by: 'its host in .gov' },
    ],
    ['a DOI', { doi: '10.1/x', url: 'https://example.net/1' }, { type: 'paper', by: 'its DOI' }],
    ['an ISBN', { isbn: '9780525558613' }, { type: 'book', by: 'its ISBN' }],
    ['nothing', {}, undefined],
  ])('goes by %s', (_, fields, guess) => {
    expect(guessType(fields, venues)).toEqual(guess)
  })
})
