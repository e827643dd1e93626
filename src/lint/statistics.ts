import { groupBy } from '../model/group-by.ts'
import { compareText } from '../model/order.ts'
import type { Report } from './report.ts'

/** How many findings a rule has. */
export interface RuleCount {
  readonly rule: string
  readonly count: number
  /** How many of them have a fix, safe or not. */
  readonly fixable: number
  readonly summary: string
}

/** The rules that found something, the busiest first. */
export function ruleCounts({ findings, rules }: Report): RuleCount[] {
  return [...groupBy(findings, finding => finding.rule)]
    .map(([rule, found]) => ({
      rule,
      count: found.length,
      fixable: found.filter(({ fix }) => fix).length,
      summary: rules.find(({ id }) => id === rule)?.summary ?? '',
    }))
    .sort((a, b) => b.count - a.count || compareText(a.rule, b.rule))
}
