import { writeOutput } from '../disk/write-file.ts'
import { type Export, exportCards } from '../export/export-cards.ts'
import { EXPORTERS } from '../export/index.ts'
import { counted } from '../model/count-text.ts'
import { jsonText } from '../model/json-text.ts'
import { defineCommand, type Result } from './command.ts'
import { formatsResult } from './export/formats.ts'
import { lossLine } from './export/loss-line.ts'
import { exportReport } from './export/report.ts'
import { requestOf } from './export/request.ts'
import { exportSelection } from './export/selection.ts'
import { flag, text, texts } from './option.ts'
import { outputPath } from './output-path.ts'
import { filterOptions } from './selection.ts'

export const exportCommand = defineCommand({
  usage: '[query...]',
  description: `Writes cards for other programs: ${EXPORTERS.map(({ name }) => name).join(', ')}. All cards, or those that a query matches, as with \`cards list\`; - stands for references on standard input. What a format cannot carry is told; \`--formats\` lists what each keeps.`,
  examples: [
    ['cards export --format json', 'all cards, as a JSON array'],
    ['cards export type:paper -o papers.ndjson', 'some into a file, whose name says the format'],
    ['cards list no:summary --ids | cards export - -f json', 'the cards that another command names'],
    ['cards export --formats', 'the formats, and what each keeps'],
  ],
  takesQuery: true,
  options: {
    format: text('-f, --format <name>', 'which format, when the name of the file does not say it'),
    output: text('-o, --output <file>', 'write to this file'),
    ...filterOptions,
    sort: text('-s, --sort <keys>', 'sort by these, `-key` descending (default: id)'),
    fields: texts('--fields <names>', 'which fields of JSON and YAML, and in which order'),
    columns: texts('-c, --columns <names>', 'which columns of CSV, and in which order'),
    key: text('--key <scheme>', 'citation keys: id (as when left out), author-year-title or extra.NAME'),
    strict: flag('--strict', 'exit 1 when the format cannot carry everything'),
    report: text('--report <file>', 'write what was lost to this file, as JSON'),
    formats: flag('--formats', 'list the formats, and what each keeps'),
    json: flag('--json', 'with --formats: as JSON'),
  },
  async run(context, args, options): Promise<Result> {
    if (options.formats) return formatsResult(context, args, options)
    const request = requestOf(options, context)
    const selection = await exportSelection(context, args, options)
    const exported = await exportCards(context.library, { ...request, cards: selection.cards })
    const report = options.report === undefined ? undefined : outputPath(options.report, '--report', context)
    const finish = () => {
      if (report !== undefined) writeOutput(report, `${jsonText(exportReport(exported), 2)}\n`)
    }
    const told = { ...selection, strict: options.strict }
    if (request.output === undefined)
      return resultOf(exported, { ...told, text: andThen(exported.text, finish), notes: selection.notes })
    writeOutput(request.output, exported.text)
    finish()
    const done = `${counted(exported.cards.length, 'card')} in ${options.output}.`
    return resultOf(exported, { ...told, text: '', notes: [...selection.notes, done] })
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
  const lost = () => lossLine(exported.exporter.name, exported.losses())
  return {
    text,
    get notes() {
      return strict ? notes : [...notes, ...lost()]
    },
    get complaints() {
      return strict ? [...complaints, ...lost()] : complaints
    },
    get exitCode() {
      return complaints.length > 0 || (strict && exported.losses().length > 0) ? 1 : 0
    },
  }
}

function* andThen(chunks: Iterable<string>, finish: () => void): Iterable<string> {
  yield* chunks
  finish()
}
