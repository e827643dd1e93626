import { correctedForm } from '../../../load/explain/corrected-form.ts'
import type { Raw } from '../../../load/raw.ts'
import { loadRule } from '../../rule.ts'

export const format = loadRule({
  id: 'tag/format',
  severity: 'warning',
  summary: 'a tag that is no slug: lower-case letters and digits, words joined by hyphens',
  why: 'Tags are compared letter by letter: `Game Theory` and `game-theory` would be two. A tag of another form is left out when cards are read, so no search finds it.',
  fixes: 'safe',
  examples: {
    bad: ['tags:\n  - Game Theory\n  - ai\n', 'tags: [open_source, x--risk]\n', 'tags: ["C++"]\n'],
    good: ['tags:\n  - game-theory\n  - x-risk\n'],
  },
  fixFor({ pointer }, { value }) {
    const index = Number(/^\/tags\/(\d+)$/.exec(pointer)?.[1])
    const tag = tagAt(value, index)
    // Only what is surely meant: of `C++` the letter alone would be left.
    const slug = tag !== undefined && /^#?[A-Za-z0-9 _-]+$/.test(tag) ? correctedForm('Slug', tag) : undefined
    if (slug === undefined) return undefined
    return {
      title: `Write \`${slug}\``,
      safe: true,
      changes: [{ kind: 'set', pointer: ['tags', index], value: slug }],
    }
  },
})

function tagAt(card: Raw | undefined, index: number): string | undefined {
  if (typeof card !== 'object' || Array.isArray(card)) return undefined
  const { tags } = card
  const tag = Array.isArray(tags) ? tags[index] : undefined
  return typeof tag === 'string' ? tag : undefined
}
