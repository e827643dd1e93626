import { foldLine } from '../../../model/fold.ts'
import { repeatsIn } from '../../repeats-in.ts'
import type { FixPlan, Problem } from '../../rule.ts'
import { cardRule } from '../../rule.ts'
import { isWithin, mayRepeat, type WordCounts, wordCounts } from './near-repeat.ts'

/** More points than anybody writes are compared only for being equal: each with each would take too long. */
const MOST_COMPARED = 60

export const keyPoints = cardRule({
  id: 'text/key-points',
  severity: 'warning',
  summary: 'a key point that another one of the card already makes',
  why: 'A reader who finds one point twice trusts the others less, and a count of points is wrong.',
  fixes: 'safe and unsafe',
  examples: {
    bad: [
      'key_points:\n  - Attention alone suffices.\n  - Training parallelises well.\n  - Attention  alone suffices.\n',
      'key_points:\n  - Training parallelises well on modern hardware\n  - The training parallelises well on modern hardware.\n',
    ],
    good: [
      'key_points:\n  - Accuracy rises by 5% with more training data\n  - Accuracy rises by 7% with more training data\n',
      'key_points:\n  - Larger models do generalise to other languages\n  - Larger models do not generalise to other languages\n',
    ],
  },
  check({ fields, path }) {
    const { key_points: points = [] } = fields
    return points.length > MOST_COMPARED || mayRepeat(points) ? repeatsOf(points, path) : []
  },
})

function* repeatsOf(points: readonly string[], path: string): Iterable<Problem> {
  const repeats = repeatsIn(points, foldLine)
  for (const { index, first } of repeats) {
    const message = `Key point ${index + 1} says the same as point ${first + 1}.`
    yield repeat(index, first, path, message, removal(index, true))
  }
  const repeated = new Set(repeats.map(({ index }) => index))
  const words: (WordCounts | undefined)[] = []
  for (const [i, point] of points.slice(0, MOST_COMPARED).entries()) {
    if (repeated.has(i)) continue
    const own = wordCounts(point)
    const near = words.findIndex(other => other && (isWithin(own, other) || isWithin(other, own)))
    words[i] = own
    const other = words[near]
    if (other === undefined) continue
    // The one with the fewer words goes; of equals, the later.
    const goes = isWithin(own, other) ? i : near
    const message = `Key point ${i + 1} says nearly the same as point ${near + 1}.`
    yield { ...repeat(i, near, path, message, removal(goes, false)), restsOn: [['key_points', near]] }
  }
}

function repeat(index: number, first: number, file: string, message: string, fix: FixPlan): Problem {
  return {
    message,
    help: 'Remove one of the two, or make them say different things.',
    pointer: ['key_points', index],
    related: [{ file, pointer: ['key_points', first] }],
    fix,
  }
}

function removal(index: number, safe: boolean): FixPlan {
  return {
    title: `Remove key point ${index + 1}`,
    safe,
    changes: [{ kind: 'unset', pointer: ['key_points', index] }],
  }
}
