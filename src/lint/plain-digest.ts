import type { FileDigest } from './file-digest.ts'
import type { Days } from './today.ts'

/** Whether a digest says nothing but that there is a card, in the file of its name. Most do. */
export function isPlain({
  id,
  findings,
  omissions,
  hasComments,
  preview,
  days,
  needsIds,
}: FileDigest): boolean {
  return (
    id === true &&
    findings.length + omissions.length === 0 &&
    !hasComments &&
    !preview &&
    days?.until === undefined &&
    !needsIds
  )
}

/** Such a digest. */
export function plainDigest(path: string, days?: Days): FileDigest {
  return { path, kind: 'card', id: true, findings: NONE, omissions: NONE, days }
}

const NONE: readonly never[] = []

/** Digests as few of them as need be told: those that are not plain, by their places, and for how long the others hold. */
export interface Notable {
  readonly notable: readonly (readonly [number, Omit<FileDigest, 'path' | 'kind'>])[]
  /** The first day on which all plain ones hold; '' for any. */
  readonly from: string
}

/** What has to be told of the digests of cards. */
export function notableOf(digests: readonly FileDigest[]): Notable {
  let from = ''
  const notable: Notable['notable'][number][] = []
  for (const [i, digest] of digests.entries()) {
    const { path: _, kind: __, ...told } = digest
    if (!isPlain(digest)) notable.push([i, told])
    else if (digest.days?.from !== undefined && digest.days.from > from) from = digest.days.from
  }
  return { notable, from }
}

/** The digests of which that was told. */
export function digestsFrom({ notable, from }: Notable, paths: readonly string[]): FileDigest[] {
  const told = new Map(notable)
  const days = from === '' ? undefined : { from }
  return paths.map((path, i) => {
    const known = told.get(i)
    return known ? { path, kind: 'card', ...known } : plainDigest(path, days)
  })
}
