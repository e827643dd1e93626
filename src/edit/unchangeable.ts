/**
 * What to say of a file for which there are no text edits that surely make the wanted changes, and nothing else.
 * @param name the file, as the user would name it
 */
export function unchangeableText(name: string): string {
  return `${name} cannot be changed without touching something else in it.`
}
