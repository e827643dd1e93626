import { writeOutput } from '../disk/write-output.ts'
import { type Export, exportCards } from '../export/export-cards.ts'
import { exporterNamed } from '../export/formats-known.ts'
import { EXPORTERS } from '../export/index.ts'
import { jsonText } from '../model/json-text.ts'
import { looksMinted } from '../model/looks-minted.ts'
import { citedInOption } from './cited-cards.ts'
import { defineCommand, type Result } from './command.ts'
import { formatsResult } from './export/formats.ts'
import { lossLine } from './export/loss-line.ts'
import { exportReport, reportPath } from './export/report.ts'
import { requestOf } from './export/request.ts'
import { exportSelection } from './export/selection.ts'
import { writeTarget } from './export/write-target.ts'
import { flag, path, text, texts } from './option.ts'
import { filterOptions } from './selection.ts'

export const exportCommand = defineCommand({
  usage: '[query...]',
  description: `Writes cards for other programs: ${EXPORTERS.map(({ name }) => name).join(', ')}. All cards, or those that a query matches, as with \`cards list\`; - stands for references on standard input. What a format cannot carry is told; \`--formats\` lists what each keeps.`,
  examples: [
    ['cards export --format json', 'all cards, as a JSON array'],
    ['cards export type:paper -o papers.bib', 'some into a file, whose name says the format'],
    ['cards export -f csv --columns id,title,published -o cards.csv', 'a table for a spreadsheet'],
    [
      'cards export tag:safety -f jsonld',
      'for search engines: put it between <script type="application/ld+json"> and </script>',
    ],
    [
      'cards export -f markdown -o site/sources/',
      'a page a card with an index, brought up to date each time',
    ],
    ["cards export --cited-in 'docs/**/*.md' -o refs.bib", 'those that documents cite'],
    [
      'cards export -f markdown -o content/sources/ --index _index.md --dry-run',
      'for Hugo; only tells which files would be written and removed',
    ],
    ['cards list no:summary --ids | cards export - -f json', 'the cards that another command names'],
    ['cards export --formats ris', 'where a format puts each field; without a name, all formats'],
  ],
  takesQuery: true,
  options: {
    format: text('-f, --format <name>', 'which format, when the name of the file does not say it'),
    output: path('-o, --output <path>', 'write to this file; or, as `site/`, a page a card into this folder'),
    force: flag(
      '--force',
      'lose what somebody changed in the files of that folder; remove all pages when no card matches',
    ),
    dryRun: flag('--dry-run', 'for a folder: write nothing, tell which files would be written and removed'),
    index: text(
      '--index <name>',
      'for a folder: what its index is called (default: index.md; Hugo wants _index.md)',
    ),
    ...filterOptions,
    ...citedInOption,
    sort: text('-s, --sort <keys>', 'sort by these, `-key` descending (default: id)'),
    fields: texts('--fields <names>', 'which fields of JSON and YAML, and in which order'),
    columns: texts('-c, --columns <names>', 'which columns of CSV, and in which order'),
    key: text('--key <scheme>', 'citation keys: id (as when left out), author-year-title or extra.NAME'),
    strict: flag('--strict', 'exit 1 when the format cannot carry everything'),
    report: path('--report <file>', 'write what was lost to this file, as JSON'),
    formats: flag('--formats', 'list the formats, and what each keeps; or one: --formats ris'),
    json: flag('--json', 'as JSON, like --format json; the --formats, too'),
  },
  async run(context, args, options): Promise<Result> {
    if (options.formats) return formatsResult(context, args, options)
    const request = requestOf(options, context)
    const report = reportPath(options.report, request.output?.path, context)
    const selection = await exportSelection(context, args, {
      ...options,
      hasKeys: exporterNamed(request.format).hasKeys,
    })
    const exported = await exportCards(context.library, { ...request, cards: selection.cards })
    const finish = () => {
      if (report !== undefined) writeOutput(report, `${jsonText(exportReport(exported), 2)}\n`)
    }
    const none = exported.cards.length === 0 ? [noMatch(args)] : []
    const told = { ...selection, strict: options.strict }
    if (request.output === undefined)
      return resultOf(exported, {
        ...told,
        text: andThen(exported.text, finish),
        notes: [...none, ...selection.notes],
      })
    const done = await writeTarget(exported, request.output, {
      isForced: options.force,
      isDry: options.dryRun,
      isIncomplete: selection.complaints.length > 0,
    })
    finish()
    return resultOf(exported, {
      ...told,
      text: done.text,
      notes: [...none, ...selection.notes, ...done.notes],
    })
  },
})

interface Told {
  readonly text: Result['text']
  readonly notes: readonly string[]
  readonly complaints: readonly string[]
  readonly strict: boolean
}

/** What was lost is known only once the text has been printed, and is asked for only then. */
function resultOf(exported: Export, { text, notes, complaints, strict }: Told): Result {
  let lines: readonly string[] | undefined
  const lost = () => (lines ??= lossLine(exported.format.name, exported.losses()))
  return {
    text,
    get notes() {
      return strict ? notes : [...notes, ...lost()]
    },
    get complaints() {
      return strict ? [...complaints, ...lost()] : complaints
    },
    get exitCode() {
      return complaints.length > 0 || (strict && lost().length > 0) ? 1 : 0
    },
  }
}

function* andThen(chunks: Iterable<string>, finish: () => void): Iterable<string> {
  yield* chunks
  finish()
}

/** Words of a query are looked for in texts: who gave IDs meant something else. */
function noMatch(words: readonly string[]): string {
  const ids = words.filter(looksMinted)
  return ids.length === 0
    ? 'No card matches.'
    : `No card matches. Cards are named by their IDs as id:${ids.join(',')}`
}
