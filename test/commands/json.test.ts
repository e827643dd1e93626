import { Ajv2020 } from 'ajv/dist/2020.js'
import { describe, expect, it } from 'vitest'
import { commands } from '../../src/commands/index.ts'
import { schemas } from '../../src/load/schemas.ts'
import { resourceId } from '../../src/model/stable-id.ts'
import { cardText, directoryWith } from '../support/library.ts'
import { runCards } from '../support/run-cards.ts'

const A = 'aaaaaaaaa1'
const B = 'bbbbbbbbb2'

/** What each command with `--json` puts out, and the schema that promises it. */
const ROWS: readonly (readonly [schema: keyof typeof schemas, ...args: string[]])[] = [
  ['output-list', 'list'],
  ['output-card', 'show', A],
  ['output-list', 'show', A, B],
  ['output-search', 'search', 'card'],
  ['output-card', 'add', 'https://example.org/new', '--no-fetch', '--title', 'New', '--type', 'web'],
  ['output-edit', 'edit', A, '--set', 'language=en'],
  ['output-fetch', 'fetch', A, '--dry-run'],
  ['output-import', 'import', '-f', 'longterm-wiki', 'new.yaml'],
  ['output-retire', 'retire', A, '--reason', 'Gone.'],
  ['output-revive', 'revive', 'ccccccccc3'],
  ['output-merge', 'merge', A, B, '--yes'],
  ['output-move', 'move', 'example.org', 'example.net', '--yes'],
  ['output-dupes', 'dupes'],
  ['output-venues', 'venues'],
  ['output-venues', 'venues', 'one'],
  ['output-venues', 'venues', 'add', 'two', '--name', 'Two'],
  ['output-venues', 'venues', 'edit', 'one', '--set', 'credibility=3'],
  ['output-formats', 'export', '--formats'],
  ['output-formats', 'export', '--formats', 'json'],
  ['output-refs', 'refs', 'check', 'page.md'],
  ['output-refs', 'refs', 'rewrite', 'page.md', '--stable-ids', '--dry-run'],
  ['output-refs', 'refs', 'update', 'page.md', '--add-pages', '--yes'],
]

/** Commands whose JSON no schema promises. */
const WITHOUT_SCHEMA = ['rules']

const library = () =>
  directoryWith({
    [`cards/${A}.yaml`]: cardText(A, 'also_at: [https://example.org/same]').replace(
      'example.org/aaa',
      '127.0.0.1:9/aaa',
    ),
    [`cards/${B}.yaml`]: cardText(B, 'also_at: [https://example.org/same]'),
    'cards/retired/ccccccccc3.yaml': cardText(
      'ccccccccc3',
      'retired:',
      '  date: "2026-01-02"',
      '  reason: Gone.',
    ),
    'cards/venues.yaml': '- id: one\n  name: One\n',
    'new.yaml': '- url: https://example.org/other\n  title: Other\n  type: web\n',
    'page.md': `${A}, [[ccccccccc3]] and [[MDc4MjQ5Yj]] ${resourceId(`https://example.org/${B}`)}\n`,
  })

describe('JSON', () => {
  it.each(ROWS.map(([name, ...args]) => [name, args.join(' '), args] as const))(
    'fits %s for cards %s',
    async (name, _, args) => {
      const { stdout } = await runCards([...args, '--json'], { cwd: library() })
      const ajv = new Ajv2020({ strict: false, allErrors: true, schemas: Object.values(schemas) })
      const value: unknown = JSON.parse(stdout)
      ajv.validate(schemas[name].$id, value)
      expect(ajv.errors ?? []).toEqual([])
      expect(value).not.toEqual([])
    },
  )

  it('of a new card has just the fields that are asked for', async () => {
    const args = ['add', 'https://example.org/new', '--no-fetch', '--title', 'New', '--type', 'web']
    const { stdout } = await runCards([...args, '--fields', 'title,type'], { cwd: library() })
    expect(stdout).toBe('{\n  "title": "New",\n  "type": "web"\n}\n')
    const cwd = library()
    expect(await runCards([...args, '--fields', 'titel'], { cwd })).toMatchObject({
      stderr: 'error: Cards have no field `titel`.\nDid you mean `title`?\n',
      exitCode: 2,
    })
    expect((await runCards(['list', '--count', '-q'], { cwd })).stdout).toBe('2\n')
  })

  it.each([
    ['list'],
    ['show', A, B],
    ['search', 'card'],
    ['merge', A, B, '--dry-run'],
    ['dupes'],
    ['venues'],
    ['edit', A, B, '--set', 'language=en'],
  ])('is one item a line where it is an array: %s %s', async (...args) => {
    const { stdout } = await runCards([...args, '--json'], { cwd: library() })
    const items: unknown[] = JSON.parse(stdout)
    expect(stdout.split('\n')).toHaveLength(items.length + 3)
  })

  it('has a row here for every command that puts it out', async () => {
    const loaded = await Promise.all(
      commands.map(async ({ name, load }) => ({ name, command: await load() })),
    )
    const withJson = loaded.filter(({ command }) => 'json' in command.options).map(({ name }) => name)
    expect(new Set([...ROWS.map(([, command]) => command), ...WITHOUT_SCHEMA])).toEqual(new Set(withJson))
  })
})
