import { CardsError } from '../../model/errors.ts'
import { splitJson } from '../../model/split-json.ts'
import type { Context } from '../command.ts'

/** References to cards that are to become one. */
export interface MergeGroup {
  readonly keep: string
  readonly others: readonly string[]
}

/**
 * The groups of cards that a command line names: `KEEP OTHER…`, or `-` for those on standard input, as lines of
 * `KEEP OTHER…` or as the JSON of `cards dupes --json`, whole or in pieces, as `jq '.[]'` gives them.
 * @throws CardsError `usage` when that makes no sense
 */
export async function readGroups(context: Context, args: readonly string[]): Promise<MergeGroup[]> {
  if (args.includes('-')) {
    if (args.length > 1)
      throw new CardsError(
        'usage',
        'With `-`, the cards are named on standard input alone.',
        'For example: cards dupes | cards merge - --yes',
      )
    return groupsIn(Buffer.from(await context.readStdin()).toString('utf8'))
  }
  const [keep, ...others] = args
  if (keep === undefined || others.length === 0)
    throw new CardsError(
      'usage',
      'Only one card is named.',
      'Name the card to keep first, then those to merge into it: cards merge KEEP OTHER',
    )
  return [{ keep, others }]
}

/** The groups that a text names; none when it is empty. */
export function groupsIn(text: string): MergeGroup[] {
  const content = text.replace(/^\ufeff/, '')
  return /^\s*[[{]/.test(content) ? jsonGroups(content) : lineGroups(content)
}

function lineGroups(text: string): MergeGroup[] {
  return text.split(/\r?\n/).flatMap((line, i) => {
    const [keep, ...others] = line
      .replace(/(?:^|\s)#.*$/, '')
      .trim()
      .split(/\s+/)
    if (keep === undefined || keep === '') return []
    if (others.length > 0) return { keep, others }
    throw new CardsError(
      'usage',
      `Line ${i + 1} of standard input names one card alone: ${keep}`,
      'On each line, name the card to keep first, then those to merge into it.',
    )
  })
}

function jsonGroups(text: string): MergeGroup[] {
  const values = splitJson(text)
  if (values === undefined)
    throw new CardsError(
      'usage',
      'Standard input is not JSON, though it starts like it.',
      'Give what cards dupes --json prints, or lines of KEEP OTHER.',
    )
  return values.flat().map((value, i) => {
    const group = groupOf(value)
    if (group) return group
    throw new CardsError(
      'usage',
      `Group ${i + 1} of standard input does not name its cards.`,
      'Each needs `keep`, an ID, and `others`, a list of IDs: {"keep": "MDc4MjQ5Yj", "others": ["AbC123dEf4"]}',
    )
  })
}

function groupOf(value: unknown): MergeGroup | undefined {
  if (typeof value !== 'object' || value === null || !('keep' in value) || !('others' in value))
    return undefined
  const { keep, others } = value
  const isRight =
    typeof keep === 'string' &&
    Array.isArray(others) &&
    others.length > 0 &&
    others.every(other => typeof other === 'string')
  return isRight ? { keep, others } : undefined
}
