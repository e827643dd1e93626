import { brief } from '../../../model/brief.ts'
import { domainParts } from '../../../model/host.ts'
import { registryRule } from '../../rule.ts'
import { sharing } from '../../sharing.ts'

export const overlap = registryRule({
  id: 'venue/overlap',
  severity: 'warning',
  summary: 'a domain that two venues claim',
  why: 'A URL belongs to one venue. Which of two would give it their rating depends on nothing but their order in the file.',
  examples: {
    bad: [
      {
        files: {
          'venues.yaml':
            '- id: nature\n  name: Nature\n  domains:\n    - nature.com\n- id: npj\n  name: npj\n  domains:\n    - www.nature.com\n',
        },
      },
    ],
    good: [
      {
        files: {
          'venues.yaml':
            '- id: nature\n  name: Nature\n  domains:\n    - nature.com\n- id: npj\n  name: npj\n  domains:\n    - nature.com/npj\n    - npj.nature.com\n',
        },
      },
    ],
  },
  *check({ venues }) {
    const claims = venues.all.flatMap((venue, i) =>
      (venue.domains ?? []).map((domain, j) => ({
        key: plainDomain(domain),
        pointer: [i, 'domains', j],
        entry: venue,
      })),
    )
    for (const { claim, others } of sharing(claims)) {
      // Two venues with one id are told as such.
      const rivals = others.filter(({ entry }) => entry.id !== claim.entry.id)
      if (rivals.length === 0) continue
      yield {
        message: `The domain \`${brief(claim.key)}\` is also claimed by ${rivals.map(({ entry }) => `\`${brief(entry.id)}\``).join(', ')}.`,
        help: 'Leave it to one of them, or give the other a path or a subdomain of it.',
        file: 'venues.yaml',
        pointer: claim.pointer,
        related: rivals.map(({ pointer }) => ({ file: 'venues.yaml', pointer })),
      }
    }
  },
})

/** A domain as venues are matched by it. */
function plainDomain(domain: string): string {
  const { host, path } = domainParts(domain)
  return host + path
}
