import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Ajv2020 } from 'ajv/dist/2020.js'
import fc from 'fast-check'
import { loadAll } from 'js-yaml'
import { describe, expect, it } from 'vitest'
import type { Exporter } from '../../../src/export/exporter.ts'
import { csv } from '../../../src/export/formats/csv/csv.ts'
import { json, ndjson } from '../../../src/export/formats/json.ts'
import { yaml } from '../../../src/export/formats/yaml.ts'
import { scanCsv } from '../../../src/import/formats/csv/scan-csv.ts'
import { json as fromJson, ndjson as fromNdjson } from '../../../src/import/formats/own/json.ts'
import { yaml as fromYaml } from '../../../src/import/formats/own/yaml.ts'
import { schemas } from '../../../src/load/schemas.ts'
import { arbitraryCards } from '../../support/arbitrary-card.ts'
import { exported, imported } from '../../support/exported.ts'
import { cardText, directoryWith } from '../../support/library.ts'
import { runCards } from '../../support/run-cards.ts'

const ajv = new Ajv2020({ strict: false, allErrors: true, schemas: Object.values(schemas) })

function flaws(name: keyof typeof schemas, value: unknown) {
  ajv.validate(schemas[name].$id, value)
  return ajv.errors ?? []
}

/** Each data format: the schema that promises what it holds, and what of a text is held to it. */
const ROWS: readonly (readonly [Exporter, keyof typeof schemas, (text: string) => readonly unknown[]])[] = [
  [json, 'output-list', text => [JSON.parse(text)]],
  [ndjson, 'output-card', linesOf],
  [yaml, 'output-card', text => loadAll(text)],
  [csv, 'output-csv', rowObjects],
]

describe('what is exported', () => {
  it.each(ROWS.map(([exporter, ...row]) => [exporter.name, exporter, ...row] as const))(
    'as %s is as its schema says',
    (_, exporter, schema, valuesOf) => {
      fc.assert(
        fc.property(arbitraryCards(), cards => {
          const values = valuesOf(exported(exporter, cards).text)
          expect(values).not.toEqual([])
          for (const value of values) expect(flaws(schema, value)).toEqual([])
        }),
        { numRuns: 50 },
      )
    },
  )

  it('of the sample library is the same as json, ndjson and yaml, and comes back from each', async () => {
    const [array = '', ...others] = await Promise.all(
      ['json', 'ndjson', 'yaml'].map(async format => (await runCards(['export', '-f', format])).stdout),
    )
    const cards: { readonly cited_by?: readonly { readonly id: string }[] }[] = JSON.parse(array)
    expect(cards).toHaveLength(29)
    expect([linesOf(others[0] ?? ''), loadAll(others[1] ?? '')]).toEqual([cards, cards])
    const derived = ['preview', 'resource_id', 'effective_credibility', 'path']
    const expected = cards.map(card => {
      const said = Object.entries(card).filter(([field]) => !derived.includes(field))
      const pages = card.cited_by?.map(({ id }) => id)
      return { ...Object.fromEntries(said), ...(pages ? { cited_by: pages } : {}) }
    })
    expect(imported(fromJson, array).fields).toEqual(expected)
    expect(imported(fromNdjson, others[0] ?? '').fields).toEqual(expected)
    expect(imported(fromYaml, others[1] ?? '').fields).toEqual(expected)
  })

  it('as csv has every column that its schema describes, and no other', () => {
    expect(csv.choice?.names).toEqual(Object.keys(schemas['output-csv'].properties))
  })

  it('is reported as the schema of reports says', async () => {
    const cwd = directoryWith({
      'cards/aaaaaaaaa1.yaml': cardText('aaaaaaaaa1', 'preview:', '  file: x.txt'),
    })
    const { exitCode } = await runCards(['export', '-f', 'csv', '--report', 'lost.json', '--strict'], { cwd })
    const report: unknown = JSON.parse(readFileSync(join(cwd, 'lost.json'), 'utf8'))
    expect(flaws('output-export', report)).toEqual([])
    expect([exitCode, report]).toEqual([
      1,
      {
        format: 'csv',
        cards: 1,
        losses: [{ field: 'preview', what: 'dropped', count: 1, cards: ['aaaaaaaaa1'] }],
      },
    ])
  })
})

/** The rows of a table as objects of the texts in their cells. */
function rowObjects(text: string): object[] {
  const [heading, ...rows] = scanCsv(text).rows
  return rows.map(({ cells }) => Object.fromEntries(cells.map((cell, i) => [heading?.cells[i] ?? '', cell])))
}

function linesOf(text: string): unknown[] {
  return text
    .trim()
    .split('\n')
    .map(line => JSON.parse(line))
}
