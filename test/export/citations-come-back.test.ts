import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { exportCards } from '../../src/export/export-cards.ts'
import { exporterNamed } from '../../src/export/formats-known.ts'
import { openLibrary } from '../../src/load/open-library.ts'
import type { CardFields } from '../../src/model/card.ts'
import { comparable } from '../support/exported.ts'
import { gainedFields, keptFields } from '../support/kept-fields.ts'
import { directoryWith } from '../support/library.ts'
import { runCards, SAMPLE } from '../support/run-cards.ts'

const VENUES = readFileSync(join(SAMPLE, 'venues.yaml'), 'utf8')
const ENDINGS = { bibtex: 'bib', biblatex: 'bib', ris: 'ris', 'csl-json': 'csl.json' }
const FORMATS = Object.entries(ENDINGS)

/** Cards on which readers of bibliographies stumble: texts that act, names that part, addresses that tell IDs. */
const HOSTILE = {
  'cards/venues.yaml': VENUES,
  'cards/AAAAAAAAA1.yaml': String.raw`id: AAAAAAAAA1
url: https://example.org/%7Ea_b?c=1&d=#e
doi: 10.1002/(SICI)1097-4636(199623)32:3<1::AID>3.0;2-E
title: '@misc{x, title = {\input{/etc/passwd}}} & 50% of $x_1$ "ER  - "'
type: blog
authors:
  - { literal: 'Barnes and Noble, Inc.' }
  - { family: de la Cruz, given: Juana }
  - 'Ludwig van Beethoven'
published: 2019-03
notes: |-
  =cmd() </script> R&D a < b

  Second – with “quotes” --- and {braces
tags: [a, b-c]
`,
  'cards/aaaaaaaaB2.yaml': `id: aaaaaaaaB2
arxiv: 1805.00899
title: Known by its number
type: paper
also_at: [https://example.org/b, https://example.org/c]
`,
  'cards/0000000001.yaml': `id: '0000000001'
url: https://arxiv.org/abs/2301.10140
title: 学習 — العربية
type: paper
venue: arxiv
language: zh
`,
  'cards/1234567890.yaml': `id: '1234567890'
doi: 10.1000/ABC_d
title: With a DOI only
type: paper
also_at: [https://example.org/d]
`,
}

const fieldsOf = async (cwd: string) => {
  const { stdout } = await runCards(['export', '-f', 'ndjson'], { cwd })
  const lines = stdout.split('\n').filter(line => line !== '')
  return new Map(lines.map(line => JSON.parse(line) as CardFields).map(fields => [fields.id, fields]))
}

const imported = (file: string, cwd: string, ...options: string[]) =>
  runCards(['import', file, '--map', 'key=id', ...options], { cwd })

describe.each([
  ['the sample library', () => directoryWith({ 'cards.config.yaml': `dir: ${SAMPLE}\n` })],
  ['a hostile one', () => directoryWith({ 'cards.config.yaml': 'dir: cards\n', ...HOSTILE })],
] as const)('%s', (_, open) => {
  it.each(FORMATS)(
    'comes back out of %s under its IDs, with all that the format keeps',
    async (format, ending) => {
      const cwd = open()
      const file = `refs.${ending}`
      const options = ['-f', format, '-o', file]
      expect((await runCards(['export', ...options], { cwd })).exitCode).toBe(0)
      const { cards, text, losses } = await exportCards(
        await openLibrary({ cwd, dir: undefined, config: undefined }),
        { format },
      )
      expect([...text].join('')).toBe(readFileSync(join(cwd, file), 'utf8'))
      const empty = directoryWith({ [file]: readFileSync(join(cwd, file)), 'cards/venues.yaml': VENUES })
      const { stderr, exitCode } = await imported(file, empty, '-f', format)
      expect({ stderr, exitCode }).toEqual({ stderr: '', exitCode: 0 })
      const read = await fieldsOf(empty)
      expect([...read.keys()].sort()).toEqual(cards.map(({ id }) => id).sort())
      for (const card of cards) {
        const back = comparable(read.get(card.id) ?? {})
        expect(back).toMatchObject(keptFields(exporterNamed(format), card, losses()))
        expect(gainedFields(card, asCard(back))).toEqual([])
      }
      const again = await imported(
        file,
        empty,
        '-f',
        format,
        '--on-duplicate',
        'update',
        '--overwrite',
        'all',
        '--json',
      )
      expect(JSON.parse(again.stdout)).toMatchObject({
        updated: [],
        differences: [],
        unreadable: [],
        counts: { cards: 0 },
      })
    },
  )

  it.each([...FORMATS, ['csv', 'csv']])(
    'differs in nothing from its own export as %s',
    async (format, ending) => {
      const cwd = open()
      const file = join(cwd, `refs.${ending}`)
      await runCards(['export', '-f', format, '-o', file], { cwd })
      const { stdout } = await runCards(
        ['import', file, '-f', format, '--on-duplicate', 'update', '--dry-run', '--json'],
        { cwd },
      )
      const { text, losses } = await exportCards(
        await openLibrary({ cwd, dir: undefined, config: undefined }),
        { format },
      )
      expect([...text]).not.toEqual([])
      const changed = losses().filter(({ what }) => what === 'changed')
      const { differences } = JSON.parse(stdout) as { differences: { key: string; id: string }[] }
      const untold = differences.filter(
        ({ key, id }) => !changed.some(({ field, cards }) => field === key && cards.includes(id)),
      )
      expect(untold).toEqual([])
    },
  )
})

/** Without what the JSON of a card says besides its fields. */
function asCard(fields: Partial<CardFields>): Partial<CardFields> {
  const own = Object.entries(fields).filter(
    ([key]) => !['resource_id', 'path', 'effective_credibility', 'effective_venue'].includes(key),
  )
  return Object.fromEntries(own)
}
