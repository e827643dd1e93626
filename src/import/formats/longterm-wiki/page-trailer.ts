/** What a page's text ends with. */
export interface PageTrailer {
  /** The text before it. */
  readonly body: string
  readonly recordId?: string
  readonly stableId?: string
  /** Whether the page says that its preview was cut, and how much text there was. */
  readonly truncated: boolean
  readonly sizeKb?: number
}

const IDS = /([0-9a-f]{16})[ \t]*\|[ \t]*Stable ID:[ \t]*(\S+)\s*$/
const CUT = /\n?\.\.\. \(truncated, (\d+(?:\.\d+)?) KB total\)\s*$/

/**
 * Takes off the end of a page's text: `... (truncated, 5 KB total)`, and glued to it or on a line of its own
 * `<resource id> | Stable ID: <id>`.
 */
export function splitTrailer(text: string): PageTrailer {
  const ids = IDS.exec(text)
  const withoutIds = ids ? text.slice(0, ids.index) : text
  const cut = CUT.exec(withoutIds)
  return {
    body: cut ? withoutIds.slice(0, cut.index) : withoutIds,
    truncated: cut !== null,
    ...(ids?.[1] === undefined ? {} : { recordId: ids[1] }),
    ...(ids?.[2] === undefined ? {} : { stableId: ids[2] }),
    ...(cut ? { sizeKb: Number(cut[1]) } : {}),
  }
}
