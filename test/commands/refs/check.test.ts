import { describe, expect, it } from 'vitest'
import { cardText, directoryWith } from '../../support/library.ts'
import { runCards } from '../../support/run-cards.ts'

const LIBRARY = {
  'cards/MDc4MjQ5Yj.yaml': cardText('MDc4MjQ5Yj', "aliases: ['591965925902e868']").replace(
    'Card MDc4MjQ5Yj',
    'Goodfire and Training on Interpretability',
  ),
  'cards/kDjKFQkhBn.yaml': cardText('kDjKFQkhBn'),
  'cards/retired/AbC123dEf4.yaml': cardText(
    'AbC123dEf4',
    'retired:',
    '  date: "2026-01-02"',
    '  reason: The same source.',
    '  replaced_by: MDc4MjQ5Yj',
  ),
  'cards/retired/AbC123dEf5.yaml': cardText(
    'AbC123dEf5',
    'retired:',
    '  date: "2026-01-02"',
    '  reason: The paper was withdrawn.',
  ),
}

const DOCUMENTS = {
  'content/goodfire.mdx': [
    'Cites <R id="MDc4MjQ5Yk">x</R> and MDc4MjQ5Yj.',
    '\u{1f600} AbC123dEf4, then 591965925902e868 and AbC123dEf5.',
    '',
  ].join('\n'),
  'content/papers/a.tex': '\\cite{zZ9yY8xX7w, kDjKFQkhBn}\n',
}

const PROBLEMS = `content/goodfire.mdx:1:14: error: There is no card MDc4MjQ5Yk. Did you mean MDc4MjQ5Yj (Goodfire and Training on Interpretability)?
content/goodfire.mdx:2:4: error: AbC123dEf4 is retired. Its replacement is MDc4MjQ5Yj (Goodfire and Training on Interpretability).
content/goodfire.mdx:2:21: info: 591965925902e868 is an old ID of MDc4MjQ5Yj (Goodfire and Training on Interpretability).
content/goodfire.mdx:2:42: error: AbC123dEf5 is retired, and no card replaces it: The paper was withdrawn.
content/papers/a.tex:1:7: error: There is no card zZ9yY8xX7w.
2 unknown names, 2 uses of retired cards, 1 old ID; 2 documents cite 4 cards in 5 places
`

