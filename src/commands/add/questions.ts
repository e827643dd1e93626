import { rawValue } from '../../edit/raw-value.ts'
import type { Raw } from '../../load/raw.ts'
import { schemaAt } from '../../load/schemas.ts'
import type { Card, CardFields, CardType } from '../../model/card.ts'
import { CardsError } from '../../model/errors.ts'
import { SOURCE_FIELDS } from '../../model/identifier.ts'
import { neutralLine } from '../../model/neutral.ts'
import { cancelled, type Prompts } from '../prompts.ts'
import { shownValue } from '../shown-value.ts'
import type { CardDraft } from './draft.ts'
import { type KnownSources, type Refusal, similarNote } from './known-sources.ts'
import { tidied } from './options.ts'
import { sourceIn } from './source.ts'

/** What a person at a terminal is asked with: their draft, and what it is about. */
export interface Interview {
  readonly prompts: Prompts
  readonly draft: CardDraft
  readonly known: KnownSources
  readonly today: string
}

/** So many tags of the library are suggested. */
const SUGGESTED_TAGS = 3

/** Asks where the source is, unless the draft says. */
export async function askSource({ prompts, draft }: Interview): Promise<void> {
  if (hasSource(draft)) return
  const answer = await prompts.text('URL, DOI or arXiv id of the source', {
    placeholder: 'such as 10.1038/nature14539',
    check: given =>
      sourceIn(given)
        ? undefined
        : given === ''
          ? 'Every card needs one.'
          : 'That is no URL, DOI, arXiv id or ISBN.',
  })
  for (const [field, value] of Object.entries(sourceIn(answer) ?? {}))
    draft.fill(field, value, 'person', 'your answer')
}

/**
 * Shows a person the card that is to be written, and asks.
 * @throws CardsError `cancelled` when it is not to be
 */
export async function confirmAdd(prompts: Prompts, fields: Omit<CardFields, 'id'>): Promise<void> {
  const lines = Object.entries(fields)
    .filter(([field]) => field !== 'fetch')
    .map(([field, value]) => `${field}: ${neutralLine(shownValue(rawValue(value)))}`)
  prompts.note(lines.join('\n'))
  if (!(await prompts.confirm('Add it?', true))) throw cancelled()
}

/** Whether a draft says where its source is. */
export function hasSource(draft: CardDraft): boolean {
  return SOURCE_FIELDS.some(field => draft.has(field))
}

/** What a person wants of a source that the library has a card for: add another, or bring the retired one back. */
export type Decision = 'add anyway' | { readonly revive: Card }

/**
 * Tells a person that the library has a card for the source, and asks what to do.
 * @throws CardsError `no` when nothing is to be added
 */
export async function askAboutKnown(prompts: Prompts, { error, revivable }: Refusal): Promise<Decision> {
  prompts.note(error.message)
  if (revivable && (await prompts.confirm('Bring that card back?', true))) return { revive: revivable }
  if (await prompts.confirm('Add another card all the same?')) return 'add anyway'
  throw new CardsError('no', 'Nothing was added.', error.hint?.split('\n')[0])
}

/** Asks for a title, with the one that was found to begin with. */
export async function askTitle(interview: Interview): Promise<void> {
  const { draft, known, prompts } = interview
  if (draft.get('title')?.by !== 'person') await askText(interview, 'title', 'Title')
  const note = similarNote(known, draft.known())
  if (note !== undefined) prompts.note(note)
}

/** Asks for everything else that most cards have, and what the library requires; what a person gave stays. */
export async function askRest(interview: Interview): Promise<void> {
  const { draft, prompts } = interview
  const isOpen = (field: string) => draft.get(field)?.by !== 'person'
  if (isOpen('type')) {
    const guess = draft.get('type')
    const type = await prompts.choose('Type', typeChoices(guess?.value as CardType, guess?.from))
    if (type !== guess?.value) draft.set('type', type, 'person', 'your answer')
  }
  if (isOpen('authors')) await askText(interview, 'authors', 'Authors, parted by ;', { separator: ';' })
  if (isOpen('published'))
    await askText(interview, 'published', 'Published', { placeholder: 'such as 2026-02-06 or 2026' })
  if (isOpen('tags'))
    await askText(interview, 'tags', 'Tags, parted by commas', {
      separator: ',',
      placeholder: suggested(frequentTags(interview.known)),
    })
  if (isOpen('summary')) await askText(interview, 'summary', 'Summary')
  await askOwn(interview)
}

