import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { CardField } from '../../../../src/export/format-facts.ts'
import { csv } from '../../../../src/export/formats/csv/csv.ts'
import type { Loss } from '../../../../src/export/loss.ts'
import { csv as importer } from '../../../../src/import/formats/csv/csv.ts'
import { scanCsv } from '../../../../src/import/formats/csv/scan-csv.ts'
import type { Card, CardFields } from '../../../../src/model/card.ts'
import { card } from '../../../model/cards.ts'
import { arbitraryCards } from '../../../support/arbitrary-card.ts'
import { consume, itWith } from '../../../support/consumers.ts'
import { comparable, exported, imported } from '../../../support/exported.ts'
import { runCards, SAMPLE } from '../../../support/run-cards.ts'

const A = card('aaaaaaaaa1', {
  url: 'https://example.org/a',
  title: 'Say "no", twice',
  authors: [{ given: 'Maria', particle: 'de', family: 'Leo' }, 'OpenAI', { literal: 'John Smith' }],
  key_points: ['One; two.', '=Three'],
  notes: '=1+1\n- item',
  tags: ['rl', 'ml'],
  forum: { karma: -3 },
  extra: { open: true, from: ['x', '-y'] },
})
const B = card('bbbbbbbbb2', { doi: '10.1000/b', title: "'=x" })

const cellsOf = (cards: readonly Card[], ...columns: string[]) =>
  scanCsv(exported(csv, cards, columns).text).rows.map(({ cells }) => cells)

