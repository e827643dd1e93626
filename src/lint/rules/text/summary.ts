import { boilerplateKind } from '../../../model/boilerplate-kind.ts'
import { counted, grouped } from '../../../model/count-text.ts'
import { haveSameLetters } from '../../../model/fold.ts'
import { cardRule, type Problem } from '../../rule.ts'

export const summary = cardRule({
  id: 'text/summary',
  severity: 'info',
  summary: 'a summary that only repeats the title, or is too short or too long to be one',
  why: 'The summary is what readers see before they decide to open the source: a paragraph or two that say what the title does not.',
  options: {
    min: { type: 'integer', default: 40, description: 'The fewest characters that a summary should have.' },
    max: { type: 'integer', default: 2000, description: 'The most characters that a summary should have.' },
  },
  examples: {
    bad: [
      'title: Towards a better understanding of neural networks\nsummary: Towards a better understanding of neural networks.\n',
      'summary: A blog post.\n',
    ],
    good: [
      'title: Attention Is All You Need\nsummary: Introduces the Transformer, which replaces recurrence by attention alone.\n',
    ],
  },
  check({ fields }, _context, { min, max }) {
    const { summary: text, title } = fields
    if (text === undefined) return []
    const flaw = flawOf(text, title, min, max)
    return flaw && boilerplateKind(text) === undefined ? [{ ...flaw, pointer: ['summary'] }] : []
  },
})

/** What is wrong with a summary. */
function flawOf(
  text: string,
  title: string | undefined,
  min: number,
  max: number,
): Omit<Problem, 'pointer'> | undefined {
  if (title !== undefined && haveSameLetters(text, title))
    return {
      message: 'The summary is the title again.',
      help: 'Say what the source says, or remove the summary.',
      restsOn: [['title']],
    }
  // Each unit of UTF-16 counts for a half to three characters.
  const units = text.trim().length
  if (units >= 2 * min && 3 * units <= max) return undefined
  const length = lengthOf(text)
  if (length < min)
    return {
      message: `The summary is only ${counted(length, 'character')} long.`,
      help: `Say what the source says in a sentence or more, of at least ${grouped(min)} characters.`,
    }
  if (length > max)
    return {
      message: `The summary is ${grouped(length)} characters long.`,
      help: `Shorten it to ${grouped(max)}, and keep the rest under \`key_points\`, \`review\` or \`notes\`.`,
    }
  return undefined
}

/** The characters of a text; of Chinese, Japanese and Korean, which say more with each, three for one. */
function lengthOf(text: string): number {
  const wide =
    text.match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/gu)?.length ?? 0
  return [...text.trim()].length + 2 * wide
}
