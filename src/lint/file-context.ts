import { previewProblem } from '../load/preview-problem.ts'
import type { UncheckedLibrary } from '../load/unchecked-library.ts'
import type { Card } from '../model/card.ts'
import type { Omissions } from '../model/omissions.ts'
import type { FileDigest } from './file-digest.ts'
import type { CardContext } from './lint-context.ts'
import type { LintOptions } from './lint-options.ts'
import { Today } from './today.ts'

/** Says whether an ID is taken by another file than the one at a path. */
export type IsTaken = (id: string, path: string) => boolean

/** What rules see beside a file; notes what of it can change without the file. */
export class FileContext implements CardContext {
  readonly venues: CardContext['venues']
  readonly pages: CardContext['pages']
  readonly tags: CardContext['tags']
  readonly today: Today
  readonly omissions: CardContext['omissions']
  private readonly dir: string
  private readonly knowsTaken: IsTaken | undefined
  private path = ''
  private ownOmissions: Omissions = NONE
  private preview: FileDigest['preview']
  private needsIds = false

  constructor(library: UncheckedLibrary, { today, tags }: LintOptions, isTaken: IsTaken | undefined) {
    const registries = new Map(library.registries.map(({ path, omissions }) => [path, omissions]))
    this.venues = library.venues
    this.pages = library.pages
    this.tags = tags
    this.today = new Today(today)
    this.omissions = { get: path => (path === this.path ? this.ownOmissions : registries.get(path)) }
    this.dir = library.dir
    this.knowsTaken = isTaken
  }

  /** Turns to another file. */
  begin(path: string, omissions: Omissions): void {
    this.path = path
    this.ownOmissions = omissions
    this.preview = undefined
    this.needsIds = false
  }

  /** What was noted of the file. */
  noted(): Pick<FileDigest, 'days' | 'preview' | 'needsIds'> {
    return { days: this.today.takeDays(), preview: this.preview, needsIds: this.needsIds }
  }

  previewProblem({ fields }: Card): string | undefined {
    if (fields.preview === undefined) return undefined
    const { file } = fields.preview
    const problem = previewProblem(this.dir, file)
    this.preview = { file, ...(problem !== undefined && { problem }) }
    return problem
  }

  isTaken(id: string, path: string): boolean {
    this.needsIds = true
    return this.knowsTaken?.(id, path) ?? false
  }
}

const NONE: readonly never[] = []
