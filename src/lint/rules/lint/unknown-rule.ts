import { loadRule } from '../../rule.ts'

export const unknownRule = loadRule({
  id: 'lint/unknown-rule',
  severity: 'warning',
  summary: 'a `cards-ignore` comment that names no rule there is',
  why: 'A misspelt rule is not ignored, and the comment misleads. In the config and on the command line it is an error.',
  examples: {
    bad: [
      '# cards-ignore credibility/reasons: settled by the board\ntype: web\n',
      '# cards-ignore: it is what it is\ntype: web\n',
    ],
    good: ['# cards-ignore credibility/reason: settled by the board\ncredibility:\n  rating: 2\n'],
  },
})
