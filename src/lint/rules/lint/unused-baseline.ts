import { loadRule } from '../../rule.ts'

export const unusedBaseline = loadRule({
  id: 'lint/unused-baseline',
  severity: 'warning',
  summary: 'a line of the baseline that no finding needs any more',
  why: 'What has been mended must not come back unseen. Removing the line closes the door behind it.',
  fixes: 'safe',
  examples: {
    bad: [
      {
        files: { 'aB3dE5gH7j.yaml': 'type: web\n' },
        baseline: 'aB3dE5gH7j credibility/reason /credibility 0123456789ab\n',
      },
    ],
    good: [
      {
        files: { 'aB3dE5gH7j.yaml': 'credibility:\n  rating: 2\n' },
        baseline: 'aB3dE5gH7j credibility/reason /credibility a12d1fe3028c\n',
      },
    ],
  },
})
