import { describe, expect, it } from 'vitest'
import { cardText, directoryWith } from '../support/library.ts'
import { runCards } from '../support/run-cards.ts'

const LIBRARY = {
  'cards/MDc4MjQ5Yj.yaml': cardText('MDc4MjQ5Yj'),
  'cards/kDjKFQkhBn.yaml': cardText('kDjKFQkhBn', 'tags: [rl]'),
  'cards/zZ9yY8xX7w.yaml': cardText('zZ9yY8xX7w', 'tags: [rl]'),
  'cards/retired/AbC123dEf4.yaml': cardText(
    'AbC123dEf4',
    'retired:',
    '  date: "2026-01-02"',
    '  reason: Merged.',
    '  replaced_by: kDjKFQkhBn',
  ),
  'cards/retired/AbC123dEf5.yaml': cardText(
    'AbC123dEf5',
    'retired:',
    '  date: "2026-01-02"',
    '  reason: Gone.',
  ),
}

describe('--cited-in', () => {
  const ids = (stdout: string) => stdout.match(/"id": ?"(\w+)"/g)?.map(match => match.slice(-11, -1))

  it('takes the cards that documents cite, and those that stand for retired ones', async () => {
    const cwd = directoryWith({
      ...LIBRARY,
      'docs/a.md': 'AbC123dEf4 and AbC123dEf4',
      'docs/b/c.tex': '\\cite{MDc4MjQ5Yj}',
      'other.md': 'zZ9yY8xX7w',
    })
    const args = ['--cited-in', 'docs/**/*.{md,tex}']
    const exported = await runCards(['export', '--format', 'json', ...args], { cwd })
    expect(ids(exported.stdout)).toEqual(['MDc4MjQ5Yj', 'kDjKFQkhBn'])
    expect(exported).toMatchObject({
      stderr: 'AbC123dEf4 is retired; its replacement is taken, kDjKFQkhBn.\n',
      exitCode: 0,
    })
    expect(await runCards(['list', '--ids', ...args], { cwd })).toMatchObject({
      stdout: 'MDc4MjQ5Yj\nkDjKFQkhBn\n',
      stderr: '2 of 3 cards.\nAbC123dEf4 is retired; its replacement is taken, kDjKFQkhBn.\n',
      exitCode: 0,
    })
    const both = await runCards(['list', '--ids', ...args, '--cited-in', 'other.md', 'tag:rl'], { cwd })
    expect(both.stdout).toBe('kDjKFQkhBn\nzZ9yY8xX7w\n')
    expect(ids((await runCards(['export', '-f', 'json', 'tag:rl', ...args], { cwd })).stdout)).toEqual([
      'kDjKFQkhBn',
    ])
  })

  it('narrows the references on standard input', async () => {
    const cwd = directoryWith({ ...LIBRARY, 'a.md': 'zZ9yY8xX7w MDc4MjQ5Yj' })
    const args = ['export', '-', '-f', 'json', '--cited-in', 'a.md']
    const { stdout } = await runCards(args, { cwd, stdin: 'zZ9yY8xX7w\nkDjKFQkhBn\n' })
    expect(ids(stdout)).toEqual(['zZ9yY8xX7w'])
  })

  it('understands the citation keys that the export gives', async () => {
    const cwd = directoryWith({
      'cards.config.yaml': 'extra:\n  citekey: { type: string }\n',
      'cards/MDc4MjQ5Yj.yaml': cardText('MDc4MjQ5Yj', 'extra:', '  citekey: Benson26'),
      'cards/kDjKFQkhBn.yaml': cardText('kDjKFQkhBn', 'authors: [Ada Lovelace]', 'published: "1843"'),
      'paper.tex': '\\cite{Benson26,lovelace1843card-kDjK}',
    })
    const args = ['export', '-f', 'bibtex', '--cited-in', 'paper.tex']
    const keys = ({ stdout }: { stdout: string }) => stdout.match(/^@\w+\{.*(?=,$)/gm)
    expect(keys(await runCards([...args, '--key', 'extra.citekey'], { cwd }))).toEqual([
      '@misc{Benson26',
      '@misc{kDjKFQkhBn',
    ])
    expect(keys(await runCards([...args, '--key', 'author-year-title'], { cwd }))).toEqual([
      '@misc{lovelace1843card-kDjK',
    ])
  })

  it('tells of keys that the bibliography lacks, and how it gets them', async () => {
    const cwd = directoryWith({
      ...LIBRARY,
      'cards/NjzT567890.yaml': cardText('NjzT567890', 'authors: [Nick Bostrom]', 'published: "2014"'),
      'id.tex': '\\cite{NjzT567890}',
      'key.md': '[@bostrom2014card-NjzT] <R id="MDc4MjQ5Yj"/>',
      'old.tex': '\\cite{AbC123dEf4}',
      'url.md': 'https://example.org/MDc4MjQ5Yj MDc4MjQ5Yj',
    })
    const exported = (...args: string[]) =>
      runCards(['export', '-f', 'bibtex', '--cited-in', ...args], { cwd })
    const ours = ['--key', 'author-year-title']
    for (const args of [['id.tex'], ['key.md', ...ours], ['url.md'], ['url.md', ...ours]])
      expect(await exported(...args)).toMatchObject({ exitCode: 0 })
    expect(await exported('id.tex', ...ours)).toMatchObject({
      stderr: expect.stringContaining(
        'The documents cite by a key that this export does not have: NjzT567890 (here bostrom2014card-NjzT). With `--key id` it has all.\n',
      ),
      exitCode: 1,
    })
    expect((await exported('key.md')).stderr).toContain('With `--key author-year-title` it has all.\n')
    expect((await exported('old.tex')).stderr).toContain(
      'AbC123dEf4 (here kDjKFQkhBn). `cards refs rewrite` makes old names present ones;',
    )
    expect(await runCards(['export', '-f', 'json', '--cited-in', 'key.md'], { cwd })).toMatchObject({
      exitCode: 0,
    })
  })

  it('tells what is cited and cannot be taken', async () => {
    const cwd = directoryWith({ ...LIBRARY, 'a.md': 'AbC123dEf5 [[aB3dE5fG7h]]' })
    expect(await runCards(['list', '--ids', '-q', '--cited-in', 'a.md'], { cwd })).toMatchObject({
      stdout: '',
      stderr:
        'a.md cites AbC123dEf5, which is retired, and no card replaces it.\n1 name leads to no card: `cards refs check` tells which.\n',
      exitCode: 1,
    })
    expect(await runCards(['export', '-f', 'json', '--cited-in', 'b.md'], { cwd })).toMatchObject({
      stdout: '',
      stderr: 'error: No file matches b.md.\nCheck the path; documents are found from this directory on.\n',
      exitCode: 2,
    })
  })
})
