import { createTwoFilesPatch } from 'diff'
import type { FileChange } from '../model/file-change.ts'
import { isInActions, withoutRunnerCommands } from '../model/runner-command.ts'
import { neutralText } from '../render/neutral.ts'
import { paint, type Terminal } from '../render/theme.ts'
import type { Context } from './command.ts'

/**
 * What would change, as a unified diff; where it is piped, `git apply` and `patch -p1` take it.
 * @param nameOf a file of the library as the user would name it
 */
export function patchText(
  changes: readonly FileChange[],
  { terminal, isTerminal, env, library }: Context,
  nameOf: (path: string) => string = path => library.location(path),
): string {
  const patch = changes.map(change => filePatch(change, nameOf)).join('')
  if (isTerminal) return painted(patch, terminal)
  // A runner would act on lines of cards; so this is for people to read, and not a patch to apply.
  return isInActions(env) ? withoutRunnerCommands(patch) : patch
}

function filePatch(change: FileChange, nameOf: (path: string) => string): string {
  const [old, now] = [change.kind === 'create' ? '' : textOf(change.expected), textOf(change.content)]
  const name = nameOf(change.path)
  const head = change.kind === 'create' ? '/dev/null' : `a/${name}`
  const to = change.kind === 'move' ? nameOf(change.to) : name
  const patch = createTwoFilesPatch(head, `b/${to}`, old, now).replace(/^=+\n/, '')
  if (change.kind !== 'move') return patch
  // Without these lines of git's, a patch would make a second file.
  return `diff --git a/${name} b/${to}\nrename from ${name}\nrename to ${to}\n${patch}`
}

function textOf(content: string | Uint8Array): string {
  return Buffer.from(content).toString('utf8')
}

function painted(patch: string, terminal: Terminal): string {
  return patch
    .split('\n')
    .map(line => {
      const text = neutralText(line.replace(/\r$/, ''))
      if (/^(---|\+\+\+) /.test(line)) return paint([{ text, styles: ['strong'] }], terminal)
      if (/^(@@|diff --git |rename )/.test(line)) return paint([{ text, styles: ['muted'] }], terminal)
      if (line.startsWith('+')) return paint([{ text, styles: ['good'] }], terminal)
      return line.startsWith('-') ? paint([{ text, styles: ['error'] }], terminal) : text
    })
    .join('\n')
}
