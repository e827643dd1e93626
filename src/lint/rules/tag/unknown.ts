import { nearest } from '../../../model/nearest.ts'
import { cardRule } from '../../rule.ts'

export const unknown = cardRule({
  id: 'tag/unknown',
  severity: 'warning',
  summary: 'a tag that is not among those that the config lists',
  why: 'A list of tags keeps a library to one word for one subject. Without `tags` in cards.config.yaml, every tag is allowed.',
  examples: {
    bad: [{ files: { 'aB3dE5gH7j.yaml': 'tags: [aligment]\n' }, tags: ['alignment', 'governance'] }],
    good: [
      { files: { 'aB3dE5gH7j.yaml': 'tags: [alignment]\n' }, tags: ['alignment', 'governance'] },
      'tags: [anything]\n',
    ],
  },
  *check({ fields }, { tags: allowed }) {
    if (allowed === undefined) return
    const known = knownTags(allowed)
    for (const [i, tag] of (fields.tags ?? []).entries()) {
      if (known.has(tag)) continue
      const near = nearest(tag, known)
      yield {
        message: `\`${tag}\` is not among the tags that the config allows.`,
        help:
          near.length === 0
            ? 'Choose another, or add it to `tags` in cards.config.yaml.'
            : `Did you mean \`${near.join('` or `')}\`? Else add it to \`tags\` in cards.config.yaml.`,
        pointer: ['tags', i],
      }
    }
  },
})

const sets = new WeakMap<readonly string[], ReadonlySet<string>>()

/** The list as a set, made once for all cards. */
function knownTags(tags: readonly string[]): ReadonlySet<string> {
  const known = sets.get(tags) ?? new Set(tags)
  sets.set(tags, known)
  return known
}
