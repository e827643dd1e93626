const STAND_IN =
  /^(?:todo|tbd|tba|fixme|x{3,}|n\/?a|none|null|nil|unknown|missing|url|link|placeholder|\?+|-+|…+|\.{2,}|<[\w -]*>|\{[\w -]*\})$/i

/** Whether a text is what people write where they do not know a value yet. */
export function isPlaceholderWord(text: string): boolean {
  return text.length < 40 && STAND_IN.test(text.trim())
}
