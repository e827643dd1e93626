import { didYouMean } from '../model/did-you-mean.ts'
import { CardsError } from '../model/errors.ts'
import { defineCommand } from './command.ts'

export const schema = defineCommand({
  usage: '[name]',
  description:
    'Prints a JSON Schema (draft 2020-12): card, venues, pages or config for what is written by hand, output-card, output-lint, output-list, output-search, output-venues, output-import, output-edit, output-fetch, output-dupes, output-merge, output-move, output-retire, output-revive or output-formats for what --json gives, output-csv for a row of `cards export --format csv`, output-export for what its --report writes, export-manifest for the list that it keeps in a folder. Without a name, lists them.',
  examples: [
    ['cards schema', 'which schemas there are'],
    ['cards schema card > card.schema.json', 'a copy for an editor or another validator'],
  ],
  options: {},
  async run(_context, [name, ...others]) {
    const { schemas } = await import('../load/schemas.ts')
    const names = Object.keys(schemas)
    if (others.length > 0)
      throw new CardsError('usage', 'One schema at a time.', `They are ${names.join(', ')}.`)
    if (name === undefined) {
      const width = Math.max(...names.map(known => known.length))
      const rows = Object.entries(schemas).map(
        ([known, { title }]) => `${known.padEnd(width)}  ${title ?? ''}\n`,
      )
      return { text: rows.join(''), exitCode: 0 }
    }
    const found = Object.entries(schemas).find(([known]) => known === name)?.[1]
    if (found) return { text: `${JSON.stringify(found, null, 2)}\n`, exitCode: 0 }
    const hint = didYouMean(name, names, `They are ${names.join(', ')}.`)
    throw new CardsError('usage', `There is no schema \`${name}\`.`, hint)
  },
})
