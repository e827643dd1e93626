import { arxivAddress, doiAddress, orcidAddress, pubmedAddress } from '../../../model/addresses.ts'
import { credibilityOrigin, whyNotRated } from '../../../model/credibility-origin.ts'
import { wordDate } from '../../../model/date.ts'
import type { CardContext } from './card-context.ts'
import { proseParagraphs } from './card-context.ts'
import { venueName } from './card-title.ts'
import { escapedLine, logPlainText } from './escaped-line.ts'
import { linkTo, plainLink } from './link.ts'
import { starsOf } from './stars.ts'

/** What stands beneath a card's title: who, where, when, what; where it is found; how far to trust it. */
export function cardHead(context: CardContext): string[] {
  const rating = credibility(context)
  const lines = sourceLines(context).map(([label, value]) => `- **${label}:** ${value}`)
  return [byline(context), [...lines, `- **Credibility:** ${rating}`].join('\n')].filter(part => part !== '')
}

function byline(context: CardContext): string {
  const { card, json, job } = context
  logPlainText(card, job.losses, 'authors', ...(json.authors ?? []).map(({ name }) => name))
  const authors = json.authors?.map(({ name, orcid }) => {
    const text = escapedLine(name)
    return orcid === undefined ? text : linkTo(orcidAddress(orcid), text)
  })
  const facts = [
    venueName(context),
    json.published === undefined ? '' : wordDate(json.published),
    json.type ?? '',
    json.language === undefined ? '' : escapedLine(json.language),
  ].filter(fact => fact !== '')
  return [authors?.join(', ') ?? '', facts.join(' · ')].filter(line => line !== '').join('  \n')
}

function sourceLines({ card, json, job }: CardContext): [label: string, markdown: string][] {
  const { url, doi, arxiv, isbn, pmid, also_at: others = [], archive_url: archive, label } = json
  if (label !== undefined) logPlainText(card, job.losses, 'label', label)
  const rows: [string, string | undefined][] = [
    ['Known as', label && escapedLine(label)],
    ['Link', url && plainLink(url)],
    ['DOI', doi && linkTo(doiAddress(doi), escapedLine(doi))],
    ['arXiv', arxiv && linkTo(arxivAddress(arxiv), escapedLine(arxiv))],
    ['ISBN', isbn && escapedLine(isbn)],
    ['PubMed', pmid && linkTo(pubmedAddress(pmid), escapedLine(pmid))],
    ['Also at', others.length > 0 ? others.map(plainLink).join(', ') : undefined],
    ['Archived copy', archive && plainLink(archive)],
  ]
  return rows.filter((row): row is [string, string] => row[1] !== undefined && row[1] !== '')
}

function credibility(context: CardContext): string {
  const { json, job } = context
  const { venues } = job.registries
  const nameOf = (id: string | undefined) => (id === undefined ? undefined : venues.get(id)?.name)
  const effective = json.effective_credibility
  if (!effective) return escapedLine(`not rated, as ${whyNotRated(json, nameOf(json.venue))}`)
  const origin = credibilityOrigin(json, effective, nameOf(effective.venue))
  const reason = effective.from === 'card' ? json.credibility?.reason : undefined
  const why = reason === undefined ? [] : proseParagraphs(context, 'credibility', reason)
  return [
    `${starsOf(effective.rating)} ${escapedLine(`${effective.label}. ${effective.meaning}`)}`,
    [escapedLine(origin), ...why].join(' ').replaceAll('\n', ' '),
  ].join(' ')
}
