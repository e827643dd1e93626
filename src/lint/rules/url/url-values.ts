import type { KnownFields } from '../../../model/card.ts'
import type { Pointer } from '../../../model/place.ts'

/** A URL that a card gives, and where. */
export interface UrlValue {
  readonly text: string
  readonly pointer: Pointer
}

/** The URLs of a card's source: `url`, then `also_at`. */
export function sourceUrls({ url, also_at }: KnownFields): UrlValue[] {
  if (also_at === undefined) return url === undefined ? [] : [{ text: url, pointer: ['url'] }]
  return [
    ...(url === undefined ? [] : [{ text: url, pointer: ['url'] }]),
    ...also_at.map((text, i) => ({ text, pointer: ['also_at', i] })),
  ]
}

/** All URLs of a card: those of its source, then that of the archived copy. */
export function allUrls(fields: KnownFields): UrlValue[] {
  const { archive_url } = fields
  return [
    ...sourceUrls(fields),
    ...(archive_url === undefined ? [] : [{ text: archive_url, pointer: ['archive_url'] }]),
  ]
}
