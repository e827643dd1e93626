import { arxivAddress, doiAddress } from '../model/addresses.ts'
import { type Card, cardTitle } from '../model/card.ts'
import { cardJson, type Registries } from '../model/card-json.ts'
import { venueOf } from '../model/credibility.ts'
import { CardsError } from '../model/errors.ts'
import { jsonArray } from '../model/json-pieces.ts'
import { jsonText } from '../model/json-text.ts'
import { neutralText } from '../model/neutral.ts'
import { cardPage } from '../render/card-page.ts'
import { readableWidth } from '../render/readable-width.ts'
import { chosenFields } from './chosen-fields.ts'
import { type Context, defineCommand, type Result } from './command.ts'
import { fieldText } from './field-text.ts'
import { chosenOption, flag, text, texts } from './option.ts'
import type { Drawing } from './prompts.ts'
import { findingLine, type Resolved, resolveReferences } from './references.ts'

export const show = defineCommand({
  usage: '<ref...>',
  description:
    'Shows whole cards. A reference is a stable ID, a former ID, a resource ID, a URL, DOI or arXiv id in any usual form, a path, or the start of an ID (4 characters or more). `-` reads references from standard input.',
  examples: [
    ['cards show MDc4MjQ5Yj', 'the card with this ID'],
    ['cards show arXiv:1706.03762 --json', 'as JSON, found by its arXiv id'],
    ['cards show MDc4 --field summary', 'one value, for scripts'],
    ['cards list --ids tag:rl | cards show -', 'all cards of a query'],
  ],
  options: {
    json: flag('--json', 'as JSON: an object for one reference, an array for several'),
    fields: texts('--fields <names>', 'which fields of the JSON, and in which order'),
    yaml: flag('--yaml', "the card's file as it is"),
    field: text('--field <name>', 'the value of one field, raw; `credibility.rating` for a part of it'),
    web: flag('--web', 'open the source in the browser'),
  },
  async run(context, args, options): Promise<Result> {
    chosenOption(options, ['json', 'yaml', 'field', 'web'])
    chosenOption(options, ['fields', 'yaml', 'field', 'web'])
    const fields = chosenFields(options.fields)
    const resolved = await resolveReferences(context, args)
    const base = { notes: resolved.notes, complaints: resolved.complaints }
    const exitCode = resolved.complaints.length > 0 ? 1 : 0
    const { cards } = resolved
    if (options.web) return openSources(context, resolved)
    if (options.yaml) return { ...base, text: await sources(context, cards), exitCode }
    const registries = await context.library.registriesFor(cards)
    if (options.field !== undefined) return fieldValues(options.field, resolved, registries, context)
    if (options.json || fields) {
      const values = cards.map(card => cardJson(card, registries, fields))
      const isSingle = args.length === 1 && args[0] !== '-'
      if (!isSingle) return { ...base, text: jsonArray(values), exitCode }
      return { ...base, text: values[0] ? `${jsonText(values[0], 2)}\n` : '', exitCode }
    }
    const problems = [
      ...(await Promise.all(cards.map(card => cardProblems(context, card)))).flat(),
      ...registries.findings.map(findingLine(context.library.name)),
    ]
    return {
      text: await pages(context, cards, registries),
      notes: base.notes,
      complaints: [...base.complaints, ...problems],
      exitCode,
    }
  },
})

/** What is wrong in a card's file; on a terminal with the lines that it is about. */
async function cardProblems(context: Context, card: Card): Promise<(string | Drawing)[]> {
  const { library, errorTerminal, isTerminal } = context
  const line = findingLine(library.name)
  if (!isTerminal || card.findings.length === 0) return card.findings.map(line)
  const { codeFrame } = await import('../render/code-frame.ts')
  const source = Buffer.from(await library.source(card.path)).toString('utf8')
  return card.findings.flatMap(finding => [
    { drawn: '\n' },
    line(finding),
    { drawn: `${codeFrame(source, finding.range, errorTerminal, finding.severity)}\n` },
  ])
}

async function pages(context: Context, cards: readonly Card[], registries: Registries): Promise<string> {
  const { terminal, isTerminal, library } = context
  const width = isTerminal ? readableWidth(terminal) : Number.POSITIVE_INFINITY
  const texts: string[] = []
  for (const card of cards) {
    const json = cardJson(card, registries)
    const ratedBy = json.effective_credibility?.venue
    const view = {
      card: json,
      title: cardTitle(card),
      venueName: venueOf(card.fields, registries.venues)?.name,
      ratingVenueName: ratedBy === undefined ? undefined : registries.venues.get(ratedBy)?.name,
      preview: await library.preview(card),
      location: library.location(card.path),
    }
    texts.push(cardPage(view, terminal, width))
  }
  const rule = terminal.unicode ? '─' : '-'
  return texts.join(`\n${rule.repeat(Math.min(width, 80))}\n\n`)
}

async function sources(
  { library, isTerminal }: Context,
  cards: readonly Card[],
): Promise<string | Uint8Array> {
  const files = await Promise.all(cards.map(card => library.source(card.path)))
  const separated = files.flatMap((file, i) => (i === 0 ? [file] : [Buffer.from('---\n'), file]))
  const bytes = Buffer.concat(separated)
  return isTerminal ? neutralText(bytes.toString('utf8')) : bytes
}

function fieldValues(
  name: string,
  { cards, notes, complaints }: Resolved,
  registries: Registries,
  context: Context,
): Result {
  const values = cards.map(card => fieldText(name, cardJson(card, registries)))
  const absent = cards.flatMap((card, i) => (values[i] === undefined ? [`${card.id} has no ${name}.`] : []))
  const lines = values.filter(value => value !== undefined).map(value => `${value}\n`)
  const text = lines.join('')
  return {
    text: context.isTerminal ? neutralText(text) : text,
    notes,
    complaints: [...complaints, ...absent],
    exitCode: complaints.length + absent.length > 0 ? 1 : 0,
  }
}

async function openSources(
  { openBrowser }: Context,
  { cards, notes, complaints }: Resolved,
): Promise<Result> {
  const opened: string[] = []
  for (const { id, fields } of cards) {
    const url =
      fields.url ?? (fields.doi && doiAddress(fields.doi)) ?? (fields.arxiv && arxivAddress(fields.arxiv))
    if (!url) throw new CardsError('no', `${id} has no address to open.`, 'Give it a url, doi or arxiv.')
    await openBrowser(url)
    opened.push(`Opened ${url}`)
  }
  return { text: '', notes: [...notes, ...opened], complaints, exitCode: complaints.length > 0 ? 1 : 0 }
}
