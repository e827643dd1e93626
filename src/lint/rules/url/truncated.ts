import { brief } from '../../../model/brief.ts'
import type { KnownFields } from '../../../model/card.ts'
import { cardRule, type Problem } from '../../rule.ts'
import { placeholderPart } from './placeholder-part.ts'
import { truncation } from './truncation.ts'
import { sourceUrls } from './url-values.ts'
import { hasUsualUrls } from './usual-url.ts'

export const truncated = cardRule({
  id: 'url/truncated',
  severity: 'warning',
  summary: 'a URL with an unbalanced bracket or with punctuation at its end',
  why: 'URLs lose their ends, or gain a comma, when they are cut out of running text or of Markdown links. The server then answers with another page, or with none.',
  examples: {
    bad: [
      'url: https://en.wikipedia.org/wiki/Alignment_(role-playing_games\n',
      'url: https://www.nature.com/articles/nature14539),\n',
      'url: https://www.nature.com/articles/nature14539…\n',
    ],
    good: [
      'url: https://en.wikipedia.org/wiki/Alignment_(role-playing_games)\n',
      'url: https://en.wikipedia.org/wiki/Palantir_Technologies_Inc.\n',
    ],
  },
  check: ({ fields }) => (hasUsualUrls(fields) ? [] : problemsOf(fields)),
})

function* problemsOf(fields: KnownFields): Iterable<Problem> {
  for (const { text, pointer } of sourceUrls(fields)) {
    const reason = truncation(text)
    if (reason === undefined || placeholderPart(text) !== undefined) continue
    yield {
      message: `\`${ending(text)}\` ${reason}.`,
      help: 'Open the page and copy its whole URL.',
      pointer,
    }
  }
}

/** A URL shortened in its middle, since its end is to blame. */
function ending(url: string): string {
  return url.length > 60 ? `${url.slice(0, 24)}…${url.slice(-35)}` : brief(url)
}
