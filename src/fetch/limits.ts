/** How much is asked of the network at most. */
export interface Limits {
  /** Of the whole answer of one address, with its redirects. */
  readonly milliseconds: number
  /** Of a body, after decompression. */
  readonly bytes: number
  readonly redirects: number
}

export const LIMITS: Limits = { milliseconds: 15_000, bytes: 5 * 1024 * 1024, redirects: 5 }
