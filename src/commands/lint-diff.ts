import { createTwoFilesPatch } from 'diff'
import type { ReportContext } from '../lint/report.ts'
import type { Overlay } from '../load/read-directory.ts'
import { withoutRunnerCommands } from '../model/runner-command.ts'
import { neutralText } from '../render/neutral.ts'
import { paint, type Terminal } from '../render/theme.ts'

/**
 * What would change, as a unified diff; where it is piped, `git apply` and `patch -p1` take it.
 * @param before the bytes of a file as it is
 */
export function diffText(
  files: Overlay,
  before: (path: string) => Uint8Array,
  nameOf: (path: string) => string,
  { terminal, isTerminal, inActions }: Pick<ReportContext, 'terminal' | 'isTerminal' | 'inActions'>,
): string {
  const patch = patchOf(files, before, nameOf)
  if (isTerminal) return painted(patch, terminal)
  // A runner would act on lines of cards; so this is for people to read, and not a patch to apply.
  return inActions ? withoutRunnerCommands(patch) : patch
}

function patchOf(
  files: Overlay,
  before: (path: string) => Uint8Array,
  nameOf: (path: string) => string,
): string {
  return [...files]
    .map(([path, bytes]) => {
      const name = nameOf(path)
      const [old, now] = [before(path), bytes].map(content => Buffer.from(content).toString('utf8'))
      return createTwoFilesPatch(`a/${name}`, `b/${name}`, old ?? '', now ?? '').replace(/^=+\n/, '')
    })
    .join('')
}

function painted(patch: string, terminal: Terminal): string {
  return patch
    .split('\n')
    .map(line => {
      const text = neutralText(line.replace(/\r$/, ''))
      if (/^(---|\+\+\+) /.test(line)) return paint([{ text, styles: ['strong'] }], terminal)
      if (line.startsWith('@@')) return paint([{ text, styles: ['muted'] }], terminal)
      if (line.startsWith('+')) return paint([{ text, styles: ['good'] }], terminal)
      return line.startsWith('-') ? paint([{ text, styles: ['error'] }], terminal) : text
    })
    .join('\n')
}
