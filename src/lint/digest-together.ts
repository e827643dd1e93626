import type { UncheckedLibrary } from '../load/unchecked-library.ts'
import type { Helper } from '../model/helper.ts'
import { digestWork, receivedPart } from './digest-work.ts'
import type { Digester } from './digester.ts'
import type { LintOptions } from './lint-options.ts'
import { type DigestedPart, digestPart, type FileBytes } from './part-digester.ts'

/** So many files make a part: few enough that nobody waits long for the last one. */
const PART = 250

/**
 * For fewer files a helper costs as much as it does, as V8 compiles all it runs once more: measured on two processors, 6,000
 * took longer with one, 20,000 as long, 100,000 a quarter less.
 */
const FEWEST = 30_000

/** The helpers for a library; none for a small one. */
export async function helpersFor(
  library: UncheckedLibrary,
  options: LintOptions,
): Promise<readonly Helper[]> {
  const work = library.files.paths.length < FEWEST ? undefined : digestWork(library, options)
  return (work && (await options.startHelpers?.(work))) ?? []
}

/** Lints all files by themselves, together with helpers; what is given are parts in the order of the paths. */
export async function digestTogether(
  paths: readonly string[],
  digester: Digester,
  bytes: FileBytes,
  helpers: readonly Helper[],
): Promise<DigestedPart[]> {
  const parts: (readonly string[])[] = []
  for (let start = 0; start < paths.length; start += PART) parts.push(paths.slice(start, start + PART))
  const done: DigestedPart[] = []
  let next = 0
  const workOn = async (digest: (part: readonly string[]) => Promise<DigestedPart>) => {
    for (let i = next++; i < parts.length; i = next++) done[i] = await digest(parts[i] ?? [])
  }
  const ourselves = async (part: readonly string[]) => {
    const result = await digestPart(part, digester, bytes)
    // Helpers are heard only when nothing else is done.
    await new Promise(resolve => setImmediate(resolve))
    return result
  }
  const others = (helper: Helper) => async (part: readonly string[]) => {
    try {
      return receivedPart(await helper.do(part), part)
    } catch {
      // Whatever a helper stumbles over is told by the one who was helped.
      return ourselves(part)
    }
  }
  // A helper has its next part already when it is through with one.
  const queues = helpers.flatMap(helper => [others(helper), others(helper)])
  try {
    await Promise.all([...queues, ourselves].map(workOn))
  } finally {
    for (const helper of helpers) helper.end()
  }
  return done
}
