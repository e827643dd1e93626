/** Another thread of this program, which does parts of a work. */
export interface Helper {
  /** Does a part, after those that it was given before. Rejects when the thread has come to an end. */
  do(part: unknown): Promise<unknown>
  end(): void
}

/**
 * Starts helpers: as many as there are processors that have nothing to do, which may be none.
 * @param work what they have to know to do parts of it; all of it can be sent
 */
export type StartHelpers = (work: unknown) => Promise<readonly Helper[]>
