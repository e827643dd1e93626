import { loadRule } from '../../rule.ts'

export const unusedSuppression = loadRule({
  id: 'lint/unused-suppression',
  severity: 'warning',
  summary: 'a `cards-ignore` comment that ignores nothing',
  why: 'A comment that outlives its problem hides the next one that comes to its place.',
  fixes: 'safe',
  examples: {
    bad: [
      '# cards-ignore credibility/reason: the rating has none yet\ntype: web\n',
      '# cards-ignore credibility/reason, credibility/redundant: settled by the board\ncredibility:\n  rating: 2\n',
    ],
    good: ['# cards-ignore credibility/reason: settled by the board\ncredibility:\n  rating: 2\n'],
  },
})
