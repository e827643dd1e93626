import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { fixLibrary } from '../../src/lint/fix-library.ts'
import { RULES } from '../../src/lint/rules/index.ts'
import { readDocument } from '../../src/load/yaml-document.ts'
import { exampleLinter, lintExample, textUnder } from '../support/lint-example.ts'

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

  it('places what it finds in its bad examples on a key or a value, from the first character to the last', async () => {
    for (const example of rule.examples.bad) {
      const linted = await lintExample(example, id)
      for (const [i, under] of textUnder(linted).entries()) {
        const finding = linted.findings[i]
        if (!finding || finding.pointer === '') continue
        const { value } = linted.sourceOf(finding.file)
        const key = finding.pointer.slice(finding.pointer.lastIndexOf('/') + 1)
        if (under !== key)
          expect([under, readDocument(`- ${under}\n`).value]).toEqual([
            under,
            [valueAt(value, finding.pointer)],
          ])
      }
    }
  })

  it.each(rule.examples.good.map((example, i) => [i + 1, example] as const))(
    'finds nothing in good example %i',
    async (_, example) => {
      expect((await lintExample(example, id)).findings).toEqual([])
    },
  )

  if (rule.fixes !== undefined) {
    it('fixes its bad examples so that nothing fixable is left', async () => {
      let fixedCount = 0
      for (const example of rule.examples.bad) {
        const lint = await exampleLinter(example, id)
        const { fixed, linted } = await fixLibrary(await lint(), lint, () => true)
        expect(linted.findings.filter(finding => finding.fix)).toEqual([])
        fixedCount += fixed.length
      }
      expect(fixedCount).toBeGreaterThan(0)
    })
  }
})

/** The value at a JSON Pointer without escapes. */
function valueAt(root: unknown, pointer: string): unknown {
  return pointer
    .split('/')
    .slice(1)
    .reduce<unknown>((value, step) => (value as Record<string, unknown> | undefined)?.[step], root)
}