/** Asks for those of the library's own fields that every card must have. */
async function askOwn({ prompts, draft }: Interview): Promise<void> {
  for (const [name, { type, values, required, description }] of Object.entries(draft.extra)) {
    const given = draft.get('extra')?.value
    if (!required || (typeof given === 'object' && Object.hasOwn(given, name))) continue
    const question = `${name}${description === undefined ? '' : `: ${description}`}`
    const rawOf = (answer: string): Raw => (type === 'list' ? itemsOf(answer, ',') : answer)
    const holding = (answer: string) => ({ ...(given as object), [name]: rawOf(answer) })
    const answer = await prompts.text(question, {
      ...(values && { placeholder: `one of ${values.join(', ')}` }),
      check: typed => {
        if (typed === '') return 'The config of this library requires it.'
        const problem = draft.with('extra', holding(typed)).problemAt(`/extra/${name}`)
        return problem && `${problem.message} ${problem.help}`
      },
    })
    draft.set('extra', { [name]: rawOf(answer) }, 'person', 'your answer')
  }
}

function itemsOf(answer: string, separator: string): string[] {
  return answer
    .split(separator)
    .map(item => item.trim())
    .filter(item => item !== '')
}

/** All types, the likeliest first. */
function typeChoices(
  guess: CardType | undefined,
  from = '',
): { value: CardType; label: string; hint?: string }[] {
  const types = (schemaAt('card', ['type']).enum ?? []) as readonly CardType[]
  const first = types.filter(type => type === guess)
  return [...first, ...types.filter(type => type !== guess)].map(type => ({
    value: type,
    label: type,
    ...(type === guess ? { hint: from } : {}),
  }))
}

interface TextForm {
  readonly placeholder?: string
  /** What stands between the items of a list. */
  readonly separator?: string
}

/** Asks for one field. What was found stands there already; when it is left as it is, it stays as it was found. */
async function askText(
  { prompts, draft, today }: Interview,
  field: keyof CardFields,
  question: string,
  { placeholder, separator }: TextForm = {},
): Promise<void> {
  const found = draft.get(field)
  const initial = found && shownValue(found.value)
  const typedValue = (answer: string) =>
    tidied(field, separator === undefined ? answer : itemsOf(answer, separator), today)
  const answer = await prompts.text(question, {
    initial,
    ...(placeholder && { placeholder }),
    check: given => {
      if (given === '') return field === 'title' ? 'Every card needs a title.' : undefined
      if (given === initial) return undefined
      const problem = draft.with(field, typedValue(given)).problemAt(`/${field}`)
      return problem && `${problem.message} ${problem.help}`
    },
  })
  if (answer === initial) return
  draft.drop(field)
  if (answer !== '') draft.set(field, typedValue(answer), 'person', 'your answer')
}

function suggested(tags: readonly string[]): string {
  return tags.length === 0 ? '' : `such as ${tags.join(', ')}`
}

/** The tags that most cards have; one that a single card has is no example. */
function frequentTags({ cards }: KnownSources): string[] {
  const counts = new Map<string, number>()
  for (const { fields } of cards)
    for (const tag of fields.tags ?? []) counts.set(tag, (counts.get(tag) ?? 0) + 1)
  return [...counts]
    .filter(([tag, count]) => count > 1 && !/^(?:to|todo|tbd|misc)(?:-|$)/.test(tag))
    .sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
    .slice(0, SUGGESTED_TAGS)
    .map(([tag]) => tag)
}
