import { entryText } from '../../edit/value-text.ts'

/**
 * The config of a new library: where it is, and every other setting as a comment, to be taken out of it.
 * @param dir the library's directory, relative to the config, with forward slashes
 */
export function configText(dir: string, schema: string | undefined): string {
  const modeline = schema === undefined ? '' : `# yaml-language-server: $schema=${schema}\n`
  const where = entryText('dir', dir, 0, { list: 2, map: 2 })
  return `${modeline}# Settings of this library of source cards. Take the \`# \` away from those that you want to change;
# \`cards schema config\` tells all there is to them.

# The directory of the cards, relative to this file.
${where}

# Where a new card is written: flat is ID.yaml; sharded is ID.yaml in a folder of the ID's first two characters,
# for many thousands of cards.
# layout: flat

# The folder below the directory into which new cards go.
# folder: inbox

# The schema that new cards name in their first line, for editors; none for no such line.
# schema: none

# Queries that you often ask, by name: cards list @core
# filters:
#   core: credibility:4.. has:summary

# Fields of your own, below \`extra\` in each card.
# extra:
#   funder: { type: string, description: Who paid for the work. }

# The only tags that cards may have. Without this, any.
# tags: [interpretability, governance]

# Where metadata is asked for.
# fetch:
#   doi_resolver: https://doi.org/
#   arxiv: https://arxiv.org/

# What \`cards lint\` checks: \`cards rules\` lists the rules, with error, warning, info or off for each.
# lint:
#   rules:
#     text/summary: warning
#   ignore: [drafts/**]
`
}
