import { counted, grouped } from '../../model/count-text.ts'
import { fewNames } from '../../model/few-names.ts'
import { firstOf } from '../../model/first-of.ts'
import { neutralLine } from '../../model/neutral.ts'
import { CHECK } from '../unknown-line.ts'
import type { CitingPage, SkippedDocument } from './place-documents.ts'
import type { UpdatePlan } from './update-plan.ts'

/** So many pages and documents are told one by one. */
const TOLD = 10

/** What an update did, or would do, in words. */
export function updateNotes(plan: UpdatePlan, done: 'done' | 'planned'): string[] {
  return [...plan.notes, summary(plan, done), ...checkLines(plan)]
}

/** The documents of which it may not be plain which page they are: unclear ones, several that are one, those passed over. */
export function placeNotes({ pages, skipped, unclear }: UpdatePlan): string[] {
  const shared = pages.filter(({ documents }) => documents.length > 1)
  return [...some(unclear, unclearLine), ...some(shared, sharedLine), ...some(skipped, skippedLine)].map(
    neutralLine,
  )
}

function summary({ cards, pages, read }: UpdatePlan, done: 'done' | 'planned'): string {
  const added = pages.filter(page => page.added).length
  const documents = counted(read, 'document')
  if (pages.length === 0) return `No page that the library knows is among ${documents}.`
  const from = `${documents} of ${counted(pages.length, 'page')}`
  if (cards.length === 0 && added === 0)
    return `Nothing to change: cited_by says what ${from} ${read === 1 ? 'cites' : 'cite'}.`
  const gained = cards.flatMap(card => card.gained).length
  const lost = cards.flatMap(card => card.lost).length
  const would = done === 'planned' ? 'would change' : 'changed'
  const entries =
    added > 0 ? ` ${counted(added, 'page')} ${done === 'planned' ? 'would be ' : ''}added to pages.yaml.` : ''
  return `${counted(cards.length, 'card')} ${would} (${counted(gained, 'citing page')} added, ${grouped(lost)} removed), by ${from}.${entries}`
}

function unclearLine({ name }: UpdatePlan['unclear'][number]): string {
  return `The front matter of ${name} cannot be read, so it goes by its path.`
}

function sharedLine({ id, documents }: CitingPage): string {
  return `The page ${id} is ${counted(documents.length, 'document')}: ${fewNames(documents.map(({ name }) => name))}.`
}

function skippedLine({ document: { name }, id, isShared, cards }: SkippedDocument): string {
  const what = `${name} cites ${counted(cards.length, 'card')}`
  if (id === undefined)
    return `${what}, but its name cannot be the id of a page: give it one at its top (\`id: about-us\`), or with --page.`
  if (isShared)
    return `${what}, but is not the only document that would be the page ${id}: give it an id at its top (\`id: ${id}-2\`), or with --page.`
  return `${what}, but there is no page ${id}: --add-pages adds it.`
}

function checkLines({ unknown, retired }: UpdatePlan): string[] {
  const lead = (count: number) => `${counted(count, 'name')} ${count === 1 ? 'leads' : 'lead'} to`
  const parts = [
    ...(unknown > 0 ? [`${lead(unknown)} no card`] : []),
    ...(retired > 0 ? [`${lead(retired)} ${retired === 1 ? 'a retired card' : 'retired cards'}`] : []),
  ]
  return parts.length === 0 ? [] : [`${parts.join(', ')}: ${CHECK}`]
}

function some<T>(items: readonly T[], line: (item: T) => string): string[] {
  return firstOf(items.map(line), TOLD, more => `… and ${grouped(more)} more.`)
}

/** What `cards refs update --json` prints. */
export function updateJson({ cards, pages, skipped, unknown, retired, read }: UpdatePlan): unknown {
  return {
    action: 'update',
    read,
    cards: cards.map(({ card, gained, lost }) => ({ id: card.id, path: card.path, gained, lost })),
    pages: pages.map(({ id, documents, cards, added }) => ({
      id,
      documents: documents.map(({ name }) => name),
      cites: cards.map(card => card.id),
      added: added !== undefined,
    })),
    skipped: skipped.map(({ document, id, cards }) => ({
      path: document.name,
      ...(id !== undefined && { page: id }),
      cites: cards.map(card => card.id),
    })),
    unknown,
    retired,
  }
}
