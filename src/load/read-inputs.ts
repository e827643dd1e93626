import { readdirSync, statSync } from 'node:fs'
import { basename, join, resolve } from 'node:path'
import { CardsError } from '../model/errors.ts'
import { ioReason } from '../model/io-error.ts'
import { compareText } from '../model/order.ts'
import { decode } from './decode.ts'
import { readBytes } from './read-bytes.ts'

/** What is imported may be larger than a card. */
const LIMIT = 200 * 1024 * 1024

/** A file that the user names on the command line: by the path that was typed, and what is in it. */
export interface InputFile {
  readonly name: string
  readonly text: string
}

/**
 * Reads the files that a command line names. Of a directory, the YAML files in it, but none below.
 * @throws CardsError `io` for a path that cannot be read, or leads to no file
 */
export function readInputs(paths: readonly string[], cwd: string): InputFile[] {
  return paths.flatMap(path => expanded(path, cwd).map(name => readInput(name, cwd)))
}

/** Reads one such file. */
export function readInput(path: string, cwd: string): InputFile {
  const { text, problem } = decode(
    attempt(path, () => readBytes(resolve(cwd, path), LIMIT)),
    LIMIT,
  )
  if (!problem) return { name: path, text }
  const { line, column } = problem.range.start
  throw new CardsError('io', `${path}:${line}:${column}: ${problem.message}`, problem.help)
}

/** The bytes of a file, or undefined when there is none that can be read; what is no ordinary file might never end. */
export function readIfThere(path: string): Buffer | undefined {
  try {
    if (!statSync(path).isFile()) return undefined
    return Buffer.from(readBytes(path, LIMIT))
  } catch {
    return undefined
  }
}

function expanded(path: string, cwd: string): string[] {
  if (!attempt(path, () => statSync(resolve(cwd, path))).isDirectory()) return [path]
  const names = attempt(path, () => readdirSync(resolve(cwd, path))).filter(name =>
    /\.ya?ml$/.test(basename(name)),
  )
  if (names.length === 0)
    throw new CardsError('io', `There are no YAML files in ${path}.`, 'Name the files themselves.')
  return names.sort(compareText).map(name => join(path, name))
}

function attempt<T>(path: string, action: () => T): T {
  try {
    return action()
  } catch (error) {
    throw new CardsError('io', `${path} cannot be read: ${ioReason(error)}.`, 'Check the path.')
  }
}
