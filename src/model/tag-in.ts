import { fold } from './fold.ts'

/**
 * A word or phrase as a tag: `Machine learning` is `machine-learning`, `A.I.` is `ai`, `GPT-3.5` is `gpt-3-5`.
 * Undefined for one that would lose more than case, accents and punctuation (`C++`, `強化学習`).
 */
export function tagIn(words: string): string | undefined {
  const slug = fold(words.trim())
    .replace(/^#/, '')
    .replace(/(?<=\d)\.(?=\d)/g, '-')
    .replace(/['.]/g, '')
    .replace(/[\s_/&:,()"-]+/g, '-')
    .replace(/^-|-$/g, '')
  return /^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(slug) && slug.length <= 80 ? slug : undefined
}
