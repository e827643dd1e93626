import type { Limits } from './limits.ts'

/** A page, or what else is asked for. */
export interface HttpRequest {
  readonly url: string
  /** The `Accept` header. */
  readonly accept: string
  /** Of this program, for the `User-Agent`. */
  readonly version: string
  readonly limits: Limits
  /** Whether a host is on this machine or in its network. */
  readonly isPrivate: (host: string) => Promise<boolean>
}

/** What came of it. */
export type HttpOutcome = HttpAnswer | HttpFailure

export interface HttpAnswer {
  readonly kind: 'answer'
  /** Where it came from, after all redirects. */
  readonly url: string
  readonly status: number
  /** The `Content-Type` header; '' when there is none. */
  readonly contentType: string
  /** The `Retry-After` header. */
  readonly retryAfter?: string
  /** After decompression; undefined when it was too large. */
  readonly body: Uint8Array | undefined
}

/** There is no answer, or none that is whole. */
export interface HttpFailure {
  readonly kind: 'failure'
  /** Why: a sentence. */
  readonly problem: string
  /** Status code of the last answer, if there was one. */
  readonly status?: number
}
