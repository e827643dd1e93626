import { neutralLine } from '../../model/neutral.ts'
import { fitTable } from '../../render/table.ts'
import type { Terminal } from '../../render/theme.ts'
import { shownValue } from '../shown-value.ts'
import type { By, CardDraft } from './draft.ts'

/** Two spaces in front: such lines are laid out already, and not wrapped. */
const INDENT = '  '

/**
 * What no person said of a card, and where it comes from, as a small table without colours: field, value, origin.
 * @param columns the width of the terminal
 * @param order of the fields
 * @param shown whose values
 * @returns '' when there are none
 */
export function originTable(
  draft: CardDraft,
  columns: number,
  order: readonly string[],
  shown: readonly By[],
): string {
  const isShown = ([field, { by }]: [string, { by: By }]) => shown.includes(by) && field !== 'fetch'
  const rows = [...draft.entries()]
    .filter(isShown)
    .sort(([a], [b]) => order.indexOf(a) - order.indexOf(b))
    .map(([field, { value, from }]) => [field, neutralLine(shownValue(value)), neutralLine(from)])
  const room: Terminal = {
    columns: Math.max(20, Math.min(columns, 100) - INDENT.length - 1),
    color: 0,
    hyperlinks: false,
    unicode: true,
  }
  const table = fitTable(
    [
      { heading: '', min: 9, priority: 3 },
      { heading: '', min: 12, priority: 2, grow: true },
      { heading: '', min: 8, max: 36, priority: 1 },
    ],
    rows,
    room,
  )
  return table.map(line => INDENT + line).join('\n')
}
