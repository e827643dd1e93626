import { type Card, cardTitle, fileStem } from '../model/card.ts'
import { counted, grouped } from '../model/count-text.ts'
import { CardsError } from '../model/errors.ts'
import type { Finding } from '../model/finding.ts'
import type { Lookup } from '../model/library.ts'
import { neutralLine } from '../model/neutral.ts'
import { shellWord } from '../model/shell-word.ts'
import { findingSpans } from '../render/finding-line.ts'
import type { Context } from './command.ts'

/** So many candidates fit on a screen; more would not help to choose. */
const SHOWN_CANDIDATES = 10

/** What the references of a command line lead to. */
export interface Resolved {
  readonly cards: readonly Card[]
  /** For standard error: a retired card was replaced by another. */
  readonly notes: readonly string[]
  /** For standard error: no card, or none alone, goes by a reference. */
  readonly complaints: readonly string[]
}

/**
 * Finds the cards that references name, in their order. `-` stands for the references on standard input, one a
 * line.
 * @throws CardsError `usage` when there is none
 */
export async function resolveReferences(context: Context, args: readonly string[]): Promise<Resolved> {
  const references = await readReferences(context, args)
  const cards: Card[] = []
  const notes: string[] = []
  const complaints: string[] = []
  for (const reference of references) {
    const lookup = await context.library.find(reference)
    const { card, note, complaint } = await outcome(reference, lookup, context)
    if (card) cards.push(card)
    if (note !== undefined) notes.push(note)
    if (complaint !== undefined) complaints.push(complaint)
  }
  return { cards, notes, complaints }
}

/** The references on a command line; `-` stands for those on standard input. */
export async function readReferences(context: Context, args: readonly string[]): Promise<string[]> {
  const references: string[] = []
  for (const arg of args) {
    if (arg === '-')
      references.push(
        ...Buffer.from(await context.readStdin())
          .toString('utf8')
          .split(/\r?\n/),
      )
    else references.push(arg)
  }
  const given = references.map(reference => reference.trim()).filter(reference => reference !== '')
  // A query that matches nothing may stand before the pipe.
  if (given.length > 0 || args.includes('-')) return given
  throw new CardsError('usage', 'No card is named.', 'Give a stable ID, a URL, a DOI or the start of an ID.')
}

interface Outcome {
  readonly card?: Card
  readonly note?: string
  readonly complaint?: string
}

/** What to serve and to say when a reference led somewhere. */
export async function outcome(reference: string, lookup: Lookup, context: Context): Promise<Outcome> {
  const shown = neutralLine(reference)
  switch (lookup.kind) {
    case 'found':
      return { card: lookup.card }
    case 'retired':
      return lookup.replacement
        ? {
            card: lookup.replacement,
            note: `${shown} is retired; this is its replacement, ${lookup.replacement.id}.`,
          }
        : { card: lookup.card, complaint: await tombstone(shown, lookup.card, context) }
    case 'ambiguous':
      return {
        complaint: [
          `${shown} may mean any of ${grouped(lookup.candidates.length)} cards. Name one of them:`,
          ...lookup.candidates
            .slice(0, SHOWN_CANDIDATES)
            .map(candidate => `  ${neutralLine(candidate.reference)}  ${titleLine(candidate.card)}`),
          ...more(lookup.candidates.length - SHOWN_CANDIDATES),
        ].join('\n'),
      }
    case 'unknown':
      return { complaint: await unknown(shown, lookup.closest, context) }
  }
}

async function tombstone(reference: string, { fields }: Card, { library }: Context): Promise<string> {
  const replacement = fields.retired?.replaced_by
  if (replacement === undefined) return `${reference} is retired, and no card replaces it.`
  const isRetired = (await library.find(replacement)).kind === 'retired'
  const why = isRetired ? 'is retired, too' : 'is not in the library'
  return `${reference} is retired, and its replacement ${neutralLine(replacement)} ${why}.`
}

function more(count: number): string[] {
  return count > 0 ? [`  … and ${grouped(count)} more: give more characters.`] : []
}

async function unknown(reference: string, closest: readonly Card[], { library }: Context): Promise<string> {
  const lines = [
    `There is no card ${reference} in ${library.name === '.' ? 'this directory' : `${library.name}/`}.`,
  ]
  const unread = await library.unread()
  const named = unread.filter(
    path => path === reference || fileStem(path) === reference || reference.endsWith(`/${path}`),
  )
  if (named.length > 0) {
    const findings = (await library.findings()).filter(({ file }) => named.includes(file))
    return [...lines, 'Its file could not be read:', ...findings.map(findingLine(library.name))].join('\n')
  }
  if (closest.length > 0)
    lines.push('The closest:', ...closest.map(card => `  ${card.id}  ${titleLine(card)}`))
  else lines.push(`Try: cards search ${shellWord(reference)}`)
  if (unread.length > 0) lines.push(`(${counted(unread.length, 'file')} could not be read: see cards list.)`)
  return lines.join('\n')
}

function titleLine(card: Card): string {
  return neutralLine(cardTitle(card))
}

/** A finding on one line, with its place in front: `cards/x.yaml:3:7: error: …`. */
export function findingLine(library: string): (finding: Finding) => string {
  return finding => {
    const path = library === '.' ? finding.file : `${library}/${finding.file}`
    const spans = findingSpans(path, finding)
    return neutralLine(spans.map(({ text }) => text).join(''))
  }
}
