import type { Prompts } from '../commands/prompts.ts'
import type { StartHelpers } from '../model/helper.ts'

/** Where a program's output goes. */
export interface Output {
  readonly isTTY: boolean
  /** Width of the terminal; undefined when there is none. */
  readonly columns: number | undefined
  /** Whether it goes into an ordinary file, which nobody reads while it is written. */
  readonly isFile: boolean
  /** Resolves when there is room for more; false once nobody reads any more. */
  write(chunk: string | Uint8Array): Promise<boolean>
}

/** All that the program touches of the world but the library's files. `main` builds the real one; tests their own. */
export interface Io {
  readonly stdout: Output
  readonly stderr: Output
  /** Standard input to its end. */
  readStdin(): Promise<Uint8Array>
  readonly env: Readonly<Record<string, string | undefined>>
  readonly cwd: string
  readonly platform: string
  /** Questions to the person at the terminal; undefined when there is none. Costs time to find out. */
  prompts(hasColor: boolean): Promise<Prompts | undefined>
  /** The date and time in UTC, as `YYYY-MM-DDTHH:MM:SSZ`. */
  now(): string
  /** Milliseconds since some moment; only for how long work has taken. */
  elapsed(): number
  /**
   * Does something again and again; it does not keep the program from ending.
   * @returns what ends it
   */
  every(milliseconds: number, action: () => void): () => void
  /** Starts other threads of this program; undefined where there are none. */
  readonly startHelpers?: StartHelpers
  /** Opens an http or https address in the user's browser. */
  openBrowser(url: string): Promise<void>
  /**
   * Runs a program on the terminal until it ends, as an editor.
   * @param command its words: a program and its arguments
   * @returns its exit code
   */
  runProgram(command: readonly string[]): Promise<number>
}
