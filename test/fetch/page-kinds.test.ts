import { expect, it } from 'vitest'
import { pageFields } from '../../src/fetch/page-fields.ts'
import { readHtml } from '../../src/fetch/read-html.ts'

/** What a page gives: `field: [value, from]`. */
function given(url: string, html: string): Record<string, unknown> {
  const { fields, venueName } = pageFields(readHtml(html), url, url)
  const all = Object.fromEntries(fields.map(({ field, value, from }) => [field, [value, from]]))
  return venueName === undefined ? all : { ...all, venueName }
}

it('reads a page of arXiv', () => {
  const html = `<!DOCTYPE html><html lang="en"><head>
    <title>[1706.99999] Attention to Detail</title>
    <link rel="canonical" href="https://arxiv.org/abs/1706.99999"/>
    <meta property="og:type" content="website" /><meta property="og:site_name" content="arXiv.org" />
    <meta property="og:title" content="Attention to Detail" />
    <meta property="og:description" content="We look closely at everything there is, and find that it helps ever..."/>
    <meta name="citation_title" content="Attention to Detail" />
    <meta name="citation_author" content="van der Berg, Anna" /><meta name="citation_author" content="Li, Fei-Fei" />
    <meta name="citation_author" content="de Leo, Maria" />
    <meta name="citation_date" content="2017/06/12" /><meta name="citation_online_date" content="2023/08/02" />
    <meta name="citation_pdf_url" content="https://arxiv.org/pdf/1706.99999" />
    <meta name="citation_arxiv_id" content="1706.99999" />
    <meta name="citation_abstract" content="We look closely at everything there is,
      and find that it helps everywhere." /></head><body></body></html>`
  expect(given('https://arxiv.org/abs/1706.99999', html)).toEqual({
    arxiv: ['1706.99999', 'citation_arxiv_id'],
    title: ['Attention to Detail', 'citation_title'],
    type: ['paper', 'citation_arxiv_id'],
    authors: [['Anna van der Berg', 'Fei-Fei Li', 'Maria de Leo'], 'citation_author'],
    published: ['2017-06-12', 'citation_date'],
    language: ['en', '<html lang>'],
    abstract: [
      'We look closely at everything there is, and find that it helps everywhere.',
      'citation_abstract',
    ],
    url: ['https://arxiv.org/abs/1706.99999', 'link canonical'],
    venueName: 'arXiv.org',
  })
})

it('reads a post of LessWrong', () => {
  const html = `<!doctype html><html lang="en"><head><title>On noticing things — LessWrong</title>
    <meta property="og:title" content="On noticing things — LessWrong"/>
    <meta property="og:type" content="article"/>
    <meta name="description" content="Some habits of thought are easier to notice in others than in yourself."/>
    <link rel="canonical" href="https://www.lesswrong.com/posts/abcdefghijklmnopq/on-noticing-things"/>
    <meta name="citation_title" content="On noticing things"/><meta name="citation_author" content="jdoe_42"/>
    <meta name="citation_publication_date" content="2024/03/09"/>
    <script type="application/ld+json">{"@context":"http://schema.org","@type":"DiscussionForumPosting",
    "url":"https://www.lesswrong.com/posts/abcdefghijklmnopq/on-noticing-things","text":"…",
    "headline":"On noticing things","author":[{"@type":"Person","name":"jdoe_42"}],
    "datePublished":"2024-03-09T18:00:00.000Z",
    "comment":[{"@type":"Comment","datePublished":"2025-01-01"}]}</script></head></html>`
  expect(
    given('https://www.lesswrong.com/posts/abcdefghijklmnopq/on-noticing-things?utm_source=x', html),
  ).toEqual({
    title: ['On noticing things', 'citation_title'],
    type: ['blog', 'JSON-LD @type'],
    authors: [['jdoe_42'], 'citation_author'],
    published: ['2024-03-09', 'citation_publication_date'],
    language: ['en', '<html lang>'],
    abstract: ['Some habits of thought are easier to notice in others than in yourself.', 'description'],
    url: ['https://www.lesswrong.com/posts/abcdefghijklmnopq/on-noticing-things', 'link canonical'],
  })
})

