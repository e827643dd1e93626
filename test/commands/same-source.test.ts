import { describe, expect, it } from 'vitest'
import { directoryWith } from '../support/library.ts'
import { runCards } from '../support/run-cards.ts'

const A = 'aaaaaaaaa1'
const B = 'bbbbbbbbb2'
const POST = 'posts/7YDyziQxkWxbGmF3u/growth'

/** What two cards have, which are one source, and the options of `cards add` that give the second. */
const SAME: readonly [string, readonly string[], readonly string[]][] = [
  ['a URL', ['url: https://example.net/a'], ['url: http://www.example.net/a/']],
  [
    'another URL',
    ['url: https://example.net/a'],
    ['url: https://b.net/', 'also_at: [https://example.net/a]'],
  ],
  ['a DOI', ['doi: 10.1038/nature1'], ['url: https://doi.org/10.1038/Nature1']],
  ['an arXiv number', ['arxiv: "1706.03762"'], ['url: https://arxiv.org/pdf/1706.03762v3']],
  [
    'a forum post',
    [`url: https://www.lesswrong.com/${POST}`],
    [`url: https://www.alignmentforum.org/${POST}`],
  ],
  ['a PubMed number', ['url: https://a.net/1', 'pmid: "123456"'], ['doi: 10.1000/a', 'pmid: "123456"']],
  ['an ISBN and the title', ['isbn: 978-0-525-55861-3'], ['url: https://b.net/', 'isbn: "9780525558613"']],
]

const text = (id: string, lines: readonly string[], ...more: readonly string[]) =>
  [`id: ${id}`, 'title: One Title', 'type: web', ...lines, ...more, ''].join('\n')

describe.each(SAME)('two cards that have %s in common', (_, first, second) => {
  const run = (files: Record<string, string>, args: readonly string[], stdin = '') =>
    runCards([...args, '--dir', '.'], { cwd: directoryWith(files), stdin })
  const both = { [`${A}.yaml`]: text(A, first), [`${B}.yaml`]: text(B, second) }

  it('are one source to add', async () => {
    const draft = text(B, second)
    const { stderr, exitCode } = await run(
      { [`${A}.yaml`]: text(A, first) },
      ['add', '-', '--no-fetch'],
      draft,
    )
    expect(stderr).toContain(`The library has a card for this source: ${A}`)
    expect(exitCode).toBe(1)
  })

  it('are one source to revive', async () => {
    const old = text(B, second, 'retired:', '  date: "2026"', '  reason: Old.')
    const files = { [`${A}.yaml`]: text(A, first), [`retired/${B}.yaml`]: old }
    const { stderr, exitCode } = await run(files, ['revive', B])
    expect(stderr).toContain(`is for the same source as ${B}.`)
    expect(exitCode).toBe(1)
  })

  it('are one source to import', async () => {
    const record = text(B, second).replace(/^id: .*\n/, '')
    const files = { [`${A}.yaml`]: text(A, first) }
    const { stdout } = await run(files, ['import', '--json', '-f', 'yaml', '-'], record)
    expect(JSON.parse(stdout)).toMatchObject({ counts: { cards: 0, skipped: 1 } })
  })

  it('are one source to dupes', async () => {
    const [line = '', ...others] = (await run(both, ['dupes'])).stdout.trimEnd().split('\n')
    expect([line.split('\t').sort(), others]).toEqual([[A, B], []])
  })

  it('are one source to lint', async () => {
    const { stdout } = await run(both, ['lint', '--format', 'json'])
    const findings = JSON.parse(stdout).findings.filter(
      ({ rule }: { rule: string }) => rule === 'source/duplicate',
    )
    expect(findings).toHaveLength(2)
    expect(findings.every(({ pointer }: { pointer: string }) => pointer !== '')).toBe(true)
  })
})

it('keeps the chapters of a book apart, which have its ISBN in common', async () => {
  const chapter = (id: string, title: string) =>
    `id: ${id}\ntitle: ${title}\ntype: book\nisbn: "9780525558613"\n`
  const dir = directoryWith({
    [`${A}.yaml`]: chapter(A, 'Chapter One'),
    [`${B}.yaml`]: chapter(B, 'Chapter Two'),
  })
  expect((await runCards(['dupes', '--dir', '.'], { cwd: dir })).stdout).toBe('')
})
