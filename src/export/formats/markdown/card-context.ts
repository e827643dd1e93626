import type { Card } from '../../../model/card.ts'
import { type CardJson, cardJson } from '../../../model/card-json.ts'
import { hasHarm } from '../../../model/neutral.ts'
import type { ExportJob } from '../../exporter.ts'
import { CONTROLS } from './escaped-line.ts'
import { proseOf } from './prose.ts'

/** A card with what its Markdown is made from. */
export interface CardContext {
  readonly card: Card
  readonly json: CardJson
  readonly job: ExportJob
}

export function contextOf(card: Card, job: ExportJob): CardContext {
  return { card, json: cardJson(card, job.registries), job }
}

/** The paragraphs of a field of prose; what they lose is told. */
export function proseParagraphs(
  { card, job: { losses } }: CardContext,
  field: string,
  text: string,
): readonly string[] {
  const prose = proseOf(text)
  for (const why of prose.losses) losses.change(card, field, why)
  if (hasHarm(text)) losses.change(card, field, CONTROLS)
  return prose.paragraphs
}
