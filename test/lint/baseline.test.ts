import { describe, expect, it } from 'vitest'
import { baselineText, heldAgainst, parseBaseline } from '../../src/lint/baseline.ts'

describe('a baseline', () => {
  it('is sorted, and reads back as what was written', () => {
    const text = baselineText(['b r / 1', 'a r / 1', 'a r / 1'])
    expect(text.replace(/^#.*\n/gm, '')).toBe('a r / 1\na r / 1\nb r / 1\n')
    expect(parseBaseline(text).lines.map(({ key }) => key)).toEqual(['a r / 1', 'a r / 1', 'b r / 1'])
  })

  it('reads the lines of Windows, and passes over comments and blank lines', () => {
    expect(parseBaseline('# top\r\n\r\na r / 1\r\n').lines).toEqual([{ key: 'a r / 1', line: 3 }])
  })

  it('stands for one finding with each line', () => {
    const baseline = parseBaseline('a r / 1\nb r / 1\n')
    expect(heldAgainst(baseline, ['a r / 1', 'a r / 1'])).toEqual({
      isKnown: [true, false],
      unused: [{ key: 'b r / 1', line: 2 }],
    })
  })
})
