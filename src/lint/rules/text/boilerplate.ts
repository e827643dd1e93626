import { type BoilerplateKind, boilerplateKind, isPageInTheWay } from '../../../model/boilerplate-kind.ts'
import type { Card } from '../../../model/card.ts'
import { cardRule, type Problem } from '../../rule.ts'
import { proseOf, textFields } from './text-fields.ts'

const WORDS: Readonly<Record<BoilerplateKind, string>> = {
  refusal: "a language model's answer that it could not do what was asked",
  wall: 'what a site shows in place of its content: a login, a cookie notice or a bot check',
  'error page': 'the text of an error page',
  placeholder: 'a placeholder',
}

export const boilerplate = cardRule({
  id: 'text/boilerplate',
  severity: 'error',
  summary: "a machine's refusal, a bot or cookie wall or an error page, kept as if the source said it",
  why: 'It says nothing about the source, and readers, searches and whatever is built on the card take it for its content. Often nobody has read the source at all.',
  examples: {
    bad: [
      'summary: I apologize, but the provided text does not appear to be a substantive document about red teaming.\n',
      'abstract: Please enable JavaScript and cookies to continue\n',
      'key_points:\n  - "As an AI language model, I cannot open links."\n',
      'title: Just a moment...\n',
    ],
    good: [
      'summary: Measures how often models answer "I cannot provide a summary" when they are asked for one.\n',
      'abstract: As an AI safety researcher, I have often been asked whether I cannot see the point of it.\n',
      'key_points:\n  - Access denied by the court remains denied to researchers as well.\n',
    ],
  },
  check(card) {
    const { title = '' } = card.fields
    const hasPlainTitle = !isPageInTheWay(title)
    if (hasPlainTitle && !proseOf(card.fields).some(isBoilerplate)) return []
    return problemsOf(card, hasPlainTitle)
  },
})

function isBoilerplate(text: string): boolean {
  return boilerplateKind(text) !== undefined
}

function* problemsOf(card: Card, hasPlainTitle: boolean): Iterable<Problem> {
  if (!hasPlainTitle)
    yield {
      message: `The title \`${card.fields.title}\` is that of a page that stands in the way of the source.`,
      help: 'Open the source and write the title that it gives itself.',
      pointer: ['title'],
    }
  for (const { pointer, called, text, kind } of textFields(card)) {
    const found = kind === 'prose' ? boilerplateKind(text) : undefined
    if (found === undefined) continue
    yield {
      message: `${called} is ${WORDS[found]}.`,
      help: 'Read the source and write it anew, or remove it.',
      pointer,
    }
  }
}
