import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fixLibrary } from '../../src/lint/fix-library.ts'
import type { KeyedFinding } from '../../src/lint/placed-finding.ts'
import { exampleLinter } from '../support/lint-example.ts'

const FILE = 'aB3dE5gH7j.yaml'

async function fixed(text: string, isWanted: (finding: KeyedFinding) => boolean = () => true) {
  const lint = await exampleLinter({ files: { [FILE]: text } })
  const first = await lint()
  const { files, linted, fixed: mended } = await fixLibrary(first, lint, isWanted)
  const before = Buffer.from(first.sourceOf(FILE).bytes).toString('utf8')
  return {
    before,
    after: files.has(FILE) ? Buffer.from(files.get(FILE) ?? []).toString('utf8') : before,
    linted,
    mended,
  }
}

describe('fixing', () => {
  it('mends many fields of one file at once, and the text last', async () => {
    const { after, mended } = await fixed(
      'published: 2026-02-06  \nlabel: A &amp; B are letters\nkey_points:\n  - Tom &amp; Jerry are at it again.\n  - Tick &amp; Trick are at it again.\n',
    )
    expect(after).toContain(
      'published: "2026-02-06"\nlabel: A & B are letters\nkey_points:\n  - Tom & Jerry are at it again.\n  - Tick & Trick are at it again.\n',
    )
    expect(mended).toHaveLength(5)
  })

  it('does only what is wanted', async () => {
    const { before, after } = await fixed('label: A &amp; B\n', () => false)
    expect(after).toBe(before)
  })

  it('mends twice what needs it twice', async () => {
    const { after } = await fixed('label: Tom &amp;amp; Jerry\n')
    expect(after).toContain('label: Tom & Jerry\n')
  })

  it('leaves a file alone that YAML cannot read', async () => {
    const { before, after } = await fixed('label: A &amp; B  \nnotes: [\n')
    expect(after).toBe(before)
  })

  it('ends when two fixes would undo each other', async () => {
    const { before } = await fixed('label: A\n')
    const finding = (to: string): KeyedFinding =>
      ({
        fix: { title: 'x', safe: true, edits: [], changes: [{ kind: 'set', pointer: ['label'], value: to }] },
        file: FILE,
      }) as never
    const lint = await exampleLinter({ files: { [FILE]: 'label: A\n' } })
    const flip = async (files: ReadonlyMap<string, Uint8Array>) => {
      const linted = await lint(new Map(files))
      const isA = linted.sourceOf(FILE).text.includes('label: A\n')
      return { ...linted, findings: [finding(isA ? 'B' : 'A')] }
    }
    const { files } = await fixLibrary(await flip(new Map()), flip, () => true)
    expect(Buffer.from(files.get(FILE) ?? []).toString()).toBe(before.replace('label: A', 'label: B'))
  })
})

/** Fields with something to mend, and fields without, in many styles. */
const FIELDS: readonly (readonly string[])[] = [
  ['published: 2026-02-06'],
  ['published: "2026-02-06" # as printed'],
  ['label: Tom &amp; Jerry'],
  ["label: 'Tom &amp; Jerry'"],
  ['label: "Tom &amp; Jerry"  # a cat, a mouse'],
  ['language: en'],
  ['venue:'],
  ['notes: ""'],
  ['relevance: >-', '  To all who like &quot;quotes&quot;, and to', '  others too.'],
  ['review: |', '  One line &amp; another,', '', '  with a gap. # no comment'],
  [
    'key_points:',
    '  # the first',
    '  - A point that is <b>bold</b> enough.',
    '  - A second point, which is not.',
  ],
  ['key_points: ["The same point twice over.", "The same point twice over."]'],
  ['tags: [safety, Game Theory, safety]'],
  ['tags:', '- safety', '- Machine Learning # both words'],
  ['authors: Jane Doe'],
  ['authors:', '  - Jane Doe and John Roe', '  - given: Ann', '    family: Poe'],
  ['author: Jane Doe'],
  ['accessed: 2026-03-01   '],
  ['doi: https://doi.org/10.1000/182'],
  ['aliases: []'],
  ['credibility: { rating: 2 }'],
]

const keyOf = (field: readonly string[]) => field[0]?.replace(/:.*$/s, '') ?? ''

const flawedCard = fc
  .tuple(
    fc.uniqueArray(fc.constantFrom(...FIELDS), { selector: keyOf, minLength: 1, maxLength: 8 }),
    fc.array(fc.constantFrom('', '# a comment', '  # another one', '#tight'), { maxLength: 4 }),
    fc.constantFrom('\n', '\r\n'),
    fc.constantFrom('\n', '', '\n\n\n'),
  )
  .map(([fields, comments, lineEnd, end]) => {
    const head = [
      'id: aB3dE5gH7j',
      'url: https://www.rfc-editor.org/rfc/rfc2606?utm_source=x',
      'title: A  title',
      'type: web',
    ]
    const lines = fields.flatMap((field, i) => [
      ...(i < comments.length ? [comments[i] ?? ''] : []),
      ...field,
    ])
    return [...head, ...lines].join(lineEnd) + end.replaceAll('\n', lineEnd)
  })

const commentsIn = (text: string) =>
  text.match(/(?<=^|[ ])#(?! no comment)[^\r\n]*/gm)?.map(comment => comment.trimEnd()) ?? []

describe.each([
  ['safe fixes', ({ fix }: KeyedFinding) => fix?.safe === true],
  ['all fixes', () => true],
] as const)('of any card, %s', (_, isWanted) => {
  it('leave nothing fixable, change nothing the second time, and keep comments, line ends and untouched fields', async () => {
    await fc.assert(
      fc.asyncProperty(flawedCard, async text => {
        const { before, after, linted, mended } = await fixed(text, isWanted)
        expect(linted.findings.filter(finding => finding.fix && isWanted(finding))).toEqual([])
        expect((await fixed(after, isWanted)).after).toBe(after)
        // What a field that is gone had behind it goes with it.
        for (const comment of commentsIn(after)) expect(commentsIn(before)).toContain(comment)
        const gone = commentsIn(before).filter(comment => !commentsIn(after).includes(comment))
        if (!mended.some(({ rule }) => /unknown-key|repeat|empty/.test(rule))) expect(gone).toEqual([])
        if (text.includes('\r\n')) expect(after).not.toMatch(/[^\r]\n/)
        if (!mended.some(({ pointer }) => pointer === ''))
          expect(linesOf(after)).toEqual(expect.arrayContaining(untouchedLines(before, mended)))
      }),
      { numRuns: 150 },
    )
  })
})

function linesOf(text: string): string[] {
  return text.split(/\r?\n/)
}

/** The lines of all fields but those that findings are in. */
function untouchedLines(text: string, mended: readonly KeyedFinding[]): string[] {
  const touched = new Set(mended.map(({ pointer }) => pointer.split('/')[1]))
  let key: string | undefined
  return linesOf(text).filter(line => {
    key = /^(\w+):/.exec(line)?.[1] ?? key
    return line !== '' && key !== undefined && !touched.has(key)
  })
}
