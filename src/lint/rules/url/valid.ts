import { brief } from '../../../model/brief.ts'
import type { KnownFields } from '../../../model/card.ts'
import { cardRule, type Problem } from '../../rule.ts'
import { urlFault } from './invalid-url.ts'
import { placeholderPart } from './placeholder-part.ts'
import { allUrls } from './url-values.ts'
import { hasUsualUrls } from './usual-url.ts'

export const valid = cardRule({
  id: 'url/valid',
  severity: 'error',
  summary: 'a URL with a host, port or scheme that cannot exist, or with a password',
  why: 'A URL that no browser can open leads nobody to the source.',
  examples: {
    bad: [
      'url: https://https://arxiv.org/abs/1706.03762\n',
      'url: https://arxiv/abs\n',
      'url: https://www.nature,com/articles/nature14539\n',
      'url: https://reader:secret@www.nature.com/articles/nature14539\n',
    ],
    good: ['url: https://www.nature.com:443/articles/nature14539\n', 'url: https://müller.de/aufsatz\n'],
  },
  check: ({ fields }) => (hasUsualUrls(fields) ? [] : problemsOf(fields)),
})

function* problemsOf(fields: KnownFields): Iterable<Problem> {
  for (const { text, pointer } of allUrls(fields)) {
    const fault = urlFault(text)
    if (!fault || placeholderPart(text) !== undefined) continue
    yield { message: `\`${brief(withoutUser(text))}\` ${fault.message}.`, help: fault.help, pointer }
  }
}

/** A URL as it may be shown in a log. */
function withoutUser(url: string): string {
  return url.replace(/^(\s*https?:\/\/)[^/?#]*@/i, '$1…@')
}
