import { describe, expect, it } from 'vitest'
import { judge, MEGABYTES, NAMES, TARGETS } from '../bench/targets.js'

describe('the targets of the benchmark', () => {
  const lint = { of: 'lintCold@6000', against: 'ajv@6000', most: 0.6 }

  it('compare what was measured in the same round, and take the middle ratio', () => {
    const groups = [{ 'lintCold@6000': [10, 100, 11], 'ajv@6000': [20, 200, 11] }]
    expect(judge({ groups, memory: {} }, [lint])).toEqual([
      { target: lint, value: 11, base: 20, ratio: 0.5, verdict: 'ok' },
    ])
  })

  it('are missed when the ratio is above the limit', () => {
    const groups = [{ 'lintCold@6000': [7], 'ajv@6000': [10] }]
    expect(judge({ groups, memory: {} }, [lint])).toMatchObject([{ ratio: 0.7, verdict: 'MISSED' }])
  })

  it('compare medians where two were never measured in turn', () => {
    const groups = [{ 'list@10000': [1, 2, 3] }, { 'list@100000': [10, 20, 90] }]
    const growth = { of: 'list@100000', against: 'list@10000', most: 11 }
    expect(judge({ groups, memory: {} }, [growth])).toMatchObject([{ ratio: 10, verdict: 'ok' }])
  })

  it('leave out the rounds that a slow command has not run', () => {
    const groups = [{ 'lintCold@6000': [6], 'ajv@6000': [10, 1, 1] }]
    expect(judge({ groups, memory: {} }, [lint])).toMatchObject([{ ratio: 0.6, verdict: 'ok' }])
  })

  it('are not measured without a peer', () => {
    const groups = [{ 'lintCold@6000': [7] }]
    expect(judge({ groups, memory: {} }, [lint])).toMatchObject([{ value: 7, verdict: 'not measured' }])
  })

  it('hold memory to an amount, or to that of a smaller library', () => {
    const memory = { 'export@100': 50, 'export@1000': 60 }
    const most = { of: 'export@1000', against: MEGABYTES, most: 59, measure: 'memory' as const }
    const flat = { of: 'export@1000', against: 'export@100', most: 1.2, measure: 'memory' as const }
    expect(judge({ groups: [], memory }, [most, flat])).toMatchObject([
      { value: 60, base: 59, verdict: 'MISSED' },
      { value: 60, base: 50, ratio: 1.2, verdict: 'ok' },
    ])
  })

  it.each(TARGETS)('name what there is: $of against $against', ({ of, against }) => {
    for (const key of [of, against]) expect(NAMES).toHaveProperty(key.split('@')[0] ?? '')
  })
})