describe('a table', () => {
  it('has a row a card that ends with CR LF, under the names of all columns', () => {
    const { text, losses } = exported(csv, [A, B])
    const [heading, ...rows] = text.split('\r\n')
    expect(heading).toBe(
      'id,url,doi,arxiv,isbn,pmid,also_at,title,label,type,authors,published,venue,language,abstract,summary,' +
        'key_points,relevance,review,notes,credibility.rating,credibility.reason,tags,cited_by,forum.karma,' +
        'forum.comments,forum.answers,accessed,archive_url,fetch.at,fetch.status,fetch.http_status,' +
        'fetch.content_hash,fetch.file,aliases,extra.from,extra.open,effective_credibility.rating,' +
        'effective_credibility.label,effective_credibility.from,effective_credibility.venue',
    )
    expect(rows).toEqual([
      `aaaaaaaaa1,https://example.org/a,,,,,,"Say ""no"", twice",,,"de Leo, Maria; OpenAI; {John Smith}",,,,,,` +
        `"One; two.\n'=Three",,,"'=1+1\n- item",,,"rl; ml",,-3,,,,,,,,,,,"x; '-y",true,3,Good,url,lesswrong`,
      `bbbbbbbbb2,,10.1000/b,,,,,''=x,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,`,
      '',
    ])
    expect(losses).toEqual([])
  })

  it('has the columns that are chosen, in their order', () => {
    expect(exported(csv, [A, B], ['path', 'title', 'resource_id', 'extra.open', 'extra.none']).text).toBe(
      'path,title,resource_id,extra.open,extra.none\r\n' +
        'aaaaaaaaa1.yaml,"Say ""no"", twice",b5b10dd0429e69ac,true,\r\n' +
        "bbbbbbbbb2.yaml,''=x,,,\r\n",
    )
  })

  it('of one column has no blank line, and without cards just its heading', () => {
    expect(exported(csv, [B, A], ['url']).text).toBe('url\r\n""\r\nhttps://example.org/a\r\n')
    expect(exported(csv, [], ['url']).text).toBe('url\r\n')
  })

  it('tells what a cell cannot hold', () => {
    const odd = card('aaaaaaaaa1', {
      title: ' two\r\nlines ',
      notes: 'a\0b\x1b[31m\r',
      label: '\u2003',
      key_points: ['one\n\nparagraph', 'two'],
      authors: [
        { literal: 'A', orcid: '0000-0002-1825-0097' },
        { family: '{B}', given: 'C' },
      ],
      language: 'english',
      doi: '10.1000/x..',
    })
    expect(cellsOf([odd], 'title', 'notes', 'label', 'key_points', 'authors', 'language')[1]).toEqual([
      'two lines',
      'a\ufffdb\ufffd[31m',
      '',
      'one paragraph; two',
      'A; {C B}',
      'english',
    ])
    const told = exported(csv, [odd]).losses.map(({ what, field, why }) => [what, field, why].join(' '))
    expect(told.sort()).toEqual([
      'changed authors a name without parts',
      'changed doi its usual form, when it is imported',
      'changed key_points each item on one line',
      'changed language its usual form, when it is imported',
      'changed notes control characters, each now a line break or \ufffd',
      'changed notes no white space at its ends',
      'changed title control characters, each now a line break or \ufffd',
      'changed title no white space at its ends',
      'changed title on one line, with single spaces',
      'dropped authors.orcid ',
      'dropped label only white space',
    ])
  })

  it.each(['calm', 'hostile'] as const)('comes back as it was, but for what it told: %s texts', texts => {
    fc.assert(
      fc.property(arbitraryCards({ texts }), cards => {
        const { text, losses } = exported(csv, cards)
        const { fields, batch } = imported(importer, text)
        expect(batch.unreadable).toEqual([])
        const expected = cards.map(each => due(each, losses))
        const returned = fields.map((each, i) => only(Object.keys(expected[i] ?? {}), each))
        expect(returned).toEqual(expected)
      }),
      { numRuns: 100 },
    )
  })

  it('of the sample library comes back as it was', async () => {
    const told = await runCards(['export', '-f', 'csv', '--dir', SAMPLE])
    const { stdout } = await runCards(['export', '-f', 'ndjson', '--dir', SAMPLE])
    const { fields } = imported(importer, told.stdout)
    expect([fields.length, told.exitCode]).toEqual([29, 0])
    const lost = ['preview', 'resource_id', 'effective_credibility', 'path']
    for (const [i, line] of stdout.trim().split('\n').entries()) {
      const said = JSON.parse(line)
      const kept = Object.keys(said).filter(field => !lost.includes(field))
      const pages = said.cited_by?.map(({ id }: { id: string }) => id)
      expect(fields[i]).toEqual(only(kept, { ...said, ...(pages ? { cited_by: pages } : {}) }))
    }
  })

  itWith('python3')("is read by Python's csv, cell by cell, as it was meant", () => {
    const program = `import csv, json, sys
csv.field_size_limit(1 << 30)
table = open(0, newline='', encoding='utf-8')
print(json.dumps(list(csv.reader(table, strict=True))))`
    const long = card('longlonglo', { title: `=${'x'.repeat(1_000_000)}`, notes: '"\n'.repeat(100_000) })
    fc.assert(
      fc.property(arbitraryCards({}, { minLength: 60, maxLength: 60 }), cards => {
        const { text } = exported(csv, [...cards, long])
        const { stdout, stderr } = consume('python3', ['-c', program], text)
        const expected = scanCsv(text).rows.map(({ cells }) => cells)
        expect([stderr, JSON.parse(stdout)]).toEqual(['', expected])
        expect(expected.at(-1)?.[7]).toBe(`'${long.fields.title}`)
      }),
      { numRuns: 1, endOnFailure: true },
    )
  })
})

/** What must come back: without fields that no column holds, and those of which a loss was told. */
function due({ id, fields }: Card, losses: readonly Loss[]): Partial<CardFields> {
  const lost = losses.filter(({ cards }) => cards.includes(id)).map(({ field }) => field)
  const kept = Object.keys(fields).filter(
    field =>
      csv.keeps[field as CardField] !== undefined &&
      !lost.some(name => name !== 'authors.orcid' && name.replace(/\..*$/, '') === field),
  )
  const authors = comparable(fields).authors?.map(author => {
    if (typeof author !== 'object') return author
    const { orcid: _, ...name } = author
    return name
  })
  return only(kept, { ...fields, ...(authors ? { authors } : {}) })
}

function only(keys: readonly string[], fields: Partial<CardFields>): Partial<CardFields> {
  return Object.fromEntries(Object.entries(fields).filter(([key]) => keys.includes(key)))
}
