import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join, sep } from 'node:path'

/** The files of a library, by path: without those whose name starts with a dot, which no reader looks at. */
export function filesOf(dir: string): Map<string, string> {
  return new Map(namesOf(dir, false).map(name => [name, readFileSync(join(dir, name), 'utf8')]))
}

/** The names of what a library has beside its files: locks, and what writers have not finished. */
export function leftoversOf(dir: string): string[] {
  return namesOf(dir, true)
}

function namesOf(dir: string, isHidden: boolean): string[] {
  return readdirSync(dir, { recursive: true, encoding: 'utf8' })
    .map(name => name.replaceAll(sep, '/'))
    .filter(name => /(?:^|\/)\.[^/]*$/.test(name) === isHidden && statSync(join(dir, name)).isFile())
    .sort()
}

/** Gives a directory exactly these files. */
export function setFiles(dir: string, files: ReadonlyMap<string, string>): void {
  rmSync(dir, { recursive: true, force: true })
  mkdirSync(dir, { recursive: true })
  for (const [path, text] of files) {
    mkdirSync(dirname(join(dir, path)), { recursive: true })
    writeFileSync(join(dir, path), text)
  }
}
