import { parseArgs } from 'node:util'

const USAGE =
  'node test/bench/speed.js [--runs 15] [--sizes 100,6000,10000,100000] [--only show,lint] [--json FILE] [--markdown]'

/**
 * @param {string[]} args of `npm run bench`
 * @throws when one of them is none that there is
 */
export function optionsFrom(args) {
  const { values } = parseArgs({
    args,
    options: {
      runs: { type: 'string', default: '15' },
      sizes: { type: 'string', default: '100,6000,10000,100000' },
      only: { type: 'string' },
      json: { type: 'string' },
      markdown: { type: 'boolean', default: false },
    },
  })
  const sizes = values.sizes.split(',').map(Number)
  const runs = Number(values.runs)
  if (![runs, ...sizes].every(number => Number.isInteger(number) && number > 0))
    throw new Error(`Usage: ${USAGE}`)
  return {
    runs,
    sizes: [...new Set(sizes)].sort((a, b) => a - b),
    /** Beginnings of names of what is measured. */
    only: values.only?.split(','),
    json: values.json,
    isMarkdown: values.markdown,
  }
}
