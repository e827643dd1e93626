import { tagIn } from '../model/tag-in.ts'

/** Keywords as tags, and those that are none. */
export interface Tags {
  readonly tags: readonly string[]
  readonly lost: readonly string[]
}

/**
 * Keywords in one text, parted by `;`, else by commas, or in several, as slugs: `Machine learning` is
 * `machine-learning`. A keyword that would lose more than case, accents and punctuation (`C++`, `強化学習`) is lost.
 */
export function tagsFrom(keywords: string | readonly string[]): Tags {
  const words = typeof keywords === 'string' ? keywords.split(keywords.includes(';') ? ';' : ',') : keywords
  const tags = new Set<string>()
  const lost: string[] = []
  for (const word of words) {
    const trimmed = word.trim()
    const tag = tagIn(trimmed)
    if (tag !== undefined) tags.add(tag)
    else if (trimmed !== '') lost.push(trimmed)
  }
  return { tags: [...tags], lost }
}
