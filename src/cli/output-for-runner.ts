import { withoutRunnerCommands } from '../model/runner-command.ts'
import type { Output } from './io.ts'

/**
 * An output that goes to a runner of GitHub Actions, which acts on some lines of it: texts are written so that it
 * sees no command in them. A text is one or more whole lines. Bytes, which are a file's, stay as they are, and so does
 * what goes into a file, which the runner does not read: it is to be the same as on any other machine.
 */
export class OutputForRunner implements Output {
  readonly isTTY: boolean
  readonly columns: number | undefined
  readonly isFile: boolean
  /** Whether anything was written otherwise than it was given. */
  hasChanged = false
  private readonly output: Output

  constructor(output: Output) {
    this.output = output
    this.isTTY = output.isTTY
    this.columns = output.columns
    this.isFile = output.isFile
  }

  write(chunk: string | Uint8Array): Promise<boolean> {
    if (typeof chunk !== 'string' || this.isFile) return this.output.write(chunk)
    const text = withoutRunnerCommands(chunk)
    this.hasChanged ||= text !== chunk
    return this.output.write(text)
  }
}
