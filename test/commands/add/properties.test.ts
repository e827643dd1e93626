import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { examine } from '../../../src/load/examine.ts'
import { directoryWith } from '../../support/library.ts'
import { runCards } from '../../support/run-cards.ts'

/** Text of any kind that an argument can hold; what is trimmed away at its ends is not there to begin with. */
const text = fc
  .oneof(
    fc.string({ unit: 'grapheme', minLength: 1 }),
    fc.string({ unit: 'binary', minLength: 1 }).map(given => given.replaceAll('\0', '')),
    fc.constantFrom(
      '- x',
      'a: b',
      '# c',
      "it's",
      '"q"',
      'yes',
      '1984',
      '2026-02-06',
      '|',
      '[a]',
      '{',
      'a\nb',
      'x '.repeat(80),
    ),
  )
  .map(given => given.trim())
  .filter(given => given !== '' && !given.startsWith('-'))
const slug = fc.stringMatching(/^[a-z0-9]{1,8}(-[a-z0-9]{1,8}){0,2}$/)
const date = fc.constantFrom('2024', '2024-02', '2024-02-29')

const fields = fc.record(
  {
    title: text,
    label: text,
    authors: fc.array(text, { minLength: 1, maxLength: 3 }),
    published: date,
    venue: slug,
    language: fc.constantFrom('en', 'pt-BR'),
    abstract: text,
    summary: text,
    key_points: fc.array(text, { minLength: 1, maxLength: 3 }),
    relevance: text,
    review: text,
    notes: text,
    tags: fc.uniqueArray(slug, { minLength: 1, maxLength: 3 }),
    cited_by: fc.array(fc.constantFrom('a', 'b/c', 'D.e_f'), { minLength: 1, maxLength: 2 }),
    accessed: date,
    archive_url: fc.webUrl(),
  },
  { requiredKeys: ['title'] },
)

const OPTIONS: Record<string, string> = {
  authors: '--author',
  key_points: '--key-point',
  tags: '--tag',
  cited_by: '--cited-by',
  archive_url: '--archive-url',
}

describe('cards add', () => {
  it('writes cards that are read back to the fields that were given, by options or on standard input', async () => {
    await fc.assert(
      fc.asyncProperty(fields, fc.boolean(), async (given, isPiped) => {
        const card = { ...given, url: 'https://www.rfc-editor.org/rfc/rfc2606', type: 'web' }
        const flags = Object.entries(card).flatMap(([field, value]) =>
          [value].flat().map(item => `${OPTIONS[field] ?? `--${field}`}=${item}`),
        )
        const root = directoryWith({ 'cards/pages.yaml': '[]' })
        const args = ['add', ...(isPiped ? ['-'] : flags), '--no-fetch', '--id=aB3dE5gH7j']
        const { stderr, exitCode } = await runCards(args, { cwd: root, stdin: JSON.stringify(card) })
        expect({ exitCode, errors: exitCode === 0 ? '' : stderr }).toEqual({ exitCode: 0, errors: '' })
        const written = readFileSync(join(root, 'cards/aB3dE5gH7j.yaml'), 'utf8')
        expect(examine('card', written, '')).toEqual({
          value: { ...card, id: 'aB3dE5gH7j' },
          findings: [],
          omissions: [[]],
        })
      }),
      { numRuns: 150 },
    )
  }, 120_000)
})
