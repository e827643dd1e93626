import { withoutRunnerCommands } from '../model/runner-command.ts'
import type { Output } from './io.ts'

/**
 * An output that goes to a runner of GitHub Actions, which acts on some lines of it: texts are written so that it
 * sees no command in them. A text is one or more whole lines. Bytes, which are a file's, stay as they are.
 */
export function outputForRunner(output: Output): Output {
  return {
    isTTY: output.isTTY,
    columns: output.columns,
    write: chunk => output.write(typeof chunk === 'string' ? withoutRunnerCommands(chunk) : chunk),
  }
}
