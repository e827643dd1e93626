import { formerPath, reviveFile } from '../edit/operations/revive.ts'
import { brief } from '../model/brief.ts'
import { type Card, cardTitle } from '../model/card.ts'
import { CardsError } from '../model/errors.ts'
import type { FileChange } from '../model/file-change.ts'
import { sourceKeys } from '../model/identifier.ts'
import { jsonText } from '../model/json-text.ts'
import type { Library, Lookup } from '../model/library.ts'
import { ReferenceIndex } from '../model/reference.ts'
import { foldId } from '../model/stable-id.ts'
import { neutralLine } from '../render/neutral.ts'
import { changeLibrary } from './change-library.ts'
import { type Context, defineCommand, type Result } from './command.ts'
import { namedCards } from './named-cards.ts'
import { newCardFolder } from './new-card-folder.ts'
import { flag, text } from './option.ts'
import { patchText } from './patch-text.ts'
import { readReferences } from './references.ts'
import { sourceOf, unchangeable } from './source-of.ts'

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
          : paths.map(path => `${context.isTerminal ? neutralLine(path) : path}\n`).join(''),
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

interface RevivePlan {
  readonly changes: readonly (FileChange & { kind: 'move' })[]
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
  const files = new Map((await library.files()).map(({ path }) => [path.toLowerCase(), path]))
  const holders = new Holders(cards)
  const notes: string[] = []
  const changes: (FileChange & { kind: 'move' })[] = []
  for (const card of gone) {
    const to = targetOf(card, folder)
    const change = reviveFile(await sourceOf(library, card.path), to)
    if (change === undefined) throw unchangeable(card, library)
    const there = files.get(to.toLowerCase())
    const isHalfMoved =
      there === to && Buffer.from(await library.source(to)).equals(Buffer.from(change.content))
    if (!isHalfMoved) {
      if (there !== undefined || changes.some(other => other.to.toLowerCase() === to.toLowerCase()))
        throw new CardsError(
          'no',
          `${library.location(to)} is there already.`,
          'Choose another place with --folder. Nothing was written.',
        )
      const problem = holders.problemOf(card, force)
      if (problem) throw problem
    }
    holders.add(card)
    const replacement = card.fields.retired?.replaced_by
    if (replacement !== undefined)
      notes.push(`- References to ${card.id} led to ${neutralLine(replacement)}; they lead to itself again.`)
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

async function listed(cards: AsyncIterable<Card>): Promise<Card[]> {
  const list: Card[] = []
  for await (const card of cards) list.push(card)
  return list
}

/** Which cards in use have an ID, an alias or a source. */
class Holders {
  private readonly byId = new Map<string, Card>()
  private readonly byAlias = new Map<string, Card>()
  private readonly bySource = new Map<string, Card>()

  constructor(cards: readonly Card[]) {
    for (const card of cards) this.add(card)
  }

  add(card: Card): void {
    this.byId.set(foldId(card.id), card)
    for (const alias of card.fields.aliases ?? []) this.byAlias.set(foldId(alias), card)
    for (const key of sourceKeys(card.fields)) this.bySource.set(key, card)
  }

  /** Why a retired card cannot come back. */
  problemOf({ id, fields }: Card, force: boolean): CardsError | undefined {
    const nothing = 'Nothing was written.'
    const same = this.byId.get(foldId(id))
    if (same) return new CardsError('no', `The card ${same.path} has the ID ${same.id}.`, nothing)
    const heir = this.byAlias.get(foldId(id))
    if (heir)
      return new CardsError(
        'no',
        `${heir.id} “${brief(cardTitle(heir))}” stands for ${id}: they were merged.`,
        `Take them apart first: cards edit ${heir.id} --remove aliases=${id}\nWhat else it got from the other stays on it. ${nothing}`,
      )
    const [twin] = sourceKeys(fields).flatMap(key => this.bySource.get(key) ?? [])
    if (twin && !force)
      return new CardsError(
        'no',
        `${twin.id} “${brief(cardTitle(twin))}” is for the same source as ${id}.`,
        `Use that card, or say --force to have two. ${nothing}`,
      )
    return undefined
  }
}
