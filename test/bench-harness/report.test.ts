import { describe, expect, it } from 'vitest'
import { medianTable, targetTable } from '../bench/report.js'
import { judge, MEGABYTES } from '../bench/targets.js'

const figures = {
  groups: [
    { 'node@0': [20, 25, 21], 'showId@100': [30, 29, 31], 'showId@1000': [30, 32, 33] },
    { 'stat@1000': [40], 'lintCold@1000': [12_345] },
  ],
  memory: { 'lintCold@1000': 580 },
}

describe('the report of the benchmark', () => {
  it('tells each target with what it is compared with', () => {
    const verdicts = judge(figures, [
      { of: 'showId@1000', against: 'node@0', most: 1.4 },
      { of: 'showId@1000', against: 'showId@100', most: 1.15 },
      { of: 'lintCold@1000', against: 'ajv@1000', most: 0.6 },
      { of: 'lintCold@1000', against: MEGABYTES, most: 600, measure: 'memory' },
    ])
    expect(targetTable(verdicts).split('\n')).toEqual([
      '| what | cards | median | compared with | its median | ratio | target |  |',
      '|---|---|---|---|---|---|---|---|',
      '| `cards show ID` | 1,000 | 32.0 ms | `node -e 0` | 21.0 ms | 1.50 | ≤ 1.4 | MISSED |',
      '| `cards show ID` | 1,000 | 32.0 ms | the same at 100 | 30.0 ms | 1.06 | ≤ 1.15 | ok |',
      '| `cards lint`, cold | 1,000 | 12.3 s | ajv-cli 5 | — | — | ≤ 0.6 | not measured |',
      '| `cards lint`, cold, peak memory | 1,000 | 580 MB |  |  |  | ≤ 600 MB | ok |',
    ])
  })

  it('shows all that was measured by size, with the spread at the largest', () => {
    expect(medianTable(figures, [100, 1000]).split('\n')).toEqual([
      '| medians | 100 cards | 1,000 cards | least – most | runs |',
      '|---|---|---|---|---|',
      '| `node -e 0` | 21.0 ms | 21.0 ms | 20.0 ms – 25.0 ms | 3 |',
      '| readdir + `stat` of all | — | 40.0 ms | 40.0 ms – 40.0 ms | 1 |',
      '| `cards show ID` | 30.0 ms | 32.0 ms | 30.0 ms – 33.0 ms | 3 |',
      '| `cards lint`, cold | — | 12.3 s | 12.3 s – 12.3 s | 1 |',
      '| `cards lint`, cold, peak memory | — | 580 MB |  |  |',
    ])
  })
})
