import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { cardText, directoryWith } from '../support/library.ts'
import { runCards } from '../support/run-cards.ts'

const library = () =>
  directoryWith({
    'cards/aaaaaaaaa1.yaml': cardText('aaaaaaaaa1', 'tags: [x]'),
    'cards/bbbbbbbbb2.yaml': cardText('bbbbbbbbb2'),
  })

describe('cards export', () => {
  it('writes the cards that a query matches', async () => {
    const { stdout } = await runCards(['export', 'tag:x', '-f', 'ndjson', '--fields', 'id,title'], {
      cwd: library(),
    })
    expect(stdout).toBe('{"id":"aaaaaaaaa1","title":"Card aaaaaaaaa1"}\n')
  })

  it('writes the cards that are named on standard input, in their order', async () => {
    const { stdout } = await runCards(['export', '-', '-f', 'ndjson', '--fields', 'id'], {
      cwd: library(),
      stdin: 'bbbbbbbbb2\naaaaaaaaa1\n',
    })
    expect(stdout).toBe('{"id":"bbbbbbbbb2"}\n{"id":"aaaaaaaaa1"}\n')
  })

  it('tells the format by the name of the file', async () => {
    const cwd = library()
    const { stdout, stderr } = await runCards(['export', '-o', 'out.json', '--fields', 'id'], { cwd })
    expect([stdout, stderr]).toEqual(['', '2 cards in out.json.\n'])
    expect(JSON.parse(readFileSync(join(cwd, 'out.json'), 'utf8'))).toEqual([
      { id: 'aaaaaaaaa1' },
      { id: 'bbbbbbbbb2' },
    ])
  })
})
