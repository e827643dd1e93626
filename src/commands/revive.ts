import { formerPath, reviveFile } from '../edit/operations/revive.ts'
import { brief } from '../model/brief.ts'
import { type Card, cardTitle } from '../model/card.ts'
import { CardsError } from '../model/errors.ts'
import { areSameBytes } from '../model/file-change.ts'
import { jsonText } from '../model/json-text.ts'
import type { Library, Lookup } from '../model/library.ts'
import { listed } from '../model/listed.ts'
import { neutralLine } from '../model/neutral.ts'
import { ReferenceIndex } from '../model/reference.ts'
import { changeLibrary, type LibraryPlan } from './change-library.ts'
import { type Context, defineCommand, type Result } from './command.ts'
import { namedCards } from './named-cards.ts'
import { newCardFolder } from './new-card-folder.ts'
import { flag, text } from './option.ts'
import { patchText } from './patch-text.ts'
import { pathLines } from './path-lines.ts'
import { readReferences } from './references.ts'
import type { Move } from './retire-change.ts'
import { Obstacles } from './revive/obstacles.ts'
import { foldPath, pathsByFold, sourceOf, unchangeable } from './source-of.ts'

export const revive = defineCommand({
  usage: '<ref...>',
  description:
    'Brings retired cards back to where they were, without what was said of their end. A card that nobody has changed meanwhile is again what it was, to the byte.',
  examples: [
    ['cards revive AbC123dEf4', 'in use again'],
    ['cards revive AbC123dEf4 --folder blog', 'in another folder'],
    ['cards revive AbC123dEf4 --dry-run', 'what it would do'],
  ],
  options: {
    folder: text('--folder <path>', 'below the library, where to put them (default: where they were)'),
    force: flag('--force', 'also when another card is for the same source'),
    dryRun: flag('--dry-run', 'write nothing, show the difference'),
    json: flag('--json', 'what was done, as JSON'),
  },
  async run(context, args, { folder, force, dryRun, json }): Promise<Result> {
    const task = { references: await readReferences(context, args), folder, force }
    const plan = dryRun
      ? await planned(context, task)
      : await changeLibrary(context, library => planned({ ...context, library }, task))
    const paths = plan.changes.map(({ to }) => context.library.location(to))
    const report = plan.cards.map(({ id, path }, i) => ({ id, from: path, path: plan.changes[i]?.to }))
    return {
      text: json
        ? `${jsonText({ revived: report, already: plan.already.map(({ id }) => id) }, 2)}\n`
        : dryRun
          ? patchText(plan.changes, context)
          : pathLines(paths, context),
      notes: [
        ...plan.already.map(card => `${card.id} is not retired.`),
        ...plan.cards.map(card => {
          const title = neutralLine(brief(cardTitle(card)))
          return `${dryRun ? 'Would bring back' : 'Brought back'} ${card.id} “${title}”.`
        }),
        ...plan.notes,
      ],
      exitCode: 0,
    }
  },
})

interface Task {
  readonly references: readonly string[]
  readonly folder: string | undefined
  readonly force: boolean
}

interface RevivePlan extends LibraryPlan {
  readonly changes: readonly Move[]
  readonly cards: readonly Card[]
  /** The cards that are in use. */
  readonly already: readonly Card[]
  readonly notes: readonly string[]
}

async function planned(context: Context, { references, folder, force }: Task): Promise<RevivePlan> {
  const { library } = context
  const [cards, retired] = [await listed(library.cards()), await listed(library.retired())]
  const named = await namedCards(context, references, lookUp(library, retired))
  const gone = named.filter(({ isRetired }) => isRetired).map(({ card }) => card)
  const paths = await pathsByFold(library)
  const obstacles = new Obstacles(cards, await library.venues())
  const notes: string[] = []
  const changes: Move[] = []
  for (const card of gone) {
    const to = targetOf(card, folder)
    const change = reviveFile(await sourceOf(library, card.path), to)
    if (change === undefined) throw unchangeable(card, library)
    const there = paths.get(foldPath(to))
    const isHalfMoved = there === to && areSameBytes(await library.source(to), change.content)
    if (!isHalfMoved) {
      if (there !== undefined || changes.some(other => foldPath(other.to) === foldPath(to)))
        throw new CardsError(
          'no',
          `${library.location(to)} is there already.`,
          'Choose another place with --folder. Nothing was written.',
        )
      const problem = obstacles.problemOf(card, force)
      if (problem) throw problem
    }
    obstacles.add(card)
    const replacement = card.fields.retired?.replaced_by
    if (replacement !== undefined)
      notes.push(`- ${card.id} led to ${neutralLine(replacement)}; now it leads to the card itself again.`)
    changes.push(change)
  }
  const already = named.filter(({ isRetired }) => !isRetired).map(({ card }) => card)
  return { changes, cards: gone, already, notes }
}

/** Finds a retired card itself, before a card in use by the same name; then whatever else a reference may mean. */
function lookUp(library: Library, retired: readonly Card[]): (reference: string) => Promise<Lookup> {
  const index = new ReferenceIndex(retired, [])
  return async reference => {
    const own = index.find(reference)
    return own.kind === 'unknown' ? library.find(reference) : own
  }
}

function targetOf(card: Card, folder: string | undefined): string {
  const former = formerPath(card.path)
  if (folder === undefined) return former
  return newCardFolder(folder, '--folder') + former.replace(/^.*\//, '')
}
