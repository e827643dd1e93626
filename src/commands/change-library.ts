import { withLock } from '../disk/lock.ts'
import { writeChanges } from '../disk/write-changes.ts'
import { requireDirectory } from '../load/settings.ts'
import { counted } from '../model/count-text.ts'
import { CardsError } from '../model/errors.ts'
import { areSameChanges, type FileChange } from '../model/file-change.ts'
import type { Library } from '../model/library.ts'
import type { Context } from './command.ts'

/** Something that was decided of a library, with the changes of files that carry it out. */
export interface LibraryPlan {
  readonly changes: readonly FileChange[]
}

export interface ChangeOptions<P extends LibraryPlan> {
  /** What a person has seen and agreed to; when it is another by now, nothing is written. */
  readonly confirmed?: LibraryPlan | undefined
  /** What the changed files are called: those of the library, if not said otherwise. */
  readonly what?: 'file' | 'document'
  /** Writes them; as files of the library, if not said otherwise. */
  readonly write?: (plan: P, progress: (done: number) => void) => Promise<void>
}

/**
 * Plans changes of a library and makes them, under its lock, so that two commands at once lose nothing. A person is
 * asked before, never meanwhile: whoever waits for the lock would wait for the answer.
 * @param plan decides by the library as it is then on disk
 * @throws CardsError `no` when the plan is not the one that was confirmed
 */
export async function changeLibrary<P extends LibraryPlan>(
  context: Context,
  plan: (library: Library) => P | Promise<P>,
  { confirmed, what = 'file', write }: ChangeOptions<P> = {},
): Promise<P> {
  const { settings } = context
  const progress = (planned: P) => (done: number) =>
    context.progress(`${done} of ${counted(planned.changes.length, what)} written`)
  requireDirectory(settings)
  return withLock(settings.dir, async () => {
    const planned = await plan(context.openLibrary())
    const { changes } = planned
    if (confirmed && !areSameChanges(confirmed.changes, changes))
      throw new CardsError(
        'no',
        `The library${what === 'document' ? ' or a document' : ''} changed while you were asked; nothing was written.`,
        'Run the command again, and look again.',
      )
    if (write) await write(planned, progress(planned))
    else await writeChanges(settings.dir, changes, progress(planned))
    return planned
  })
}
