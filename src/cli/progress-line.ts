import type { Io } from './io.ts'

const FIRST_AFTER_MS = 1000
const AGAIN_AFTER_MS = 100

/** One line on a terminal's standard error that says how far work has come, once it takes longer than a second. */
export class ProgressLine {
  private readonly io: Io
  private readonly isSilent: boolean
  private readonly start: number
  private shownAt: number | undefined

  constructor(io: Io, isQuiet: boolean) {
    this.io = io
    this.isSilent = isQuiet || !io.stderr.isTTY
    this.start = io.elapsed()
  }

  /** @param text the state of the work, such as `400 of 1,046 cards` */
  show(text: string): void {
    const now = this.io.elapsed()
    if (this.isSilent || now - this.start < FIRST_AFTER_MS || now - (this.shownAt ?? 0) < AGAIN_AFTER_MS)
      return
    this.shownAt = now
    void this.io.stderr.write(`\r\x1b[K${text}`)
  }

  /** Takes the line away again. */
  clear(): void {
    if (this.shownAt !== undefined) void this.io.stderr.write('\r\x1b[K')
    this.shownAt = undefined
  }
}
