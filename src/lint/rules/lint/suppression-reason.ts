import { loadRule } from '../../rule.ts'

export const suppressionReason = loadRule({
  id: 'lint/suppression-reason',
  severity: 'warning',
  summary: 'a `cards-ignore` comment without a reason, which ignores nothing',
  why: 'Who reads the card next has to know whether the exception still holds.',
  examples: {
    bad: ['# cards-ignore archive/missing\ntype: web\n'],
    good: ['# cards-ignore credibility/reason: settled by the board\ncredibility:\n  rating: 2\n'],
  },
})
