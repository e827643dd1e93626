import { isAbsolute, relative, resolve } from 'node:path'
import { createTwoFilesPatch } from 'diff'
import { toSlashes } from '../load/library-path.ts'
import type { FileChange } from '../model/file-change.ts'
import { neutralLine, neutralText } from '../model/neutral.ts'
import { isInActions, withoutRunnerCommands } from '../model/runner-command.ts'
import { paint, type Terminal } from '../render/theme.ts'
import type { Context } from './command.ts'
import { lineHunks } from './line-hunks.ts'

/**
 * What would change, as a unified diff; where it is piped, `git apply` and `patch -p1` take it. Files that are not
 * below the working directory go by their names below another, which the first line tells.
 * @param nameOf a file of the library as the user would name it
 * @param top that other directory, absolute
 */
export function patchText(
  changes: readonly FileChange[],
  { terminal, isTerminal, env, library, cwd, settings }: Context,
  nameOf: (path: string) => string = path => library.location(path),
  top = settings.dir,
): string {
  const isElsewhere = changes.some(({ path }) => isAbsolute(nameOf(path)))
  const nameInPatch = (path: string) =>
    isElsewhere ? toSlashes(relative(top, resolve(cwd, nameOf(path)))) : nameOf(path)
  const head = isElsewhere ? `In ${neutralLine(top)}:\n` : ''
  const patch = head + changes.map(change => filePatch(change, nameInPatch, isTerminal)).join('')
  if (isTerminal) return painted(patch, terminal)
  // A runner would act on lines of cards; so this is for people to read, and not a patch to apply.
  return isInActions(env) ? withoutRunnerCommands(patch) : patch
}

/**
 * The patch of one file. A move is shown as one to people; to programs as a file that goes and one that comes, for
 * `git apply` passes a rename over where it is not run at the top of the repository.
 */
function filePatch(change: FileChange, nameOf: (path: string) => string, isShown: boolean): string {
  if (change.kind === 'move' && !isShown) return movePatch(change, nameOf)
  const [old, now] = [change.kind === 'create' ? '' : textOf(change.expected), textOf(change.content)]
  const name = nameOf(change.path)
  const from = change.kind === 'create' ? '/dev/null' : quoted(`a/${name}`)
  const moved = change.kind === 'move' ? nameOf(change.to) : name
  const to = quoted(`b/${moved}`)
  const patch = `--- ${ended(from)}\n+++ ${ended(to)}\n${hunksOf(old, now)}`
  if (change.kind !== 'move') return patch
  return `diff --git ${from} ${to}\nrename from ${quoted(name)}\nrename to ${quoted(moved)}\n${patch}`
}

function movePatch(change: FileChange & { kind: 'move' }, nameOf: (path: string) => string): string {
  const gone = hunksOf(textOf(change.expected), '')
  const come = hunksOf('', textOf(change.content))
  const [from, to] = [ended(quoted(`a/${nameOf(change.path)}`)), ended(quoted(`b/${nameOf(change.to)}`))]
  return `--- ${from}\n+++ /dev/null\n${gone}--- /dev/null\n+++ ${to}\n${come}`
}

/** With so many lines added and removed, the time that the shortest difference takes begins to be felt. */
const MOST_LINES = 1000

function hunksOf(old: string, now: string): string {
  const patch = createTwoFilesPatch('a', 'b', old, now, undefined, undefined, { maxEditLength: MOST_LINES })
  return patch?.replace(/^=+\n--- a\n\+\+\+ b\n/, '') ?? lineHunks(old, now)
}

/** A name as git writes it in a patch: as in C, where it has a character that would end or change it. */
function quoted(name: string): string {
  const special = /["\\\x00-\x1f\x7f]/g
  if (name.search(special) === -1) return name
  const octal = (unit: string) => `\\${unit.charCodeAt(0).toString(8).padStart(3, '0')}`
  return `"${name.replace(special, unit => (/["\\]/.test(unit) ? `\\${unit}` : octal(unit)))}"`
}

/** A name with the tab that git puts behind one with a space, since `patch` would stop there. */
function ended(name: string): string {
  return name.includes(' ') ? `${name}\t` : name
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
