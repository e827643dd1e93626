import type { Card } from '../../../model/card.ts'
import { hasHarm, neutralLine } from '../../../model/neutral.ts'
import type { LossLog } from '../../loss-log.ts'
import { escapeText } from './escape-text.ts'

/** Plain text of unknown origin on one line, as Markdown. */
export function escapedLine(text: string): string {
  return escapeText(neutralLine(text).trim())
}

/** Tells what plain text loses: what would drive or turn a display. */
export function logPlainText(card: Card, losses: LossLog, field: string, ...texts: readonly string[]): void {
  if (texts.some(hasHarm)) losses.change(card, field, CONTROLS)
}

/** Why a text is not what it was. */
export const CONTROLS = 'control characters became visible'
