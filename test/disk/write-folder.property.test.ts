import { mkdirSync, readFileSync, rmSync, unlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { writeFolder } from '../../src/disk/write-folder.ts'
import { CardsError } from '../../src/model/errors.ts'
import { MANIFEST_NAME } from '../../src/model/export-manifest.ts'
import { filesOf, leftoversOf } from '../support/library-files.ts'
import { temporaryFolder } from './child-process.ts'

const path = fc.constantFrom('a.md', 'b.md', 'sub/c.md', 'sub/d.md')
const others = fc.constantFrom('removed' as const, 'kept' as const)
const texts = fc.dictionary(path, fc.constantFrom('1', '2'))

/** What happens to a folder: an export, one that stops at its n-th file, or what people do. */
const step = fc.oneof(
  fc.record({ kind: fc.constant('export' as const), texts, others, isForced: fc.boolean() }),
  fc.record({ kind: fc.constant('stopped' as const), texts, others, at: fc.nat(3) }),
  fc.record({ kind: fc.constant('edit' as const), path }),
  fc.record({ kind: fc.constant('delete' as const), path }),
)

it('never loses what people made, and holds what was wanted whenever it says so', {
  timeout: 60_000,
}, async () => {
  const dir = join(temporaryFolder(), 'site')
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 8 }), async steps => {
      rmSync(dir, { recursive: true, force: true })
      mkdirSync(join(dir, 'sub'), { recursive: true })
      writeFileSync(join(dir, 'own.md'), 'own')
      // What somebody made where no export had been, and edits of what one had made.
      const [own, edits] = [new Map([['own.md', 'own']]), new Map<string, string>()]
      for (const [i, { ...at }] of steps.entries()) {
        if (at.kind === 'edit' || at.kind === 'delete') {
          const isOurs = filesOf(dir).has(at.path) && !own.has(at.path)
          const known = JSON.stringify(manifestOf(dir)).includes(`"${at.path}"`)
          if (at.kind === 'edit') {
            mkdirSync(join(dir, 'sub'), { recursive: true })
            writeFileSync(join(dir, at.path), `by hand ${i}`)
            ;(isOurs || known ? edits : own).set(at.path, `by hand ${i}`)
          } else if (filesOf(dir).has(at.path)) {
            unlinkSync(join(dir, at.path))
            own.delete(at.path)
            edits.delete(at.path)
          }
          continue
        }
        const before = filesOf(dir)
        const error = await exportTo(dir, at)
        const now = filesOf(dir)
        for (const [name, text] of own) expect(now.get(name)).toBe(text)
        if (at.others === 'kept') expect([...now.keys()]).toEqual(expect.arrayContaining([...before.keys()]))
        const isForced = at.kind === 'export' && at.isForced
        if (!isForced) for (const [name, text] of edits) expect(now.get(name)).toBe(text)
        if (error === undefined) {
          const wanted = new Map([...own, ...Object.entries(at.texts)])
          for (const [name, text] of wanted) expect(now.get(name)).toBe(text)
        } else if (error instanceof CardsError) expect(error.message).toMatch(/did not make|somebody changed/)
        for (const [name] of edits) if (now.get(name) !== edits.get(name)) edits.delete(name)
        expect(leftoversOf(dir).filter(name => name !== MANIFEST_NAME)).toEqual([])
      }
    }),
    { numRuns: 150 },
  )
})

type Run =
  | { kind: 'export'; texts: Record<string, string>; others: 'removed' | 'kept'; isForced: boolean }
  | { kind: 'stopped'; texts: Record<string, string>; others: 'removed' | 'kept'; at: number }

async function exportTo(dir: string, run: Run): Promise<unknown> {
  let rounds = 0
  const files = {
    *[Symbol.iterator]() {
      const isWriting = rounds++ > 0
      for (const [i, [path, text]] of Object.entries(run.texts).entries()) {
        if (isWriting && run.kind === 'stopped' && i === run.at) throw new Error('stopped')
        yield { path, text }
      }
    },
  }
  try {
    const isForced = run.kind === 'export' && run.isForced
    await writeFolder(dir, files, { name: 'site', extension: 'md', isForced, others: run.others })
    return undefined
  } catch (error) {
    return error
  }
}

function manifestOf(dir: string): unknown {
  try {
    return JSON.parse(readFileSync(join(dir, MANIFEST_NAME), 'utf8'))
  } catch {
    return {}
  }
}
