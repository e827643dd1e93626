import type { Library } from '../model/library.ts'
import { type ChangeOptions, changeLibrary, type LibraryPlan } from './change-library.ts'
import type { Context } from './command.ts'
import { chosenOption } from './option.ts'

/** How changes of many files are planned, shown and made. */
export interface ConfirmOptions<P extends LibraryPlan> extends Omit<ChangeOptions<P>, 'confirmed'> {
  /** Whether nobody is to be asked. */
  readonly yes: boolean
  /** Whether nothing is to be written. */
  readonly dryRun: boolean
  /** Decides by the library as it then is. */
  plan(library: Library): P | Promise<P>
  /** Shows a person what would change, and asks. Throws when they do not want it, and where nobody can be asked. */
  ask(plan: P): Promise<void>
}

/** What was decided, and what became of it. */
export interface Outcome<P extends LibraryPlan> {
  readonly plan: P
  readonly done: 'done' | 'planned'
  /** Whether a person has seen it before. */
  readonly isSeen: boolean
}

/**
 * Plans changes, and makes them after a person has agreed to them, or at once with `--yes`; not at all with `--dry-run`.
 * Where nothing is to change, nobody is asked.
 * @throws CardsError `usage` for both options; `no` when what was agreed to is no longer what would be written
 */
export async function confirmThenWrite<P extends LibraryPlan>(
  context: Context,
  { plan, ask, ...options }: ConfirmOptions<P>,
): Promise<Outcome<P>> {
  const { yes, dryRun, ...how } = options
  chosenOption(options, ['yes', 'dryRun'])
  if (yes) return { plan: await changeLibrary(context, plan, how), done: 'done', isSeen: false }
  const planned = await plan(context.library)
  if (dryRun || planned.changes.length === 0)
    return { plan: planned, done: dryRun ? 'planned' : 'done', isSeen: false }
  await ask(planned)
  const written = await changeLibrary(context, plan, { ...how, confirmed: planned })
  return { plan: written, done: 'done', isSeen: true }
}
