import { listed } from '../model/listed.ts'
import { keylessNotes } from './citation-key-option.ts'
import { defineCommand, type Result } from './command.ts'
import { flag, text } from './option.ts'
import { checkRefs } from './refs/check.ts'
import { requestOf } from './refs/request.ts'
import { rewriteRefs } from './refs/rewrite.ts'
import { updateRefs } from './refs/update.ts'
import { writeOptions } from './refs/write-options.ts'

export const refs = defineCommand({
  usage: '[check|rewrite|update] [document...]',
  description:
    'What documents cite, in Markdown, MDX, LaTeX and HTML: stable IDs, resource IDs, aliases, URLs, DOIs and arXiv numbers of cards wherever they stand, and what is written as a reference: `[@key]`, `\\cite{key}`, `<R id="…">`, `data-card="…"`, `[[…]]`, `cards:…`, links such as `/sources/…`. Comments and code cite nothing. `check` tells of IDs that no card has, of retired cards, and of old IDs and citation keys; `rewrite` puts present names for old ones; `update` writes `cited_by` from what documents cite. Documents are files, folders or globs, in quotes so that the shell leaves them: \'docs/**/*.md\'.',
  examples: [
    ["cards refs check 'content/**'", 'unknown and old IDs, and uses of retired cards'],
    ['cards refs check paper.tex --json', 'the same as JSON, with what each document cites'],
    ["cards refs rewrite 'content/**' --dry-run", 'what would change'],
    ["cards refs update 'content/**' --yes", 'who cites what, into the cards'],
  ],
  options: {
    key: text(
      '--key <scheme>',
      'check, rewrite, update: documents also use these citation keys, as `extra.NAME` (default: author-year-title)',
    ),
    json: flag('--json', 'check, rewrite, update: as JSON'),
    ...writeOptions,
  },
  async run(context, args, options): Promise<Result> {
    const { action, patterns } = requestOf(args, options)
    const done = await ACTIONS[action](context, patterns, options)
    const keyless = keylessNotes(options.key, await listed(context.library.cards()))
    return { ...done, notes: [...(done.notes ?? []), ...keyless] }
  },
})

const ACTIONS = { check: checkRefs, rewrite: rewriteRefs, update: updateRefs }
