import { unchangeableText } from '../edit/unchangeable.ts'
import { SourceText } from '../load/source-text.ts'
import type { Card } from '../model/card.ts'
import { CardsError } from '../model/errors.ts'
import type { Library } from '../model/library.ts'

/** A file of a library as text. */
export async function sourceOf(library: Library, path: string): Promise<SourceText> {
  return new SourceText(path, 'card', await library.source(path))
}

/** What to throw when there are no text edits that surely make the wanted changes of a card's file. */
export function unchangeable({ id, path }: Card, library: Library): CardsError {
  return new CardsError(
    'no',
    `${unchangeableText(library.location(path))} Nothing was written.`,
    `Edit it by hand: cards edit ${id}`,
  )
}

/** The paths of a library's files, by how a file system compares them that does not tell capitals from small letters. */
export async function pathsByFold(library: Library): Promise<ReadonlyMap<string, string>> {
  return new Map((await library.files()).map(({ path }) => [foldPath(path), path]))
}

export function foldPath(path: string): string {
  return path.toLowerCase()
}
