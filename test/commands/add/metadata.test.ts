import { readdirSync, readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { answering } from '../../support/answers.ts'
import { directoryWith } from '../../support/library.ts'
import { runCards } from '../../support/run-cards.ts'

const POST = `<!doctype html><html lang="en"><head><title>x</title>
<meta property="og:title" content="On Gradients &amp; Descent">
<meta name="author" content="Ada Example">
<meta property="article:published_time" content="2024-05-06T10:00:00Z">
<meta property="og:site_name" content="LessWrong"></head><body>${'<p>Words of the post.</p>'.repeat(200)}</body></html>`

const PAPER = {
  type: 'article-journal',
  title: 'Deep <i>Things</i>',
  author: [{ given: 'Maria', family: 'Leo', 'non-dropping-particle': 'de' }],
  'container-title': 'Journal of Things',
  issued: { 'date-parts': [[2015, 5]] },
  DOI: '10.1234/abc',
}

/** A site with a post, and a resolver of DOIs; gives its address, and what was asked of it. */
async function site(): Promise<{ url: string; asked: string[] }> {
  const asked: string[] = []
  const server = createServer((request, response) => {
    asked.push(request.url ?? '')
    if (request.url === '/post') response.setHeader('content-type', 'text/html; charset=utf-8').end(POST)
    else if (request.url === '/doi/10.1234/abc')
      response.setHeader('content-type', 'application/vnd.citationstyles.csl+json').end(JSON.stringify(PAPER))
    else response.writeHead(404).end()
  })
  await new Promise<void>(done => server.listen(0, '127.0.0.1', done))
  onTestFinished(() => void server.close())
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, asked }
}

function library(url: string): string {
  return directoryWith({
    'cards.config.yaml': `schema: none\nfetch:\n  doi_resolver: ${url}/doi/\n  arxiv: ${url}/arxiv/\nlint: { rules: { url/*: off } }\n`,
    'cards/venues.yaml': '- { id: lw, name: LessWrong, type: blog_platform }\n',
  })
}

const newCard = (root: string) => {
  const [name = ''] = readdirSync(join(root, 'cards')).filter(file => /^\w{10}\.yaml$/.test(file))
  return readFileSync(join(root, 'cards', name), 'utf8').replace(/^id: .*\n/, '')
}

describe('cards add, with the network', () => {
  it('fills in what the page says, shows where each field is from, and keeps when and how it was fetched', async () => {
    const { url } = await site()
    const root = library(url)
    const { stderr, exitCode } = await runCards(['add', `${url}/post`], { cwd: root })
    expect(exitCode).toBe(0)
    expect(stderr).toBe(
      [
        '  title      On Gradients & Descent  og:title',
        '  type       blog                    guess: its venue, LessWrong',
        '  authors    Ada Example             author',
        '  published  2024-05-06              article:published_time',
        '  venue      lw                      guess: its name, LessWrong',
        '  language   en                      <html lang>\n',
      ].join('\n'),
    )
    expect(newCard(root)).toMatch(
      /^url: .*\/post\ntitle: On Gradients & Descent\ntype: blog\nauthors:\n {2}- Ada Example\npublished: "2024-05-06"\nvenue: lw\nlanguage: en\nfetch:\n {2}at: "2026-06-15T12:00:00Z"\n {2}status: ok\n {2}http_status: 200\n {2}content_hash: sha256:[0-9a-f]{64}\n$/,
    )
  })

  it('puts options before the page', async () => {
    const { url } = await site()
    const root = library(url)
    const { stderr } = await runCards(['add', `${url}/post`, '--title', 'My Title of It', '--type', 'web'], {
      cwd: root,
    })
    expect(stderr).not.toMatch(/^ {2}(?:title|type) /m)
    expect(newCard(root)).toContain('title: My Title of It\ntype: web\nauthors:\n  - Ada Example\n')
  })

  it('asks the resolver for a DOI, and tells of a venue that the library does not know', async () => {
    const { url, asked } = await site()
    const root = library(url)
    const { stderr, exitCode } = await runCards(['add', 'doi:10.1234/ABC'], { cwd: root })
    expect(exitCode).toBe(0)
    expect(asked).toEqual(['/doi/10.1234/abc'])
    expect(stderr).toContain('It appeared in “Journal of Things”, which is not in venues.yaml.\n')
    expect(newCard(root)).toContain('doi: 10.1234/abc\ntitle: Deep Things\ntype: paper\n')
  })

  it('says what failed, and how to make the card by hand all the same', async () => {
    const { url } = await site()
    const root = library(url)
    const failed = await runCards(['add', `${url}/gone`], { cwd: root })
    expect(failed.stderr).toBe(
      `error: No title is known for ${url}/gone.\n${url}/gone is not there (HTTP 404).\nGive a title to make the card by hand: --title "…"\n`,
    )
    expect({ stdout: failed.stdout, exitCode: failed.exitCode }).toEqual({ stdout: '', exitCode: 1 })
    const made = await runCards(['add', `${url}/gone`, '--title', 'What Is Gone'], { cwd: root })
    expect(made.stderr).toContain(`${url}/gone is not there (HTTP 404).\n`)
    expect(made.exitCode).toBe(0)
    expect(newCard(root)).toContain(
      'title: What Is Gone\ntype: web\nfetch:\n  at: "2026-06-15T12:00:00Z"\n  status: not-found\n  http_status: 404\n',
    )
  })

  it('asks the network nothing with --no-fetch, nor about a source that the library has', async () => {
    const { url, asked } = await site()
    const root = library(url)
    await runCards(['add', `${url}/post`, '--title', 'A Post', '--no-fetch'], { cwd: root })
    expect(newCard(root)).not.toContain('fetch:')
    expect((await runCards(['add', `${url}/post`], { cwd: root })).exitCode).toBe(1)
    expect(asked).toEqual([])
  })

  it('lets a person at the terminal correct what was found', async () => {
    const { url } = await site()
    const root = library(url)
    const prompts = answering(
      `${url}/post`,
      'On Gradients',
      'blog',
      'Ada Example',
      '2024-05-06',
      '',
      'Short.',
      true,
    )
    const initial: (string | undefined)[] = []
    const text: typeof prompts.text = (question, options) => {
      initial.push(options?.initial)
      return prompts.text(question, options)
    }
    const { exitCode } = await runCards(['add'], { cwd: root, columns: 80, prompts: { ...prompts, text } })
    expect(exitCode).toBe(0)
    expect(initial).toEqual([
      undefined,
      'On Gradients & Descent',
      'Ada Example',
      '2024-05-06',
      undefined,
      undefined,
    ])
    expect(newCard(root)).toMatch(/title: On Gradients\n.*summary: Short\.\n/s)
  })

  it('adds those of a list of which something is known, and tells of the others', async () => {
    const { url } = await site()
    const root = library(url)
    const stdin = JSON.stringify([{ url: `${url}/gone` }, { url: `${url}/post` }])
    const { stdout, stderr, exitCode } = await runCards(['add', '-'], { cwd: root, stdin })
    expect(stdout).toMatch(/^\w{10}\tcards\/\w{10}\.yaml\n$/)
    expect(stderr).toContain(`No title is known for ${url}/gone.`)
    expect(exitCode).toBe(1)
  })
})
