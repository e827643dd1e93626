import { fixLibrary } from '../../src/lint/fix-library.ts'
import type { Example } from '../../src/lint/rule.ts'
import { asLibrary, exampleLinter } from './lint-example.ts'

const FILE = 'aB3dE5gH7j.yaml'

/** The text of an example's file after all fixes of one rule, till there are none. */
export async function fixedFile(example: Example, rule: string, file = FILE): Promise<string> {
  const lint = await exampleLinter(example, rule)
  const first = await lint()
  const { files } = await fixLibrary(first, lint, finding => finding.rule === rule)
  return Buffer.from(files.get(file) ?? first.sourceOf(file).bytes).toString('utf8')
}

/** The lines of a card after all fixes of one rule, without those that were added to make it a card. */
export async function fixExample(lines: string, rule: string): Promise<string> {
  const whole = asLibrary(lines).files[FILE] ?? ''
  return (await fixedFile(lines, rule)).slice(whole.length - lines.length)
}