describe('cards refs check', () => {
  it('tells of each unknown and old ID and of each retired card, with its place', async () => {
    const cwd = directoryWith({ ...LIBRARY, ...DOCUMENTS })
    expect(await runCards(['refs', 'check', 'content/**'], { cwd })).toMatchObject({
      stdout: PROBLEMS,
      stderr: '2 of these names can be put right by `cards refs rewrite`.\n',
      exitCode: 1,
    })
  })

  it('groups by document on a terminal', async () => {
    const cwd = directoryWith({ ...LIBRARY, ...DOCUMENTS })
    const shown = async (columns: number) =>
      (await runCards(['refs', 'check', 'content', '--color=never'], { cwd, columns })).stdout
    expect(await shown(80)).toBe(`content/goodfire.mdx
  1:14  error  There is no card MDc4MjQ5Yk. Did you mean MDc4MjQ5Yj (Goodfire
               and Training on Interpretability)?
  2:4   error  AbC123dEf4 is retired. Its replacement is MDc4MjQ5Yj (Goodfire
               and Training on Interpretability).
  2:21  info   591965925902e868 is an old ID of MDc4MjQ5Yj (Goodfire and
               Training on Interpretability).
  2:42  error  AbC123dEf5 is retired, and no card replaces it: The paper was
               withdrawn.

content/papers/a.tex
  1:7  error  There is no card zZ9yY8xX7w.

2 unknown names, 2 uses of retired cards, 1 old ID; 2 documents cite 4 cards in
5 places
`)
    for (const columns of [120, 40, 20])
      for (const line of (await shown(columns)).split('\n')) expect(line.length).toBeLessThanOrEqual(columns)
  })

  it('is content with old IDs alone', async () => {
    const cwd = directoryWith({ ...LIBRARY, 'a.md': '591965925902e868\n' })
    expect(await runCards(['refs', 'check', 'a.md'], { cwd })).toMatchObject({
      stdout:
        'a.md:1:1: info: 591965925902e868 is an old ID of MDc4MjQ5Yj (Goodfire and Training on Interpretability).\n1 old ID; 1 document cites 1 card in 1 place\n',
      stderr: 'One of these names can be put right by `cards refs rewrite`.\n',
      exitCode: 0,
    })
  })

  it('says what is cited when all is well', async () => {
    const cwd = directoryWith({
      ...LIBRARY,
      'a.md': 'kDjKFQkhBn, [x](https://example.org/MDc4MjQ5Yj)\n',
      'b.md': '',
    })
    expect(await runCards(['refs', 'check', '*.md'], { cwd })).toMatchObject({
      stdout: 'No problems; 2 documents cite 2 cards in 2 places\n',
      stderr: '',
      exitCode: 0,
    })
    expect((await runCards(['refs', 'check', 'b.md'], { cwd })).stdout).toBe(
      'No problems; 1 document cites no card\n',
    )
  })

  it('gives as JSON what each document cites', async () => {
    const cwd = directoryWith({ ...LIBRARY, 'a.md': 'kDjKFQkhBn [[mDc4MjQ5Yj]] AbC123dEf4\n' })
    const { stdout, stderr, exitCode } = await runCards(['refs', 'check', 'a.md', '--json'], { cwd })
    expect({ stderr, exitCode }).toEqual({ stderr: '', exitCode: 1 })
    expect(JSON.parse(stdout)).toEqual({
      action: 'check',
      documents: [{ path: 'a.md', citations: 3, cards: ['kDjKFQkhBn', 'AbC123dEf4'] }],
      problems: [
        {
          kind: 'unknown',
          severity: 'error',
          path: 'a.md',
          range: { start: { line: 1, column: 14 }, end: { line: 1, column: 24 } },
          text: 'mDc4MjQ5Yj',
          form: 'id',
          did_you_mean: ['MDc4MjQ5Yj'],
        },
        {
          kind: 'retired',
          severity: 'error',
          path: 'a.md',
          range: { start: { line: 1, column: 27 }, end: { line: 1, column: 37 } },
          text: 'AbC123dEf4',
          form: 'id',
          id: 'AbC123dEf4',
          replaced_by: 'MDc4MjQ5Yj',
        },
      ],
    })
  })

  it('checks the other documents when one cannot be read', async () => {
    const cwd = directoryWith({
      ...LIBRARY,
      'a.md': Buffer.from([0x61, 0x0a, 0x62, 0xff]),
      'b.md': 'kDjKFQkhBn',
    })
    expect(await runCards(['refs', 'check', '.'], { cwd })).toMatchObject({
      stdout: 'No problems; 1 document cites 1 card in 1 place\n',
      stderr:
        'a.md:2:2: The byte 0xFF here is not UTF-8. The file was probably saved in another encoding, such as Windows-1252; save it as UTF-8, then check accents and quotes.\n1 document could not be read; all others were checked.\n',
      exitCode: 1,
    })
  })

  it('does not call unknown what stands in a card that cannot be read', async () => {
    const cwd = directoryWith({ ...LIBRARY, 'cards/aB3dE5fG7h.yaml': 'id: [', 'a.md': '[[aB3dE5fG7h]]' })
    const { stdout, exitCode } = await runCards(['refs', 'check', 'a.md'], { cwd })
    expect({ stdout, exitCode }).toEqual({ stdout: 'No problems; 1 document cites no card\n', exitCode: 1 })
  })

  it('does not fail for the URL of a card that another replaces, which stays in documents for good', async () => {
    const cwd = directoryWith({
      'cards/MDc4MjQ5Yj.yaml': cardText('MDc4MjQ5Yj'),
      'cards/retired/AbC123dEf4.yaml': cardText(
        'AbC123dEf4',
        'doi: 10.1000/old',
        'retired:',
        '  date: "2026-01-02"',
        '  reason: The same.',
        '  replaced_by: MDc4MjQ5Yj',
      ),
      'a.md': '10.1000/old\n',
    })
    expect(await runCards(['refs', 'check', 'a.md'], { cwd })).toMatchObject({
      stdout:
        'a.md:1:1: info: 10.1000/old (AbC123dEf4) is retired. Its replacement is MDc4MjQ5Yj (Card MDc4MjQ5Yj).\n1 link to a replaced card; 1 document cites 1 card in 1 place\n',
      stderr: '',
      exitCode: 0,
    })
  })

  it('names the alias that is nearly written, rather than the ID that is not', async () => {
    const cwd = directoryWith({ ...LIBRARY, 'a.md': '[[591965925902e869]]\n' })
    const { stdout } = await runCards(['refs', 'check', 'a.md'], { cwd })
    expect(stdout).toContain(
      'There is no card 591965925902e869. Did you mean 591965925902e868, which is MDc4MjQ5Yj (Goodfire and Training on Interpretability)?\n',
    )
  })

  it('tells of a citation key that its card had once, and counts it for rewrite', async () => {
    const cwd = directoryWith({
      ...LIBRARY,
      'cards/NjzT567890.yaml': cardText('NjzT567890', 'authors: [Nick Bostrom]', 'published: "2014"'),
      'a.tex': '\\cite{bostrom2013card-NjzT, bostrom2014card-NjzT, AbC123dEf4}\n',
    })
    expect(await runCards(['refs', 'check', 'a.tex'], { cwd })).toMatchObject({
      stdout: expect.stringContaining(
        'a.tex:1:7: info: bostrom2013card-NjzT is an old citation key of NjzT567890 (Card NjzT567890); its key is now bostrom2014card-NjzT.\n',
      ),
      stderr: '2 of these names can be put right by `cards refs rewrite`.\n',
    })
    expect(await runCards(['refs', 'rewrite', 'a.tex', '--dry-run'], { cwd })).toMatchObject({
      stdout: expect.stringContaining('+\\cite{bostrom2014card-NjzT, bostrom2014card-NjzT, MDc4MjQ5Yj}\n'),
      stderr: '2 names in 1 document would be rewritten.\n',
    })
    const { stdout } = await runCards(['refs', 'check', 'a.tex', '--json'], { cwd })
    expect(JSON.parse(stdout).problems[0]).toMatchObject({
      kind: 'old-key',
      severity: 'info',
      id: 'NjzT567890',
      present: 'bostrom2014card-NjzT',
    })
  })

  it('knows the citation keys that cards hold, and says how many hold none', async () => {
    const cwd = directoryWith({
      'cards.config.yaml': 'extra:\n  citekey: { type: string }\n',
      'cards/MDc4MjQ5Yj.yaml': cardText('MDc4MjQ5Yj', 'extra:', '  citekey: Benson26'),
      'cards/kDjKFQkhBn.yaml': cardText('kDjKFQkhBn'),
      'a.md': '[@Benson26]\n',
    })
    for (const action of [['check'], ['rewrite', '--dry-run'], ['update', '--dry-run']]) {
      const { stderr } = await runCards(['refs', ...action, 'a.md', '--key', 'extra.citekey'], { cwd })
      expect(stderr).toContain('1 of 2 cards has no extra.citekey: the citation key is the ID there.\n')
    }
    expect((await runCards(['refs', 'check', 'a.md', '--key', 'extra.citekey'], { cwd })).stdout).toBe(
      'No problems; 1 document cites 1 card in 1 place\n',
    )
    const listed = (...args: string[]) => runCards(['list', '--ids', ...args], { cwd })
    expect((await listed('--cited-in', 'a.md', '--key', 'extra.citekey')).stdout).toBe('MDc4MjQ5Yj\n')
    expect((await listed('--cited-in', 'a.md')).stdout).toBe('')
    expect((await listed('--key', 'id')).exitCode).toBe(2)
    expect((await listed('--cited-in', 'a.md', '--key', 'extra.citekye')).stderr).toContain('Did you mean')
    const wrong = await runCards(['export', '-f', 'bibtex', '--key', 'extra.citekye'], { cwd })
    expect(wrong).toMatchObject({ stdout: '', exitCode: 2 })
  })

  it('takes no page that an export made for a document', async () => {
    const cwd = directoryWith({ ...LIBRARY, 'content/a.md': 'MDc4MjQ5Yj\n' })
    await runCards(['export', '-f', 'markdown', '-o', 'content/sources/'], { cwd })
    expect(await runCards(['refs', 'check', 'content/**'], { cwd })).toMatchObject({
      stdout: 'No problems; 1 document cites 1 card in 1 place\n',
      stderr: '3 files that `cards export` made are no documents: they were passed over.\n',
      exitCode: 0,
    })
    for (const action of ['rewrite', 'update'])
      expect((await runCards(['refs', action, 'content', '--dry-run'], { cwd })).stderr).toContain(
        'passed over',
      )
  })

  it('lets no name of a file or a card drive a terminal', async () => {
    const cwd = directoryWith({
      'cards/MDc4MjQ5Yj.yaml': cardText('MDc4MjQ5Yj').replace('Card MDc4MjQ5Yj', '"a\\e[31m\\u202e"'),
      'a\u001b[31m.md': '[[MDc4MjQ5Yk]]',
    })
    for (const columns of [undefined, 80]) {
      const { stdout } = await runCards(['refs', 'check', '.'], { cwd, ...(columns && { columns }) })
      expect(stdout).not.toMatch(/\u001b\[31m|\u202e/)
      expect(stdout).toContain('MDc4MjQ5Yk')
    }
  })
})
