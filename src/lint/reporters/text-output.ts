import { withoutRunnerCommands } from '../../model/runner-command.ts'
import type { ReportContext } from '../report.ts'

/** Lines of text, painted and neutral, for where they go: only a terminal surely reads no commands from them. */
export function textOutput(lines: string, { isTerminal, inActions }: ReportContext): string {
  return isTerminal && !inActions ? lines : withoutRunnerCommands(lines)
}
