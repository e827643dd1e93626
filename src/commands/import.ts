import { join, resolve } from 'node:path'
import { withLock } from '../disk/lock.ts'
import { makeDirectory } from '../disk/make-directory.ts'
import { writeChanges } from '../disk/write-changes.ts'
import { writeOutput } from '../disk/write-file.ts'
import type { Importer } from '../import/importer.ts'
import { IMPORTERS } from '../import/index.ts'
import { type ImportPlan, type LibraryState, planImport } from '../import/plan-import.ts'
import { readIds } from '../import/read-ids.ts'
import { type InputFile, readIfThere, readInput, readInputs } from '../load/read-inputs.ts'
import { hasDirectory } from '../load/settings.ts'
import type { Card } from '../model/card.ts'
import { counted } from '../model/count-text.ts'
import { didYouMean } from '../model/did-you-mean.ts'
import { CardsError } from '../model/errors.ts'
import { jsonText } from '../model/json-text.ts'
import { takenIds } from '../model/taken-ids.ts'
import { type Context, defineCommand, type Result } from './command.ts'
import { importSummary } from './import-summary.ts'
import { flag, text } from './option.ts'

export const importCards = defineCommand({
  usage: '<file...>',
  description:
    'Makes cards out of other data. What is in the library already stays as it is: a record that it has is skipped, so that the same import can be run again. A directory stands for the YAML files in it.',
  examples: [
    [
      'cards import --format longterm-wiki data/ --ids stable-ids.json',
      'records and publications of a Longterm Wiki',
    ],
    [
      'cards import --format longterm-wiki page.txt --url https://example.org/post',
      'the text of one of its source pages',
    ],
    ['cards import --format longterm-wiki data/ --dry-run', 'what it would do'],
  ],
  options: {
    format: text(
      '-f, --format <name>',
      `what the files hold: ${IMPORTERS.map(({ name }) => name).join(', ')}`,
    ),
    ids: text('--ids <file>', 'JSON object from record IDs to the stable IDs that they keep'),
    url: text('--url <url>', 'address of the source, for a page text'),
    report: text('--report <file>', 'write what became of each record to this file, as JSON'),
    json: flag('--json', 'print that report'),
    dryRun: flag('--dry-run', 'write nothing, say what would be written'),
  },
  async run(context, args, options): Promise<Result> {
    const importer = importerNamed(options.format)
    const files = readInputs(args, context.cwd)
    const ids = options.ids === undefined ? undefined : readIds(readInput(options.ids, context.cwd))
    const task = { importer, files, url: options.url, ids, report: options.report }
    const plan = options.dryRun ? await planned(context, task) : await carriedOut(context, task)
    const report = `${jsonText(plan.report, 2)}\n`
    const { lines, complaints } = importSummary(plan.report, {
      library: context.settings.name,
      isDryRun: options.dryRun,
    })
    return {
      text: options.json ? report : lines.map(line => `${line}\n`).join(''),
      complaints,
      exitCode: complaints.length > 0 ? 1 : 0,
    }
  },
})

interface Task {
  readonly importer: Importer
  readonly files: readonly InputFile[]
  readonly url: string | undefined
  readonly ids: ReadonlyMap<string, string> | undefined
  /** Where the report goes. */
  readonly report: string | undefined
}

function importerNamed(name: string | undefined): Importer {
  const names = IMPORTERS.map(importer => importer.name)
  if (name === undefined)
    throw new CardsError('usage', 'What do the files hold?', `Say it with --format: ${names.join(', ')}.`)
  const importer = IMPORTERS.find(known => known.name === name)
  if (importer) return importer
  const hint = didYouMean(name, names, `The formats are ${names.join(', ')}.`)
  throw new CardsError('usage', `There is no format \`${name}\` to import.`, hint)
}

/** Plans under the lock and writes what was planned, so that two imports at once lose nothing. */
async function carriedOut(context: Context, task: Task): Promise<ImportPlan> {
  const { dir } = context.settings
  makeDirectory(dir)
  return withLock(dir, async () => {
    const plan = await planned(context, task)
    writeChanges(dir, plan.changes, done =>
      context.progress(`${done} of ${counted(plan.changes.length, 'file')} written`),
    )
    return plan
  })
}

async function planned(context: Context, { importer, files, url, ids, report }: Task): Promise<ImportPlan> {
  const { settings } = context
  const state = await stateOf(context)
  context.progress(`Reading ${counted(files.length, 'file')} …`)
  const batch = importer.read(files, { url, venues: state.venues, pages: state.pages })
  context.progress(`Planning ${counted(batch.cards.length, 'card')} …`)
  const card = settings.schemaAddress
  const schemas = {
    card,
    venues: card?.replace('card.schema', 'venues.schema'),
    pages: card?.replace('card.schema', 'pages.schema'),
  }
  const plan = planImport(batch, state, { ...(ids && { ids }), schemas })
  // Before anything else is written: a report that cannot be is then found out in time.
  if (report !== undefined) writeOutput(resolve(context.cwd, report), `${jsonText(plan.report, 2)}\n`)
  return plan
}

/** What the library holds, as far as it matters to what comes in. */
async function stateOf({ library, settings }: Context): Promise<LibraryState> {
  if (!hasDirectory(settings))
    return { cards: [], isTaken: () => false, venues: [], pages: [], layout: settings.layout }
  const cards: Card[] = []
  for await (const card of library.cards()) cards.push(card)
  for await (const card of library.retired()) cards.push(card)
  return {
    cards,
    isTaken: await takenIds(library),
    venues: (await library.venues()).all,
    pages: [...(await library.pages()).values()],
    venuesFile: readIfThere(join(settings.dir, 'venues.yaml')),
    pagesFile: readIfThere(join(settings.dir, 'pages.yaml')),
    layout: settings.layout,
  }
}
