import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Today } from '../../src/lint/today.ts'

describe('the day of today', () => {
  it('says nothing of other days when nobody has asked for it', () => {
    expect(new Today('2026-06-15').takeDays()).toBeUndefined()
  })

  it('holds for itself alone once it was printed', () => {
    const today = new Today('2026-06-15')
    expect(today.text).toBe('2026-06-15')
    expect(today.takeDays()).toEqual({ from: '2026-06-15', until: '2026-06-15' })
    expect(today.takeDays()).toBeUndefined()
  })

  it('gives the same answers on all days of which it says so', () => {
    const day = fc.integer({ min: 10, max: 28 }).map(number => `2026-06-${number}`)
    const question = fc.tuple(day, fc.integer({ min: 0, max: 3 }))
    fc.assert(
      fc.property(day, day, fc.array(question, { maxLength: 3 }), (now, then, questions) => {
        const today = new Today(now)
        const answers = questions.map(([date, grace]) => today.isBefore(date, grace))
        const { from = '', until = '9999' } = today.takeDays() ?? {}
        expect(from <= now && now <= until).toBe(true)
        if (then < from || then > until) return
        const other = new Today(then)
        expect(questions.map(([date, grace]) => other.isBefore(date, grace))).toEqual(answers)
      }),
    )
  })
})
