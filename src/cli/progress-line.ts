import type { Io } from './io.ts'

const FIRST_AFTER_MS = 1000
const AGAIN_AFTER_MS = 100

/** One line on a terminal's standard error that says how far work has come, once it takes longer than a second. */
export class ProgressLine {
  private readonly io: Io
  private readonly isSilent: boolean
  private readonly start: number
  private text = ''
  private shownText = ''
  private shownAt: number | undefined
  private stop: (() => void) | undefined

  constructor(io: Io, isQuiet: boolean) {
    this.io = io
    this.isSilent = isQuiet || !io.stderr.isTTY
    this.start = io.elapsed()
  }

  /** @param text the state of the work, such as `400 of 1,046 cards` */
  show(text: string): void {
    if (this.isSilent) return
    this.text = text
    this.draw()
    // The next text may be long in coming.
    this.stop ??= this.io.every(AGAIN_AFTER_MS, () => this.draw())
  }

  /** Takes the line away again. */
  clear(): void {
    this.stop?.()
    this.stop = undefined
    if (this.shownAt !== undefined) void this.io.stderr.write('\r\x1b[K')
    this.shownAt = undefined
    this.shownText = ''
  }

  private draw(): void {
    const now = this.io.elapsed()
    if (now - this.start < FIRST_AFTER_MS || now - (this.shownAt ?? 0) < AGAIN_AFTER_MS) return
    if (this.text === this.shownText) return
    this.shownAt = now
    this.shownText = this.text
    void this.io.stderr.write(`\r\x1b[K${this.text}`)
  }
}
