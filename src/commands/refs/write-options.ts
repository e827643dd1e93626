import { flag, text, type Values } from '../option.ts'

/** The options of `cards refs rewrite` and `cards refs update`; each says which of them it is for. */
export const writeOptions = {
  yes: flag('-y, --yes', 'rewrite, update: do not ask'),
  dryRun: flag('--dry-run', 'rewrite, update: write nothing, show the difference'),
  stableIds: flag('--stable-ids', 'rewrite: resource IDs become stable IDs, too'),
  addPages: flag('--add-pages', 'update: add the documents that cite to pages.yaml, where it lacks them'),
  page: text('--page <id>', 'update: all the documents are this page, as the chapters of a paper are'),
}

/** What they were given; `--json` and `--key` are for all of `cards refs`. */
export type WriteOptions = Values<typeof writeOptions> & {
  readonly json: boolean
  readonly key?: string | undefined
}
