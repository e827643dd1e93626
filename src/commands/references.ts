import { type Card, cardTitle } from '../model/card.ts'
import { CardsError } from '../model/errors.ts'
import type { Finding } from '../model/finding.ts'
import type { Lookup } from '../model/library.ts'
import { neutralLine } from '../render/neutral.ts'
import type { Context } from './command.ts'

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

async function readReferences(context: Context, args: readonly string[]): Promise<string[]> {
  const references: string[] = []
  for (const arg of args) {
    if (arg === '-') references.push(...(await context.readStdin()).split(/\r?\n/))
    else references.push(arg)
  }
  const given = references.map(reference => reference.trim()).filter(reference => reference !== '')
  if (given.length > 0) return given
  throw new CardsError('usage', 'No card is named.', 'Give a stable ID, a URL, a DOI or the start of an ID.')
}

interface Outcome {
  readonly card?: Card
  readonly note?: string
  readonly complaint?: string
}

async function outcome(reference: string, lookup: Lookup, context: Context): Promise<Outcome> {
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
        : { card: lookup.card, complaint: `${shown} is retired, and no card replaces it.` }
    case 'ambiguous':
      return {
        complaint: [
          `${shown} may mean any of ${lookup.candidates.length} cards. Name one of them:`,
          ...lookup.candidates.map(
            candidate => `  ${neutralLine(candidate.reference)}  ${titleLine(candidate.card)}`,
          ),
        ].join('\n'),
      }
    case 'unknown':
      return { complaint: await unknown(shown, lookup.closest, context) }
  }
}

async function unknown(reference: string, closest: readonly Card[], { library }: Context): Promise<string> {
  const unread = new Set(await library.unread())
  const findings = (await library.findings()).filter(({ file }) => unread.has(file))
  const lines = [
    `There is no card ${reference} in ${library.name === '.' ? 'this directory' : `${library.name}/`}.`,
  ]
  if (closest.length > 0)
    lines.push('The closest:', ...closest.map(card => `  ${card.id}  ${titleLine(card)}`))
  else lines.push(`Try: cards search ${quoted(reference)}`)
  if (unread.size > 0)
    lines.push('It may be in a file that could not be read:', ...findings.map(findingLine(library.name)))
  return lines.join('\n')
}

function quoted(text: string): string {
  return /^[\w.-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`
}

function titleLine(card: Card): string {
  return neutralLine(cardTitle(card))
}

/** A finding on one line, with its place in front: `cards/x.yaml:3:7: error: …`. */
export function findingLine(library: string): (finding: Finding) => string {
  return ({ file, range, severity, message, help, rule }) => {
    const path = library === '.' ? file : `${library}/${file}`
    const place = `${path}:${range.start.line}:${range.start.column}`
    return neutralLine(`${place}: ${severity}: ${message} ${help} [${rule}]`)
  }
}
