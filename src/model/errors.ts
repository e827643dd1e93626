/**
 * Why a command cannot go on. `no` answers a question in the negative, `cancelled` is the user's own no (exit 1); the
 * others could not do it (exit 2).
 */
export type ErrorCode = 'no' | 'cancelled' | 'usage' | 'config' | 'no-library' | 'io'

/** Thrown when a command cannot go on: what happened, and what the user can do next. */
export class CardsError extends Error {
  override readonly name = 'CardsError'
  readonly code: ErrorCode
  readonly hint: string | undefined

  /**
   * @param code what kind of failure it is; decides the exit code
   * @param message what happened and where: one sentence, or several lines when it shows a place
   * @param hint what to do next
   */
  constructor(code: ErrorCode, message: string, hint?: string) {
    super(message)
    this.code = code
    this.hint = hint
  }
}
