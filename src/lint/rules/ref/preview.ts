import { cardRule } from '../../rule.ts'

export const preview = cardRule({
  id: 'ref/preview',
  severity: 'error',
  seesRetired: true,
  summary: 'a preview whose file is missing, or outside the library',
  why: '`cards show --preview` has nothing to show. A file outside the library is never read, so that no card can give away other files.',
  examples: {
    bad: [
      'preview:\n  file: previews/aB3dE5gH7j.txt\n',
      'preview:\n  file: ../secret.txt\n',
      { files: { 'aB3dE5gH7j.yaml': 'preview:\n  file: previews\n', 'previews/one.txt': 'An excerpt.' } },
    ],
    good: [
      {
        files: {
          'aB3dE5gH7j.yaml': 'preview:\n  file: previews/aB3dE5gH7j.txt\n',
          'previews/aB3dE5gH7j.txt': 'An excerpt.',
        },
      },
    ],
  },
  check(card, context) {
    const problem = context.previewProblem(card)
    if (problem === undefined) return []
    return [
      {
        message: `The file \`${card.fields.preview?.file}\` ${problem}.`,
        help: 'Put the excerpt there, or remove `preview`.',
        pointer: ['preview', 'file'],
      },
    ]
  },
})