it('reads an article of Nature', () => {
  const html = `<html lang="en"><head><title>Folding of shapes with <i>E. coli</i> | Nature</title>
    <link rel="canonical" href="https://www.nature.com/articles/s41586-021-00000-2">
    <script type="application/ld+json">{"mainEntity":{"headline":"Folding of shapes","description":"short",
      "datePublished":"2021-07-15T00:00:00Z","dateModified":"2021-08-01","sameAs":"https://doi.org/10.1038/s41586-021-00000-2",
      "isPartOf":{"name":"Nature","issn":["1476-4687"],"volumeNumber":"596","@type":["Periodical","PublicationVolume"]},
      "publisher":{"name":"Nature Publishing Group UK","@type":"Organization"},
      "author":[{"name":"Ann Other","affiliation":[{"name":"DeepThought","@type":"Organization"}],"@type":"Person"}],
      "@type":"ScholarlyArticle"},"@context":"https://schema.org","@type":"WebPage"}</script>
    <meta name="dc.title" content="Folding of shapes with E. coli"/><meta name="dc.date" content="2021-07-15"/>
    <meta name="dc.language" content="En"/><meta name="dc.type" content="OriginalPaper"/>
    <meta name="prism.doi" content="doi:10.1038/s41586-021-00000-2"/>
    <meta name="citation_title" content="Folding of shapes with &lt;i&gt;E. coli&lt;/i&gt; &amp;amp; H&lt;sub&gt;2&lt;/sub&gt;O"/>
    <meta name="citation_journal_title" content="Nature"/><meta name="citation_publisher" content="NPG"/>
    <meta name="citation_publication_date" content="2021/08"/><meta name="citation_online_date" content="2021/07/15"/>
    <meta name="citation_language" content="en"/><meta name="citation_doi" content="10.1038/S41586-021-00000-2"/>
    <meta name="citation_author" content="Other, Ann"/><meta name="citation_author_institution" content="DeepThought"/>
    <meta name="citation_author" content="Žídek, Josef"/><meta name="citation_author" content="King, Jr., Martin"/>
    <meta property="og:site_name" content="Nature"/></head></html>`
  expect(given('https://www.nature.com/articles/s41586-021-00000-2', html)).toEqual({
    doi: ['10.1038/s41586-021-00000-2', 'citation_doi'],
    title: ['Folding of shapes with E. coli & H₂O', 'citation_title'],
    type: ['paper', 'citation_journal_title'],
    authors: [['Ann Other', 'Josef Žídek', 'Martin King Jr.'], 'citation_author'],
    published: ['2021-08', 'citation_publication_date'],
    language: ['en', 'citation_language'],
    url: ['https://www.nature.com/articles/s41586-021-00000-2', 'link canonical'],
    venueName: 'Nature',
  })
})

it('reads a newsletter of Substack', () => {
  const html = `<html lang="en"><head><title data-rh="true">Why maps lie - by Jane Roe - The Long View</title>
    <meta property="og:type" content="article"/><meta property="og:title" content="Why maps lie"/>
    <meta name="author" content="Jane Roe"/>
    <meta property="og:description" content="And what to do about it when you have to draw one yourself"/>
    <link rel="canonical" href="https://longview.substack.com/p/why-maps-lie"/>
    <script type="application/ld+json">{"@context":"https://schema.org","@type":"NewsArticle",
     "url":"https://longview.substack.com/p/why-maps-lie","mainEntityOfPage":"https://longview.substack.com/p/why-maps-lie",
     "headline":"Why maps lie","description":"And what to do about it when you have to draw one yourself",
     "datePublished":"2025-11-05T13:30:21+00:00","isAccessibleForFree":true,
     "author":[{"@type":"Person","name":"Jane Roe","url":"https://substack.com/@jroe"}],
     "publisher":{"@type":"Organization","name":"The Long View","@id":"user:1"}}</script></head></html>`
  expect(given('https://longview.substack.com/p/why-maps-lie', html)).toEqual({
    title: ['Why maps lie', 'JSON-LD headline'],
    type: ['news', 'JSON-LD @type'],
    authors: [['Jane Roe'], 'JSON-LD author'],
    published: ['2025-11-05', 'JSON-LD datePublished'],
    language: ['en', '<html lang>'],
    abstract: ['And what to do about it when you have to draw one yourself', 'JSON-LD description'],
    url: ['https://longview.substack.com/p/why-maps-lie', 'link canonical'],
    venueName: 'The Long View',
  })
})

it('reads a repository of GitHub', () => {
  const html = `<html lang="en" data-color-mode="auto"><head>
    <title>GitHub - someone/tool: A tool that does one thing well</title>
    <meta name="description" content="A tool that does one thing well. Contribute to someone/tool development by creating an account on GitHub.">
    <meta property="og:site_name" content="GitHub" /><meta property="og:type" content="object" />
    <meta property="og:title" content="GitHub - someone/tool: A tool that does one thing well" />
    <link rel="canonical" href="https://github.com/someone/tool" data-turbo-transient></head></html>`
  expect(given('https://github.com/someone/tool', html)).toEqual({
    title: ['someone/tool: A tool that does one thing well', 'og:title'],
    language: ['en', '<html lang>'],
    url: ['https://github.com/someone/tool', 'link canonical'],
    venueName: 'GitHub',
  })
})

