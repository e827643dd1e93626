import { isRetiredPath } from '../../../model/card.ts'
import { nearest } from '../../../model/nearest.ts'
import type { CardContext } from '../../lint-context.ts'
import { libraryRule } from '../../rule.ts'
import { isComplete, missingHelp } from './missing-entry.ts'

export const page = libraryRule({
  id: 'ref/page',
  severity: 'warning',
  summary: 'a citing page that pages.yaml does not have',
  why: 'The page is shown by its id alone, without title and link: mostly the id is misspelt, or the page is gone. While pages.yaml knows the page of less than half of all citations, only ids that look misspelt are reported.',
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
  link({ fields: { cited_by }, path }, links, context) {
    const known = cited_by === undefined || isRetiredPath(path) ? undefined : knownPages(context)
    if (cited_by === undefined || known === undefined) return
    const unknown: string[] = []
    for (const id of cited_by) if (!known.has(id)) unknown.push(id)
    links.counts('page', cited_by.length - unknown.length, cited_by.length)
    if (unknown.length === 0) return
    if (unknown.some(id => nearest(id, known, 1).length > 0)) links.alone()
    links.mostly('page')
  },
  *check(context) {
    const { cards } = context
    const known = knownPages(context)
    if (known === undefined) return
    const ids = [...known]
    // Whether pages.yaml is meant to have all pages.
    const isKept = context.isMostly('page')
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

const idsOf = new WeakMap<NonNullable<CardContext['pages']>, ReadonlySet<string>>()

/** The ids of all pages; undefined when they are not all known. */
function knownPages(context: CardContext): ReadonlySet<string> | undefined {
  const { pages } = context
  if (pages === undefined || !isComplete('pages.yaml', pages.length, context)) return undefined
  const ids = idsOf.get(pages) ?? new Set(pages.map(({ id }) => id))
  idsOf.set(pages, ids)
  return ids
}
