import { nearest } from '../../../model/nearest.ts'
import { cardRule, type Problem } from '../../rule.ts'

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
  check({ fields: { tags } }, context) {
    return tags === undefined || context.tags === undefined ? [] : unknownTags(tags, context.tags)
  },
})

function* unknownTags(tags: readonly string[], allowed: readonly string[]): Iterable<Problem> {
  for (const [i, tag] of tags.entries())
    if (!allowed.includes(tag))
      yield {
        message: `\`${tag}\` is not among the tags that the config allows.`,
        help: unknownHelp(nearest(tag, new Set(allowed))),
        pointer: ['tags', i],
      }
}

/** @param near the tags that may have been meant */
function unknownHelp(near: readonly string[]): string {
  return near.length === 0
    ? 'Choose another, or add it to `tags` in cards.config.yaml.'
    : `Did you mean \`${near.join('` or `')}\`? Else add it to \`tags\` in cards.config.yaml.`
}
