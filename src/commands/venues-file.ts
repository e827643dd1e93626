import type { Change } from '../edit/change.ts'
import { editedFile } from '../edit/edited-file.ts'
import { unchangeableText } from '../edit/unchangeable.ts'
import { listText } from '../edit/write-card.ts'
import { examine } from '../load/examine.ts'
import { NotInLibraryError, readBelow } from '../load/library-path.ts'
import type { Raw } from '../load/raw.ts'
import { readBySchema } from '../load/read-by-schema.ts'
import { SourceText } from '../load/source-text.ts'
import { CardsError } from '../model/errors.ts'
import type { FileChange } from '../model/file-change.ts'
import type { Finding } from '../model/finding.ts'
import { ioCode, ioReason } from '../model/io-error.ts'
import type { Context } from './command.ts'
import { schemaAddresses } from './schema-addresses.ts'

const PATH = 'venues.yaml'

/** A library's venues.yaml as it is now, and how it is changed: only what is wanted, the rest to the byte. */
export class VenuesFile {
  /** As the user would name it. */
  readonly name: string
  private readonly bytes: Uint8Array | undefined
  private readonly source: SourceText

  constructor({ settings, library }: Pick<Context, 'settings' | 'library'>) {
    this.name = library.location(PATH)
    this.bytes = readFile(settings.dir, this.name)
    const text = this.bytes && Buffer.from(this.bytes)
    const start = () => Buffer.from(listText([], { schema: schemaAddresses(settings).venues }))
    this.source = new SourceText(PATH, 'venues', text === undefined ? start() : withList(text))
  }

  /** The entries as they are written; their places are those that changes point to. */
  get entries(): readonly Raw[] {
    const { value } = this.source
    if (Array.isArray(value)) return value
    throw new CardsError(
      'io',
      `${this.name} cannot be read as a list of venues; it was left as it is.`,
      'Mend it first: `cards lint` says what is wrong.',
    )
  }

  /** Where the first entry with an id is, be it right or not; -1 for none. */
  indexOf(id: string): number {
    return this.entries.findIndex(
      entry => typeof entry === 'object' && !Array.isArray(entry) && entry.id === id,
    )
  }

  /**
   * The change of the file that some changes of its value make.
   * @param indices of the entries that are changed
   * @throws CardsError `usage` when one of them would not fit the schema, with what lint would say of it
   */
  changed(
    changes: readonly Change[],
    ...indices: readonly number[]
  ): { content: Uint8Array; change: FileChange } {
    const content = editedFile(this.source, changes)
    if (content === undefined)
      throw new CardsError('io', `${unchangeableText(this.name)} It was left as it is.`, 'Edit it by hand.')
    const found = newProblems(this.source.text, Buffer.from(content).toString('utf8'), indices)
    const [first] = found
    if (first && found.length === 1) throw new CardsError('usage', first.message, first.help)
    if (first)
      throw new CardsError('usage', found.map(({ message, help }) => `${message} ${help}`).join('\n'))
    const expected = this.bytes
    return {
      content,
      change: expected
        ? { kind: 'replace', path: PATH, content, expected }
        : { kind: 'create', path: PATH, content },
    }
  }
}

function readFile(dir: string, name: string): Uint8Array | undefined {
  try {
    return readBelow(dir, PATH)
  } catch (error) {
    if (ioCode(error) === 'ENOENT') return undefined
    const why = error instanceof NotInLibraryError ? error.message : `cannot be read: ${ioReason(error)}`
    throw new CardsError('io', `${name} ${why}.`, 'Keep the file itself in the library.')
  }
}

/** A file that has at most comments, with an empty list after them. */
function withList(bytes: Buffer): Uint8Array {
  const text = bytes.toString('utf8')
  const lines = text.replace(/^\ufeff/, '').split('\n')
  if (!lines.every(line => /^(?:#|---$|$)/.test(line.trim()))) return bytes
  const lineEnd = text.includes('\r\n') ? '\r\n' : '\n'
  const head = text.trimEnd()
  return Buffer.from(
    `${head}${head === '' ? '' : lineEnd + (head.endsWith('---') ? '' : lineEnd)}[]${lineEnd}`,
  )
}

/** What the schema has against entries after a change, and did not have before. */
function newProblems(before: string, after: string, indices: readonly number[]): Finding[] {
  const text = after.replace(/^\ufeff/, '')
  // Much faster, where there is nothing to tell.
  if (readBySchema('venues', text) !== undefined) return []
  const known = new Set(problems(before, indices).map(keyOf))
  return problems(text, indices).filter(each => !known.has(keyOf(each)))
}

function problems(text: string, indices: readonly number[]): Finding[] {
  return examine('venues', text, PATH).findings.filter(
    ({ severity, pointer }) =>
      severity === 'error' && indices.some(index => `${pointer}/`.startsWith(`/${index}/`)),
  )
}

function keyOf({ rule, pointer, message }: Finding): string {
  return `${rule} ${pointer} ${message}`
}
