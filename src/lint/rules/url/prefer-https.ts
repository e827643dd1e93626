import { cardRule } from '../../rule.ts'
import { changeUrl } from './change-url.ts'
import { sourceUrls } from './url-values.ts'

export const preferHttps = cardRule({
  id: 'url/prefer-https',
  severity: 'off',
  summary: 'a URL that begins with `http://`',
  why: 'Most sites have moved to https, and what travels over http can be read and changed on its way. Off by default, as some old sites never moved.',
  fixes: 'unsafe',
  examples: {
    bad: ['url: http://www.incompleteideas.net/IncIdeas/BitterLesson.html\n'],
    good: ['url: https://www.rfc-editor.org/rfc/rfc9110\n'],
  },
  *check({ fields }) {
    for (const value of sourceUrls(fields)) {
      if (!/^http:/i.test(value.text)) continue
      yield {
        message: 'The URL begins with `http://`.',
        help: 'Try it with `https://`, and write that if the same page comes.',
        pointer: value.pointer,
        fix: {
          title: 'Write `https://`',
          safe: false,
          changes: changeUrl(fields, value, value.text.replace(/^http:/i, 'https:')),
        },
      }
    }
  },
})
