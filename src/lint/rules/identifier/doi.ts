import { correctedForm } from '../../../load/explain/corrected-form.ts'
import { brief } from '../../../model/brief.ts'
import { isDoi } from '../../../model/identifier.ts'
import { type FixPlan, textRule } from '../../rule.ts'
import { bareDoi } from './bare-doi.ts'
import { identifierText } from './identifier-text.ts'

export const doi = textRule({
  id: 'identifier/doi',
  severity: 'error',
  summary: 'a DOI that is not bare, or that carries what stood behind it',
  why: 'A DOI is compared, resolved and exported as it stands. With `https://doi.org/` in front or a comma behind, it matches no other card and resolves to nothing.',
  fixes: 'safe',
  examples: {
    bad: [
      'doi: https://doi.org/10.1038/nature14539\n',
      'doi: "doi: 10.1038/nature14539"\n',
      'doi: 10.1038/nature14539.\n',
      'doi: 10.3389/fpsyg.2020.00001/full\n',
    ],
    good: ['doi: 10.1038/nature14539\n', 'doi: 10.1016/S0140-6736(05)67394-1\n'],
  },
  fixFor({ pointer }, source) {
    const text = pointer === '/doi' ? identifierText(source, 'doi') : undefined
    const corrected = text === undefined ? undefined : correctedForm('DOI', text)
    return corrected === undefined ? undefined : setDoi(corrected)
  },
  check(source) {
    const text = identifierText(source, 'doi')
    // What has not the form of a DOI is told by the loader.
    const bare = text !== undefined && isDoi(text) ? bareDoi(text) : text
    if (text === undefined || bare === undefined || bare === text) return []
    return [
      {
        message: `\`${brief(text)}\` has more than the DOI.`,
        help: `Write \`${brief(bare)}\`.`,
        pointer: ['doi'],
        fix: setDoi(bare),
      },
    ]
  },
})

function setDoi(value: string): FixPlan {
  return {
    title: `Write the bare DOI \`${brief(value)}\``,
    safe: true,
    changes: [{ kind: 'set', pointer: ['doi'], value }],
  }
}