it('reads a video of YouTube', () => {
  const html = `<!DOCTYPE html><html style="font-size: 10px" lang="de-DE"><head>
    <title>How to fold a map - YouTube</title><meta name="title" content="How to fold a map">
    <meta name="description" content="Enjoy the videos and music you love, upload original content, and share it all">
    <link rel="canonical" href="https://www.youtube.com/watch?v=abcdefghijk">
    <meta property="og:site_name" content="YouTube"><meta property="og:title" content="How to fold a map">
    <meta property="og:type" content="video.other"></head><body>
    <script type="application/ld+json">{"@context":"http://schema.org","@type":"VideoObject","name":"How to fold a map",
      "description":"…","uploadDate":"2020-05-01T07:00:00-07:00","author":"Map Folders"}</script>
    <div itemscope itemtype="http://schema.org/VideoObject"><meta itemprop="name" content="How to fold a map">
    <meta itemprop="datePublished" content="2020-05-01T07:00:00-07:00"></div></body></html>`
  expect(given('https://www.youtube.com/watch?v=abcdefghijk&utm_source=x', html)).toEqual({
    title: ['How to fold a map', 'JSON-LD name'],
    type: ['video', 'JSON-LD @type'],
    authors: [['Map Folders'], 'JSON-LD author'],
    published: ['2020-05-01', 'JSON-LD uploadDate'],
    language: ['de-DE', '<html lang>'],
    url: ['https://www.youtube.com/watch?v=abcdefghijk', 'link canonical'],
    venueName: 'YouTube',
  })
})

it('reads what WordPress writes with a plug-in: a graph whose nodes refer to each other', () => {
  const html = `<html lang="en-US"><head><title>Ten rules | My Site</title>
    <meta property="og:site_name" content="My Site"/><meta property="og:locale" content="en_US"/>
    <meta property="article:published_time" content="2023-01-02T03:04:05+00:00"/>
    <script type="application/ld+json">{"@context":"https://schema.org","@graph":[
     {"@type":"WebSite","@id":"https://my.site/#website","name":"My Site","inLanguage":"en-US"},
     {"@type":"WebPage","@id":"https://my.site/ten/","name":"Ten rules | My Site"},
     {"@type":"BlogPosting","@id":"https://my.site/ten/#article","isPartOf":{"@id":"https://my.site/ten/"},
      "headline":"Ten rules","author":{"@id":"https://my.site/#/person/1"},"datePublished":"2023-01-02T03:04:05+00:00"},
     {"@type":"Person","@id":"https://my.site/#/person/1","name":"Zoë O’Neill","sameAs":["https://orcid.org/0000-0002-1825-0097"]}
    ]}</script></head></html>`
  expect(given('https://my.site/ten/', html)).toMatchObject({
    title: ['Ten rules', 'JSON-LD headline'],
    type: ['blog', 'JSON-LD @type'],
    authors: [[{ given: 'Zoë', family: 'O’Neill', orcid: '0000-0002-1825-0097' }], 'JSON-LD author'],
    published: ['2023-01-02', 'JSON-LD datePublished'],
    language: ['en-US', '<html lang>'],
    venueName: 'My Site',
  })
})

it('reads a page of a government with Dublin Core', () => {
  const html = `<html lang="en"><head><title>Statistics of bridges - Example Office</title>
    <meta name="DCTERMS.title" content="Statistics of bridges"><meta name="DCTERMS.creator" content="Department of Roads">
    <meta name="dcterms.issued" content="2022-05-30"><meta name="dcterms.language" content="eng">
    <meta name="dcterms.description" content="How many bridges there are, how old they are, and who looks after them.">
    </head></html>`
  expect(given('https://www.roads.example.gov/bridges', html)).toEqual({
    title: ['Statistics of bridges', 'dcterms.title'],
    authors: [['Department of Roads'], 'dcterms.creator'],
    published: ['2022-05-30', 'dcterms.issued'],
    language: ['en', 'dcterms.language'],
    abstract: [
      'How many bridges there are, how old they are, and who looks after them.',
      'dcterms.description',
    ],
  })
})

it('takes nothing from a list of other articles', () => {
  const html = `<title>All posts</title><script type="application/ld+json">[
    {"@type":"BlogPosting","headline":"One","datePublished":"2020-01-01","author":"Ann Other"},
    {"@type":"BlogPosting","headline":"Two","datePublished":"2020-01-02","author":"Ann Other"}]</script>`
  expect(given('https://blog.example/all', html)).toEqual({ title: ['All posts', '<title>'] })
})

it('reads JSON-LD around which templates left their marks', () => {
  const html = `<script type="application/ld+json"><!--
    {"@type":"Article","headline":"Line
    break","author":{"@type":"Organization","name":"Quiet Reading Room"}} --></script>`
  expect(given('https://x.example/1', html)).toMatchObject({
    title: ['Line break', 'JSON-LD headline'],
    authors: [[{ literal: 'Quiet Reading Room' }], 'JSON-LD author'],
  })
})
