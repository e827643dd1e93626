/** Plain text as CSL-JSON writes it: there `<i>` would be markup. */
export function escapeMarkup(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
}
