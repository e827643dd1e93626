import { withLock } from '../disk/lock.ts'
import { makeDirectory } from '../disk/make-directory.ts'
import { writeChanges } from '../disk/write-changes.ts'
import { isStream, writeOutput } from '../disk/write-output.ts'
import type { ImportBatch } from '../import/importer.ts'
import { joinBatches } from '../import/join-batches.ts'
import { type ImportPlan, type LibraryState, type PlanOptions, planImport } from '../import/plan-import.ts'
import { readIds } from '../import/read-ids.ts'
import { readInput } from '../load/read-inputs.ts'
import { hasDirectory } from '../load/settings.ts'
import { counted } from '../model/count-text.ts'
import { jsonText } from '../model/json-text.ts'
import { hangingLines } from '../render/wrap.ts'
import { type Context, defineCommand, type Result } from './command.ts'
import { formatNames, type ImportInput, importInputs } from './import/inputs.ts'
import { checkFormats, columnMap, duplicateChoice, overwrittenFields } from './import/options.ts'
import { emptyState, stateOf } from './import/state.ts'
import { importSummary } from './import/summary.ts'
import { chosenOption, flag, path, text, texts } from './option.ts'
import { outputPath } from './output-path.ts'
import { patchText } from './patch-text.ts'
import { schemaAddresses } from './schema-addresses.ts'

export const importCards = defineCommand({
  usage: '<file...>',
  description: `Makes cards out of other data: ${formatNames()}. A directory stands for the YAML files in it, - for standard input. A record that is a card already is skipped, so that the same import can be run again. When something cannot be read, nothing is imported, unless with --keep-going.`,
  examples: [
    ['cards import references.bib', 'the entries of a bibliography'],
    ['cards import --dry-run zotero.ris list.csv', 'what two files would give'],
    ["cards import list.csv --map 'Web address=url'", 'a table that names a column in its own way'],
    ['cards import --on-duplicate update references.bib', 'fill what cards of its entries lack'],
    ['cards import -f csl-json -', 'what another program gives, by a pipe'],
    ['cards import -f longterm-wiki data/ --ids stable-ids.json', 'records of a Longterm Wiki'],
  ],
  options: {
    format: text('-f, --format <name>', 'what the files hold, when their names do not say it'),
    onDuplicate: text(
      '--on-duplicate <what>',
      'a record that is a card already: skip (as when left out), update (fill what the card lacks) or fail (import nothing)',
    ),
    overwrite: texts('--overwrite <field>', 'with update: replace this field, too; several, or all'),
    keepGoing: flag('--keep-going', 'import the rest when something cannot be read'),
    map: texts(
      '--map <column=field>',
      'the field into which a column of a CSV file goes; several. Of a bibliography, key=id takes citation keys as IDs, key=extra.NAME keeps them',
      {
        splits: false,
      },
    ),
    ids: path('--ids <file>', 'JSON object from record IDs to the stable IDs that they keep'),
    url: text('--url <url>', 'address of the source, for a page text of a Longterm Wiki'),
    report: path('--report <file>', 'write what became of each record to this file, as JSON'),
    json: flag('--json', 'print that report'),
    dryRun: flag('--dry-run', 'write nothing, say what would be written'),
    diff: flag('--diff', 'write nothing, print the changes as a unified diff'),
  },
  async run(context, args, options): Promise<Result> {
    chosenOption(options, ['json', 'diff'])
    const onDuplicate = duplicateChoice(options.onDuplicate)
    const planOptions: PlanOptions = {
      onDuplicate,
      overwrite: overwrittenFields(options.overwrite, onDuplicate),
      keepGoing: options.keepGoing,
      schemas: schemaAddresses(context.settings),
      ...(options.ids === undefined ? {} : { ids: readIds(readInput(options.ids, context.cwd)) }),
    }
    const map = columnMap(options.map)
    const inputs = await importInputs(context, args, options.format)
    checkFormats(inputs, options)
    const task: Task = {
      read: state =>
        read(context, inputs, {
          url: options.url,
          map,
          extra: context.settings.extra,
          venues: state.venues,
          pages: state.pages,
        }),
      planOptions,
      report:
        options.report === undefined ? undefined : outputPath(options.report, '--report', context, args),
    }
    const isDry = options.dryRun || options.diff
    const plan = isDry ? saved(await planned(context, task), task) : await carriedOut(context, task)
    return resultOf(plan, context, { json: options.json, diff: options.diff, isFail: onDuplicate === 'fail' })
  },
})

interface Task {
  read(state: Pick<LibraryState, 'venues' | 'pages'>): ImportBatch
  readonly planOptions: PlanOptions
  /** Where the report goes. */
  readonly report: string | undefined
}

function read(
  context: Context,
  inputs: readonly ImportInput[],
  options: Parameters<ImportInput['importer']['read']>[1],
): ImportBatch {
  const batches = inputs.map(({ importer, files }) => {
    context.progress(`Reading ${counted(files.length, 'file')} (${importer.name}) …`)
    return importer.read(files, {
      ...options,
      progress: records => context.progress(`${counted(records, 'record')} read`),
    })
  })
  const batch = joinBatches(batches)
  context.progress(`Planning ${counted(batch.cards.length, 'record')} …`)
  return batch
}

/** What would be done, as the library is now. */
async function planned(context: Context, { read, planOptions }: Task): Promise<ImportPlan> {
  const { settings, library } = context
  const state = hasDirectory(settings) ? await stateOf(library, settings) : emptyState(settings)
  return planImport(read(state), state, planOptions)
}

/** Plans under the lock and writes what was planned, so that two imports at once lose nothing. */
async function carriedOut(context: Context, task: Task): Promise<ImportPlan> {
  const { settings } = context
  if (!hasDirectory(settings)) {
    // What is refused leaves no empty library behind.
    const first = await planned(context, task)
    if (first.report.outcome === 'refused') return saved(first, task)
    makeDirectory(settings.dir)
  }
  return withLock(settings.dir, async () => {
    const state = await stateOf(context.openLibrary(), settings)
    const plan = planImport(task.read(state), state, task.planOptions)
    if (plan.report.outcome === 'refused') return saved(plan, task)
    // Before anything else is written: a report that cannot be is then found out in time.
    if (task.report !== undefined && !isStream(task.report)) saved(plan, task)
    await writeChanges(settings.dir, plan.changes, done =>
      context.progress(`${done} of ${counted(plan.changes.length, 'file')} written`),
    )
    return saved({ ...plan, report: { ...plan.report, outcome: 'written' } }, task)
  })
}

/** Writes the report of a plan to where it goes. */
function saved(plan: ImportPlan, { report }: Task): ImportPlan {
  if (report !== undefined) writeOutput(report, `${jsonText(plan.report, 2)}\n`)
  return plan
}

function resultOf(
  { report, changes }: ImportPlan,
  context: Context,
  { json, diff, isFail }: { json: boolean; diff: boolean; isFail: boolean },
): Result {
  const { lines, complaints } = importSummary(report, { library: context.settings.name, isFail })
  const exitCode = complaints.length > 0 ? 1 : 0
  if (json) return { text: `${jsonText(report, 2)}\n`, complaints, exitCode }
  if (diff) return { text: patchText(changes, context), notes: lines, complaints, exitCode }
  const { isTerminal, terminal } = context
  const shown = isTerminal ? lines.flatMap(line => hangingLines(line, terminal.columns)) : lines
  return { text: shown.map(line => `${line}\n`).join(''), complaints, exitCode }
}
