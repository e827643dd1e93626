import { brief } from '../../../model/brief.ts'
import type { KnownFields } from '../../../model/card.ts'
import type { Pointer } from '../../../model/place.ts'
import { cardRule } from '../../rule.ts'
import { isbnFault, orcidFault } from './check-digit.ts'

export const checksum = cardRule({
  id: 'identifier/checksum',
  severity: 'error',
  summary: 'an ISBN or ORCID iD with a wrong check digit',
  why: 'The last digit is computed from the others, so that a slip shows. A number that fails belongs to nobody, or to another book or person than was meant.',
  examples: {
    bad: [
      'isbn: 978-0-525-55861-4\n',
      'isbn: "0198739843"\n',
      'authors:\n  - { given: Josiah, family: Carberry, orcid: 0000-0002-1825-0098 }\n',
    ],
    good: [
      'isbn: 978-0-525-55861-3\n',
      'isbn: 0-8044-2957-X\n',
      'authors:\n  - { given: Josiah, family: Carberry, orcid: 0000-0002-1825-0097 }\n',
    ],
  },
  check: ({ fields }) =>
    identifiers(fields).flatMap(({ name, text, fault, pointer }) =>
      fault === undefined
        ? []
        : {
            message: `\`${brief(text)}\` is no ${name}: ${fault}.`,
            help: 'Compare it with the source, digit by digit.',
            pointer,
          },
    ),
})

interface Checked {
  readonly name: string
  readonly text: string
  readonly fault: string | undefined
  readonly pointer: Pointer
}

function identifiers({ isbn, authors = [] }: KnownFields): readonly Checked[] {
  const found: Checked[] = []
  if (isbn !== undefined) found.push({ name: 'ISBN', text: isbn, fault: isbnFault(isbn), pointer: ['isbn'] })
  for (const [i, author] of authors.entries()) {
    const text = typeof author === 'string' ? undefined : author.orcid
    if (text !== undefined)
      found.push({ name: 'ORCID iD', text, fault: orcidFault(text), pointer: ['authors', i, 'orcid'] })
  }
  return found
}
