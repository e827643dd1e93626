import { nearest } from '../../../model/nearest.ts'
import { libraryRule } from '../../rule.ts'
import { isComplete, missingHelp } from './missing-entry.ts'

export const page = libraryRule({
  id: 'ref/page',
  severity: 'warning',
  summary: 'a citing page that pages.yaml does not have',
  why: 'The page is shown by its id alone, without title and link: mostly the id is misspelt, or the page is gone. While pages.yaml has less than half of the pages that cards name, only ids that look misspelt are reported.',
  examples: {
    bad: [
      {
        files: {
          'aB3dE5gH7j.yaml': 'cited_by: [goodfire, goodfir]\n',
          'pages.yaml': '- id: goodfire\n  title: Goodfire\n',
        },
      },
    ],
    good: [
      {
        files: {
          'aB3dE5gH7j.yaml': 'cited_by: [goodfire]\n',
          'pages.yaml': '- id: goodfire\n  title: Goodfire\n',
        },
      },
      'cited_by: [goodfire]\n',
    ],
  },
  *check(context) {
    const { cards, pages } = context
    if (pages === undefined || !isComplete('pages.yaml', pages.length, context)) return
    const known = new Set(pages.map(({ id }) => id))
    const ids = [...known]
    // Whether pages.yaml is meant to have all pages.
    const cited = new Set(cards.flatMap(({ fields }) => fields.cited_by ?? []))
    const isKept = 2 * [...cited].filter(id => known.has(id)).length >= cited.size
    for (const { path, fields } of cards)
      for (const [i, id] of (fields.cited_by ?? []).entries())
        if (!known.has(id) && (isKept || nearest(id, ids, 1).length > 0))
          yield {
            message: `There is no page \`${id}\`.`,
            help: missingHelp(id, ids, 'add it to pages.yaml'),
            file: path,
            pointer: ['cited_by', i],
          }
  },
})
