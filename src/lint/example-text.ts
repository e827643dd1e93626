import type { Example } from './rule.ts'

/** An example as it would stand in files, each below its name in a comment. */
export function exampleText(example: Example): string {
  if (typeof example === 'string') return example.trimEnd()
  const { files, links = {}, before = {}, tags, baseline } = example
  const parts = [
    ...(tags === undefined ? [] : [['cards.config.yaml', `tags: [${tags.join(', ')}]`]]),
    ...Object.entries(before).map(([path, text]) => [`${path}, before`, text]),
    ...Object.entries(files).map(([path, text]) => [path, text]),
    ...Object.entries(links).map(([path, target]) => [`${path}, a link to ${target}`, '']),
    ...(baseline === undefined ? [] : [['lint-baseline.txt', baseline]]),
  ]
  return parts.map(([name, text = '']) => `# ${name}\n${text.trimEnd()}`.trimEnd()).join('\n\n')
}
