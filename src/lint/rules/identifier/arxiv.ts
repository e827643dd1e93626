import { correctedForm } from '../../../load/explain/corrected-form.ts'
import { brief } from '../../../model/brief.ts'
import { textRule } from '../../rule.ts'
import { identifierText } from './identifier-text.ts'

export const arxiv = textRule({
  id: 'identifier/arxiv',
  severity: 'error',
  summary: 'an arXiv number that is not bare, or that arXiv cannot have given',
  why: 'An arXiv number is compared and linked as it stands. Since 2007 it begins with year and month; one with a month 13, or with the wrong number of digits, leads to no paper.',
  fixes: 'safe',
  examples: {
    bad: [
      'arxiv: arXiv:1706.03762v7\n',
      'arxiv: https://arxiv.org/abs/1706.03762\n',
      'arxiv: "1713.03762"\n',
      'arxiv: "1706.0376"\n',
    ],
    good: ['arxiv: "1706.03762"\n', 'arxiv: "0704.0001v2"\n', 'arxiv: hep-th/9901001\n'],
  },
  fixFor({ pointer }, source) {
    const text = pointer === '/arxiv' ? identifierText(source, 'arxiv') : undefined
    const corrected = text === undefined ? undefined : correctedForm('arXiv identifier', text)
    if (corrected === undefined) return undefined
    return {
      title: `Write \`${brief(corrected)}\``,
      safe: true,
      changes: [{ kind: 'set', pointer: ['arxiv'], value: corrected }],
    }
  },
  check(source) {
    const text = identifierText(source, 'arxiv')
    const reason = text === undefined ? undefined : impossibility(text)
    if (text === undefined || reason === undefined) return []
    return [
      {
        message: `arXiv has no paper \`${brief(text)}\`: ${reason}.`,
        help: 'Look the number up on arxiv.org.',
        pointer: ['arxiv'],
      },
    ]
  },
})

/**
 * Why a number cannot be one of arXiv's; undefined when it can, or has not the form of one.
 * See https://info.arxiv.org/help/arxiv_identifier.html.
 */
function impossibility(text: string): string | undefined {
  const [, year, month, number] = /^(\d\d)(\d\d)\.(\d{4,5})(?:v\d+)?$/.exec(text) ?? []
  if (year === undefined || month === undefined || number === undefined) return undefined
  if (Number(month) < 1 || Number(month) > 12) return `there is no month ${month}`
  if (`${year}${month}` < '0704') return 'numbers of this form begin with `0704`, for April 2007'
  const length = Number(year) < 15 ? 4 : 5
  return number.length === length ? undefined : `${length} digits follow the point in 20${year}`
}
