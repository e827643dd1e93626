import type { KnownFields } from '../../../model/card.ts'
import { trackingParameters, withoutTracking } from '../../../model/tracking-parameters.ts'
import { cardRule, type Problem } from '../../rule.ts'
import { changeUrl } from './change-url.ts'
import { sourceUrls } from './url-values.ts'

export const tracking = cardRule({
  id: 'url/tracking',
  severity: 'warning',
  summary: 'a URL with parameters that only track the reader, such as `utm_source`',
  why: 'They say by which newsletter somebody came, not what he read. Every reader of the card would be counted as having come the same way, and the URL is longer than need be.',
  fixes: 'unsafe',
  examples: {
    bad: [
      'url: https://time.com/7012783/elizabeth-kelly/?utm_source=newsletter&utm_medium=email\n',
      'also_at:\n  - https://time.com/7012783/elizabeth-kelly/?page=2&fbclid=IwAR0\n',
    ],
    good: ['url: https://time.com/7012783/elizabeth-kelly/?page=2\n'],
  },
  check: ({ fields }) => (hasQuery(fields) ? problemsOf(fields) : []),
})

function hasQuery({ url = '', also_at = [] }: KnownFields): boolean {
  return url.includes('?') || also_at.some(each => each.includes('?'))
}

function* problemsOf(fields: KnownFields): Iterable<Problem> {
  for (const value of sourceUrls(fields)) {
    const names = [...new Set(trackingParameters(value.text))]
    if (names.length === 0) continue
    const shown = names.slice(0, 3).map(name => `\`${name.slice(0, 30)}\``)
    if (names.length > 3) shown.push(`${names.length - 3} more`)
    const changes = changeUrl(fields, value, withoutTracking(value.text))
    const keepsId = changes.length > 1
    yield {
      message: `The URL tracks its reader: ${shown.join(', ')}.`,
      help: `Write it without those parameters${keepsId ? ', and keep its resource ID under `aliases`' : ''}.`,
      pointer: value.pointer,
      fix: { title: 'Remove the tracking parameters', safe: false, changes },
    }
  }
}
