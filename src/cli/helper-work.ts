/**
 * What a helper does: lint files.
 * @param work as `StartHelpers` was given it
 * @returns what does parts of it; what that gives can be sent
 */
export async function helperWork(work: unknown): Promise<(part: unknown) => Promise<unknown>> {
  const { digestParts } = await import('../commands/lint/digest-parts.ts')
  return digestParts(work)
}
