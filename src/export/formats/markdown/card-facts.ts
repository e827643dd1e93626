import { counted, grouped } from '../../../model/count-text.ts'
import { wordDate } from '../../../model/date.ts'
import type { CardContext } from './card-context.ts'
import { escapedLine, logPlainText } from './escaped-line.ts'

/** What is worth knowing last: subjects, figures, dates, a library's own fields, and by which IDs the card is known. */
export function cardFacts({ card, json, job }: CardContext): string {
  const { tags, forum, accessed, extra = {}, aliases, id } = json
  const rows: [label: string, markdown: string | undefined][] = [
    ['Tags', tags?.map(escapedLine).join(', ')],
    ['Forum', forum && forumFigures(forum)],
    ['Read', accessed && wordDate(accessed)],
    ...Object.entries(extra).map(([name, value]): [string, string] => {
      const texts = [value].flat().map(String)
      logPlainText(card, job.losses, `extra.${name}`, ...texts)
      return [escapedLine(name), texts.map(escapedLine).join(', ')]
    }),
    ['ID', id],
    ['Former IDs', aliases?.map(escapedLine).join(', ')],
  ]
  return rows
    .filter(([, value]) => value !== undefined && value !== '')
    .map(([label, value]) => `- **${label}:** ${value}`)
    .join('\n')
}

function forumFigures({ karma, comments, answers }: NonNullable<CardContext['json']['forum']>): string {
  const parts = [
    karma === undefined ? '' : `${grouped(karma)} karma`,
    comments === undefined ? '' : counted(comments, 'comment'),
    answers === undefined ? '' : counted(answers, 'answer'),
  ]
  return parts.filter(part => part !== '').join(' · ')
}
