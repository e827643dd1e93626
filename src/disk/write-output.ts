import {
  appendFileSync,
  closeSync,
  fstatSync,
  fsyncSync,
  openSync,
  realpathSync,
  renameSync,
  type Stats,
  statSync,
  writeFileSync,
} from 'node:fs'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { ioError } from '../model/io-error.ts'
import { onSignals } from './on-signals.ts'
import { type Content, removeQuietly, takeAfter, temporaryPath, writeNew } from './temporary-file.ts'

/**
 * Writes a file that belongs to nobody's library, such as a report, whole or not at all; one that is there is
 * replaced, and keeps its mode. What is no ordinary file, such as a pipe, is written to. A signal, as of Ctrl-C, ends the
 * process once the file is whole: for what takes long there is `streamOutput`.
 * @throws {CardsError} `io`, with the system's reason
 */
export function writeOutput(path: string, content: Content): void {
  try {
    const stats = statSync(path, { throwIfNoEntry: false })
    if (stats && !stats.isFile()) {
      writeFileSync(path, content)
      return
    }
    const target = stats ? realpathSync(path) : path
    const temporary = temporaryPath(target)
    const stopListening = onSignals(() => removeQuietly(temporary))
    try {
      writeNew(temporary, content, stats)
      renameSync(temporary, target)
    } catch (error) {
      removeQuietly(temporary)
      throw error
    } finally {
      void stopListening()
    }
  } catch (error) {
    throw ioError(error, 'write', path)
  }
}

/**
 * The same for a long text, chunk by chunk as it is made: it is never in memory whole, and a signal ends the process
 * between two chunks. Then, or when the disk is full or the text fails in the middle, nothing is left of it.
 * @throws {CardsError} `io`, with the system's reason; whatever the chunks throw
 */
export async function streamOutput(path: string, chunks: Iterable<string>): Promise<void> {
  try {
    const stats = statSync(path, { throwIfNoEntry: false })
    if (stats && !stats.isFile()) return await writeInTurns(openSync(path, 'w'), chunks)
    const target = stats ? realpathSync(path) : path
    const temporary = temporaryPath(target)
    const stopListening = onSignals(() => removeQuietly(temporary))
    try {
      await writeInTurns(openSync(temporary, 'wx'), chunks, stats)
      renameSync(temporary, target)
    } catch (error) {
      removeQuietly(temporary)
      throw error
    } finally {
      await stopListening()
    }
  } catch (error) {
    throw ioError(error, 'write', path)
  }
}

/** Writes to an open file and closes it. @param like of a file that is to be there for good: whom it takes after */
async function writeInTurns(file: number, chunks: Iterable<string>, like?: Stats): Promise<void> {
  try {
    for (const chunk of chunks) {
      writeFileSync(file, chunk)
      await nextTurn()
    }
    if (like) takeAfter(file, like)
    // A pipe has nothing to bring to a disk.
    if (fstatSync(file).isFile()) fsyncSync(file)
  } finally {
    closeSync(file)
  }
}

/** Whether what is at a path takes each thing written to it as it comes, as a pipe does: nothing can be replaced there. */
export function isStream(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() === false
}

/**
 * Adds to the end of a file that belongs to somebody else, such as the summary of a CI step.
 * @throws {CardsError} `io`, with the system's reason
 */
export function appendOutput(path: string, content: Content): void {
  try {
    appendFileSync(path, content)
  } catch (error) {
    throw ioError(error, 'write', path)
  }
}
