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
2 unknown IDs, 2 uses of retired cards, 1 old ID; 2 documents cite 4 cards in 5 places
`

describe('cards refs check', () => {
  it('tells of each unknown and old ID and of each retired card, with its place', async () => {
    const cwd = directoryWith({ ...LIBRARY, ...DOCUMENTS })
    expect(await runCards(['refs', 'check', 'content/**'], { cwd })).toMatchObject({
      stdout: PROBLEMS,
      stderr: '2 of these names can be put right by cards refs rewrite.\n',
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

2 unknown IDs, 2 uses of retired cards, 1 old ID; 2 documents cite 4 cards in 5
places
`)
    for (const columns of [120, 40, 20])
      for (const line of (await shown(columns)).split('\n')) expect(line.length).toBeLessThanOrEqual(columns)
  })

  it('is content with old IDs alone', async () => {
    const cwd = directoryWith({ ...LIBRARY, 'a.md': '591965925902e868\n' })
    expect(await runCards(['refs', 'check', 'a.md'], { cwd })).toMatchObject({
      stdout:
        'a.md:1:1: info: 591965925902e868 is an old ID of MDc4MjQ5Yj (Goodfire and Training on Interpretability).\n1 old ID; 1 document cites 1 card in 1 place\n',
      stderr: 'One of these names can be put right by cards refs rewrite.\n',
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
          path: 'a.md',
          range: { start: { line: 1, column: 14 }, end: { line: 1, column: 24 } },
          text: 'mDc4MjQ5Yj',
          form: 'id',
          did_you_mean: ['MDc4MjQ5Yj'],
        },
        {
          kind: 'retired',
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
