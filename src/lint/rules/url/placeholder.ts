import { brief } from '../../../model/brief.ts'
import type { KnownFields } from '../../../model/card.ts'
import { cardRule, type Problem } from '../../rule.ts'
import { placeholderPart } from './placeholder-part.ts'
import { allUrls } from './url-values.ts'
import { hasUsualUrls } from './usual-url.ts'

export const placeholder = cardRule({
  id: 'url/placeholder',
  severity: 'error',
  summary: 'a URL that stands in for one not known yet: `example.com`, `localhost`, `TODO`, `…`',
  why: 'A card without its source is worth nothing, and a URL that looks like one hides that it is missing. Made-up URLs such as `arxiv.org/abs/2401.12345` are typical of text that a language model wrote.',
  examples: {
    bad: [
      'url: https://example.com/paper\n',
      'url: http://localhost:8080/draft\n',
      'url: https://arxiv.org/abs/2401.12345\narxiv: "2401.12345"\n',
      'also_at:\n  - https://www.nature.com/articles/TODO\n',
    ],
    good: ['url: https://www.rfc-editor.org/rfc/rfc2606\n', 'url: https://examples.dev/example.com\n'],
  },
  check: ({ fields }) => (hasUsualUrls(fields) ? [] : problemsOf(fields)),
})

function* problemsOf(fields: KnownFields): Iterable<Problem> {
  for (const { text, pointer } of allUrls(fields)) {
    const part = placeholderPart(text)
    if (part === undefined) continue
    // Some paper has the number, too.
    if (/^\d+\.\d+$/.test(part)) {
      yield {
        message: `The arXiv number \`${part}\` looks made up.`,
        help: 'Open it and check that it is this paper; else find the real URL, or remove the card.',
        pointer,
      }
      continue
    }
    yield {
      message: `\`${brief(text)}\` is a placeholder: nobody can read a source at \`${brief(part)}\`.`,
      help: 'Find the real URL, or remove the card if there is no such source.',
      pointer,
    }
  }
}
