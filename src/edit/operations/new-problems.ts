import { examine } from '../../load/examine.ts'
import type { ExtraFields } from '../../load/extra-fields.ts'
import { SourceText } from '../../load/source-text.ts'
import type { Finding } from '../../model/finding.ts'

/**
 * What a card's file says against its schema after a change and did not say before, in the words of lint.
 * @param after the bytes that it is to hold
 */
export function newProblems(before: SourceText, after: Uint8Array, extra: ExtraFields): Finding[] {
  const now = new SourceText(before.path, 'card', after)
  const known = problemsOf(before, extra).map(messageOf)
  return problemsOf(now, extra).filter(finding => {
    const place = known.indexOf(messageOf(finding))
    if (place !== -1) known.splice(place, 1)
    return place === -1
  })
}

function problemsOf({ text, path }: SourceText, extra: ExtraFields): readonly Finding[] {
  return examine('card', text, path, extra).findings
}

/** Of a problem that was there before, the place may have moved. */
function messageOf({ rule, message }: Finding): string {
  return `${rule} ${message}`
}
