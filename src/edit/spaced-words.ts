/** A text as words and the white space around them: one gap more than words, the first and the last often ''. */
export interface SpacedWords {
  readonly words: readonly string[]
  readonly gaps: readonly string[]
}

export function spacedWords(text: string): SpacedWords {
  const words: string[] = []
  const gaps: string[] = []
  let done = 0
  for (const { 0: word, index } of text.matchAll(/[^ \t\r\n]+/g)) {
    gaps.push(text.slice(done, index))
    words.push(word)
    done = index + word.length
  }
  gaps.push(text.slice(done))
  return { words, gaps }
}
