import { evenParagraphs } from '../../../notation/csl/plain-text.ts'

/**
 * Code points that a .bib file is better without: those that are no characters, for which Biber refuses the whole file,
 * and those that turn the direction of what comes after them, in whatever shows the file, and which LaTeX does not know.
 */
const UNFIT = /[\p{Noncharacter_Code_Point}\u202a-\u202e\u2066-\u2069]/gu

/** A text of a card as the values of a .bib file can hold it: white space evened out, a blank line between paragraphs. */
export function bibText(text: string): string {
  return evenParagraphs(text.replace(UNFIT, ''))
}

/** The same on one line. */
export function bibLine(text: string): string {
  return bibText(text).replaceAll('\n\n', ' ')
}
