import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { applyEdits } from '../../src/edit/text-edits.ts'
import type { Linted } from '../../src/lint/lint.ts'
import type { Example } from '../../src/lint/rule.ts'
import { RULES } from '../../src/lint/rules/index.ts'
import type { Finding } from '../../src/model/finding.ts'
import { asLibrary, lintExample } from '../support/lint-example.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))

describe.each(RULES.map(rule => [rule.id, rule] as const))('%s', (id, rule) => {
  it('has words, examples, a file and a test', () => {
    expect(rule.summary).toMatch(/^\S.{10,110}[^.]$/)
    expect(rule.why).toMatch(/^[A-Z`].*\.$/s)
    expect(rule.examples.bad.length).toBeGreaterThan(0)
    expect(rule.examples.good.length).toBeGreaterThan(0)
    expect(existsSync(`${root}/src/lint/rules/${id}.ts`)).toBe(true)
    expect(existsSync(`${root}/test/lint/rules/${id}.test.ts`)).toBe(true)
  })

  it.each(rule.examples.bad.map((example, i) => [i + 1, example] as const))(
    'finds exactly what is wrong in bad example %i',
    async (_, example) => {
      const { findings } = await lintExample(example, id)
      expect(findings.map(finding => finding.rule)).toContain(id)
      expect(findings.filter(finding => finding.rule !== id)).toEqual([])
      for (const finding of findings) {
        expect(finding.message).toMatch(/[.?]$/)
        expect(finding.help).toMatch(/[.?`)\]]$/)
        if (finding.fix) expect(rule.fixes).toMatch(finding.fix.safe ? /\bsafe\b/ : /\bunsafe\b/)
      }
    },
  )

  it.each(rule.examples.good.map((example, i) => [i + 1, example] as const))(
    'finds nothing in good example %i',
    async (_, example) => {
      expect((await lintExample(example, id)).findings).toEqual([])
    },
  )

  if (rule.fixes !== undefined) {
    it('fixes its bad examples so that nothing fixable is left', async () => {
      const fixed: boolean[] = []
      for (const example of rule.examples.bad) {
        const before = await lintExample(example, id)
        const fixable = before.findings.filter(finding => finding.fix)
        if (fixable.length === 0) continue
        const after = await fixedUp(example, before, id)
        expect(after.findings.filter(finding => finding.fix)).toEqual([])
        fixed.push(true)
      }
      expect(fixed).toContain(true)
    })
  }
})

/** Applies the first fix of each file, again and again. */
async function fixedUp(example: Example, first: Linted, id: string): Promise<Linted> {
  let library = asLibrary(example)
  let linted = first
  for (let round = 0; round < 20 && linted.findings.some(({ fix }) => fix); round++) {
    const files = { ...library.files }
    for (const path of new Set(linted.findings.filter(({ fix }) => fix).map(({ file }) => file)))
      files[path] = withFirstFix(linted, path)
    library = { ...library, files }
    linted = await lintExample(library, id)
  }
  return linted
}

function withFirstFix(linted: Linted, path: string): string {
  const source = linted.sourceOf(path)
  const fix = linted.findings.find((finding: Finding) => finding.file === path && finding.fix)?.fix
  const mark = source.hasByteOrderMark && !fix?.removesByteOrderMark ? '\ufeff' : ''
  const edits = (fix?.edits ?? []).map(({ range, text }) => ({ span: source.span(range), text }))
  return mark + applyEdits(source.text, edits)
}
