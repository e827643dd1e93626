import { orcidAddress } from '../../../model/addresses.ts'
import { type AuthorName, isOrganisation } from '../../../model/author.ts'
import type { Node } from './node.ts'

/**
 * An author: a person where the name has parts, an organisation where it reads like one, and else neither, since a
 * single name can be that of a company or of a person.
 */
export function authorNode({ name, given, family, particle, suffix, literal, orcid }: AuthorName): Node {
  const sameAs = orcid === undefined ? undefined : orcidAddress(orcid)
  if (literal !== undefined) {
    const type = orcid !== undefined ? 'Person' : isOrganisation(literal) ? 'Organization' : undefined
    return { '@type': type, name, sameAs }
  }
  return {
    '@type': 'Person',
    name,
    givenName: given,
    familyName: [particle, family].filter(Boolean).join(' ') || undefined,
    honorificSuffix: suffix,
    sameAs,
  }
}
