import { dirname, join, relative } from 'node:path'
import { makeDirectory } from '../../disk/make-directory.ts'
import { createFile, FileExistsError, replaceFile } from '../../disk/write-file.ts'
import { toSlashes } from '../../load/library-path.ts'
import { pathKind } from '../../load/path-kind.ts'
import { readIfThere } from '../../load/read-inputs.ts'
import { CONFIG_NAME, shownPath } from '../../load/settings.ts'
import type { FileChange } from '../../model/file-change.ts'
import type { Context } from '../command.ts'
import { schemaAddresses } from '../schema-addresses.ts'
import { type CiService, ciFile } from './ci.ts'
import { configText } from './config.ts'
import { editorSettings, hasSchemas, schemaGlobs, withSchemas } from './editor.ts'
import type { InitPlace } from './place.ts'
import { starterVenues } from './venues.ts'

/** What a library is made with. */
export interface InitChoices {
  readonly venues: 'starter' | 'none'
  readonly editor: 'vscode' | 'none'
  readonly ci: CiService | 'none'
}

/** A file or directory of a new library. */
export interface InitItem {
  /** Absolute. */
  readonly path: string
  /** As the user would name it. */
  readonly name: string
  /** What it is for, in a few words. */
  readonly purpose: string
  /** `left`: it is there, lacks something, and is for people to change. */
  readonly state: 'new' | 'extended' | 'there' | 'left'
  /** How it is made; none for a directory, and for what stays as it is. */
  readonly change?: FileChange
  /** What people are to add to one that is left. */
  readonly missing?: string
}

/** All that a library is made of, and what is there of it. */
export function initItems(place: InitPlace, choices: InitChoices, { cwd, version }: Context): InitItem[] {
  const { dir, base, dirFromBase, settings } = place
  const addresses = schemaAddresses(settings)
  const item = (path: string, purpose: string, content?: string): InitItem => {
    const name = shownPath(path, cwd) + (content === undefined ? '/' : '')
    if (pathKind(path) !== undefined) return { path, name, purpose, state: 'there' }
    return {
      path,
      name,
      purpose,
      state: 'new',
      ...(content === undefined ? {} : { change: { kind: 'create', path, content } }),
    }
  }
  const items = [
    item(dir, 'a YAML file for each source'),
    item(
      join(base, CONFIG_NAME),
      'settings, each explained',
      configText(dirFromBase, addresses.card?.replace('card.schema', 'config.schema')),
    ),
  ]
  if (choices.venues === 'starter')
    items.push(item(join(dir, 'venues.yaml'), 'venues and their ratings', starterVenues(addresses.venues)))
  // A path is as seen from a card, which an editor's settings are not.
  if (choices.editor === 'vscode' && addresses.card !== undefined && /^https?:/i.test(addresses.card)) {
    const path = join(base, '.vscode', 'settings.json')
    const purpose = 'completes and checks in VS Code'
    const globs = schemaGlobs(addresses.card, dirFromBase, CONFIG_NAME)
    const whole = editorSettings(globs)
    items.push(
      extended(item(path, purpose, whole), before =>
        hasSchemas(before, globs) ? before : withSchemas(before, globs),
      ) ?? { ...item(path, purpose, whole), state: 'left', missing: whole.replace(/^\{\n|\n\}\n$/g, '') },
    )
  }
  if (choices.ci !== 'none') {
    const top = place.root ?? base
    const file = ciFile(choices.ci, toSlashes(relative(top, base)), version)
    const made = item(join(top, file.path), 'checks each change', file.content)
    const isOurs = choices.ci === 'github' || /source-cards/.test(textAt(made.path) ?? 'source-cards')
    items.push(isOurs ? made : { ...made, state: 'left', missing: file.content.trimEnd() })
  }
  return items
}

/**
 * An item that is there, with what it lacks.
 * @param extend gives the same text when it lacks nothing, undefined when it cannot be extended
 */
function extended(item: InitItem, extend: (before: string) => string | undefined): InitItem | undefined {
  if (item.state === 'new') return item
  const expected = readIfThere(item.path)
  const before = expected?.toString('utf8')
  const after = before === undefined ? undefined : extend(before)
  if (expected === undefined || after === undefined) return undefined
  if (after === before) return item
  const change = { kind: 'replace', path: item.path, content: Buffer.from(after), expected } as const
  return { ...item, state: 'extended', change }
}

function textAt(path: string): string | undefined {
  return readIfThere(path)?.toString('utf8')
}

/** Makes what is new, never in place of something else. Says what became of each. */
export function makeItems(items: readonly InitItem[]): InitItem[] {
  return items.map(item => {
    const { path, change, state } = item
    if (change === undefined) {
      if (state === 'new') makeDirectory(path)
      return item
    }
    makeDirectory(dirname(path))
    if (change.kind === 'replace') replaceFile(path, change.content, change.expected)
    else if (!isCreated(path, change.content)) return { ...item, state: 'there' }
    return item
  })
}

/** Creates a file; somebody may have done so meanwhile. */
function isCreated(path: string, content: string | Uint8Array): boolean {
  try {
    createFile(path, content)
    return true
  } catch (error) {
    if (error instanceof FileExistsError) return false
    throw error
  }
}
