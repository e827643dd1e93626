/** What a piece of text is, from which the theme makes how it looks. */
export type Style =
  | 'title'
  | 'heading'
  | 'label'
  | 'muted'
  | 'strong'
  | 'emphasis'
  | 'code'
  | 'link'
  | 'id'
  | 'stars'
  | 'match'
  | 'good'
  | 'info'
  | 'warning'
  | 'error'

/** A piece of text on its way to a terminal: what it is, and the address that it leads to. */
export interface Span {
  readonly text: string
  readonly styles?: readonly Style[]
  readonly link?: string
}

/** A span in the given styles. */
export function span(text: string, ...styles: Style[]): Span {
  return styles.length > 0 ? { text, styles } : { text }
}
