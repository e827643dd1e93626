import { namesWithin, type WrittenName } from './written-name.ts'

const COMMAND = /\\([A-Za-z]{4,40})\*?/g

/** What stands between a command and its keys: notes, and none where several keys have theirs (`\cites[1]{a}[2]{b}`). */
const ARGUMENT = /\s{0,40}(?:\[[^[\]]{0,1000}\]|\([^()]{0,1000}\)|\{(?<keys>[^{}]{0,10000})\})/y

/** The keys that commands such as `\cite`, `\parencite`, `\citep*` and `\nocite` name, also of BibLaTeX's `\cites`. */
export function* texNames(text: string): Iterable<WrittenName> {
  for (const command of text.matchAll(COMMAND)) {
    const name = command[1]?.toLowerCase() ?? ''
    if (!name.includes('cite')) continue
    ARGUMENT.lastIndex = command.index + command[0].length
    for (let match = ARGUMENT.exec(text); match; match = ARGUMENT.exec(text)) {
      const keys = match.groups?.keys
      if (keys === undefined) continue
      for (const key of namesWithin(keys, ARGUMENT.lastIndex - 1 - keys.length))
        yield { ...key, isLookedUp: true }
      if (!name.endsWith('s')) break
    }
  }
}
