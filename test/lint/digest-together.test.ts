import { describe, expect, it } from 'vitest'
import { digestTogether } from '../../src/lint/digest-together.ts'
import { digestParts, digestWork } from '../../src/lint/digest-work.ts'
import { Digester } from '../../src/lint/digester.ts'
import type { DigestedPart } from '../../src/lint/part-digester.ts'
import { RulePlan } from '../../src/lint/rule-plan.ts'
import { ruleSettings } from '../../src/lint/rule-settings.ts'
import { RULES } from '../../src/lint/rules/index.ts'
import { DirectoryLibrary } from '../../src/load/directory-library.ts'
import { contentHash } from '../../src/load/memo/content-hash.ts'
import { findSettings } from '../../src/load/settings.ts'
import type { Helper } from '../../src/model/helper.ts'
import { directoryWith } from '../support/library.ts'

/** Cards of all kinds: good ones, flawed ones, one that is no YAML, with dates to come, comments and previews. */
const FILES = Object.fromEntries(
  Array.from({ length: 620 }, (_, i) => {
    const id = `aB3dE5g${100 + i}`
    const more = [
      '',
      'title: [\n',
      'published: "2027-01-01"\n',
      'nonsense: 1\n',
      'preview:\n  file: p.txt\n',
      '# cards-ignore url/*: so\n',
    ]
    const flaw = i % 50 === 0 ? (more[(i / 50) % more.length] ?? '') : ''
    return [`${id}.yaml`, `id: ${id}\nurl: https://a.example/${i}\ntitle: Title ${i}\ntype: web\n${flaw}`]
  }),
)

describe('linting with helpers', () => {
  it('finds what linting alone finds', async () => {
    expect(await digested(async helper => [helper, helper])).toEqual(await digested(async () => []))
  })

  it('finds it when a helper comes to an end', async () => {
    const ends: Helper = { do: () => Promise.reject(new Error('The thread has ended.')), end: () => {} }
    expect(await digested(async helper => [ends, helper])).toEqual(await digested(async () => []))
  })
})

async function digested(helpersWith: (helper: Helper) => Promise<Helper[]>): Promise<unknown> {
  const dir = directoryWith({ ...FILES, 'venues.yaml': '- id: a\n  name: A\n  domains: [a.example]\n' })
  const library = await new DirectoryLibrary(await findSettings({ cwd: dir, dir }), dir).unchecked()
  const { settings } = ruleSettings({}, [], RULES)
  const options = { ...settings, rules: RULES, today: '2026-06-15' }
  const digester = new Digester(library, options, new RulePlan(options))
  const work = structuredClone({ ...digestWork(library, options), isHashed: true })
  const doPart = await digestParts(work)
  const helper: Helper = {
    do: async part => structuredClone(await doPart(structuredClone(part))),
    end: () => {},
  }
  const bytes = { bytesOf: (path: string) => library.files.bytesOf(path), hash: contentHash }
  const parts = await digestTogether(library.files.paths, digester, bytes, await helpersWith(helper))
  return parts.map(comparable)
}

/** Without the days of those that have nothing else to tell: for all of a part these are told as one. */
function comparable({ digests, links, hashes }: DigestedPart): unknown {
  return {
    digests: digests.map(({ days, ...digest }) => JSON.stringify(digest)),
    rows: digests.map((_, i) => [...links.row(i)]),
    hashes: hashes.map(hash => Buffer.from(hash ?? []).toString('hex')),
  }
}
