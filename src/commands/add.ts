import { requireDirectory } from '../load/settings.ts'
import type { Card } from '../model/card.ts'
import { CardsError } from '../model/errors.ts'
import { type DraftRequest, draftRequests } from './add/drafts.ts'
import { knownSources } from './add/known-sources.ts'
import { newCardLinter } from './add/new-card-linter.ts'
import { openInEditor } from './add/open-in-editor.ts'
import { type AddOptions, addOptions } from './add/options.ts'
import { placed, planAdd, type WantedCard } from './add/plan.ts'
import { prepareCard } from './add/prepare.ts'
import { addedText, jsonResult, yamlText } from './add/result.ts'
import { trackingNote } from './add/source.ts'
import { changeLibrary } from './change-library.ts'
import { chosenFields } from './chosen-fields.ts'
import { type Context, defineCommand, type Result } from './command.ts'
import { newCardFolder } from './new-card-folder.ts'

export const add = defineCommand({
  usage: '[source]',
  description:
    'Makes a card for a source: a URL, a DOI, an arXiv id, an ISBN, pmid:NUMBER, or - for a card (or a list of cards) in YAML or JSON on standard input. What its page says of it is filled in, unless --no-fetch; options go before standard input, and both before the page. Without a source, on a terminal, it asks. A source that the library has already is refused.',
  examples: [
    ['cards add https://transformer-circuits.pub/2022/toy_model/', 'with what its page says'],
    ['cards add doi:10.1038/nature14539 --tag deep-learning', 'by DOI, with a tag'],
    ['cards add 1706.03762 --dry-run', 'the card of a paper on arXiv, printed and not written'],
    ['cards add', 'asks for everything'],
    [
      "cards add https://www.rfc-editor.org/rfc/rfc9110 --no-fetch --title 'HTTP Semantics' --author 'Roy T. Fielding'",
      'by hand',
    ],
    ['cards show MDc4MjQ5Yj --json | cards add - --dir other/cards', 'a card of another library'],
  ],
  options: addOptions,
  async run(context, args, options): Promise<Result> {
    const { settings } = context
    requireDirectory(settings)
    refuseNeedless(args, options)
    const fields = chosenFields(options.fields)
    const isJson = options.json || fields !== undefined
    const folder = newCardFolder(
      options.folder ?? settings.folder,
      options.folder === undefined ? 'The config: `folder`' : '--folder',
    )
    const lint = await newCardLinter(context)
    const { requests, isList } = await draftRequests(context, args, options)
    const prepared = await prepareAll(context, requests, options, isList)
    if ('revive' in prepared) return bringBack(context, prepared.revive, options)
    const plan = options.dryRun
      ? planAdd(await knownSources(context.openLibrary()), prepared.wanted, folder, settings)
      : await changeLibrary(context, async library =>
          planAdd(await knownSources(library), prepared.wanted, folder, settings),
        )
    const refused = [...prepared.refused, ...plan.refused]
    if (!isList && refused[0]) throw refused[0]
    const warnings = await lint(plan.added, options.dryRun ? 'The card would have' : 'Added, with')
    const [first] = plan.added
    const edited = options.edit && first ? await openInEditor(context, first.card) : undefined
    const cards = plan.added.map(({ card }) => edited?.card ?? card)
    return {
      text: isJson
        ? await jsonResult(context, cards, isList, fields)
        : options.dryRun
          ? yamlText(context, plan.added)
          : addedText(context, cards),
      notes: [...trackingNote(args[0] ?? ''), ...prepared.notes, ...warnings, ...(edited?.notes ?? [])],
      complaints: [
        ...refused.flatMap(({ message, hint }) => [message, hint ?? []].flat()),
        ...(edited?.complaints ?? []),
      ],
      exitCode: refused.length > 0 || edited?.isComplete === false ? 1 : 0,
    }
  },
})

/** Cards that can be written, and why others cannot; or the retired card that is to come back instead of one. */
type PreparedCards =
  | {
      readonly wanted: readonly WantedCard[]
      readonly refused: readonly CardsError[]
      readonly notes: readonly string[]
    }
  | { readonly revive: Card }

async function prepareAll(
  context: Context,
  requests: readonly DraftRequest[],
  options: AddOptions,
  isList: boolean,
): Promise<PreparedCards> {
  const known = await knownSources(context.library)
  const wanted: WantedCard[] = []
  const refused: CardsError[] = []
  const notes = requests.length === 0 ? ['Standard input is an empty list: nothing was added.'] : []
  for (const request of requests) {
    try {
      const prepared = await prepareCard(context, known, request, options)
      if ('revive' in prepared) return prepared
      wanted.push(prepared.wanted)
      notes.push(...prepared.notes)
    } catch (error) {
      // Each card of a list stands alone, but what makes no sense is mended first.
      if (!(isList && error instanceof CardsError && error.code === 'no')) throw error
      refused.push(placed(error, request.place))
    }
  }
  return { wanted, refused, notes }
}

function refuseNeedless(args: readonly string[], { interactive, edit, dryRun }: AddOptions): void {
  if (interactive && args[0] === '-')
    throw new CardsError('usage', 'Standard input cannot hold a card and answer questions.', 'Leave -i out.')
  if (edit && dryRun)
    throw new CardsError('usage', '--edit has nothing to open with --dry-run.', 'Give one of them.')
}

async function bringBack(
  context: Context,
  { id }: Card,
  { folder, edit, dryRun, json, fields }: AddOptions,
): Promise<Result> {
  const { revive } = await import('./revive.ts')
  const result = await revive.run(context, [id], {
    folder,
    force: false,
    dryRun,
    json: json || fields.length > 0,
  })
  const lookup = edit ? await context.openLibrary().find(id) : undefined
  if (lookup?.kind !== 'found') return result
  const edited = await openInEditor(context, lookup.card)
  return {
    ...result,
    notes: [...(result.notes ?? []), ...edited.notes],
    complaints: edited.complaints,
    exitCode: edited.isComplete ? result.exitCode : 1,
  }
}
