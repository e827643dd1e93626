import type { WrittenName } from './written-name.ts'

/** The page or the file of a card in one's own site or repository, perhaps in a folder of its first two letters. */
const PATH =
  /\/?\b(?:sources?|cards?|resources?|references?|refs?|citations?)\/(?:[A-Za-z0-9]{2}\/)?([A-Za-z0-9_-]{4,64})(?:\.(?:html?|mdx?|ya?ml))?\/?(?=[)"'\s>}\]#?]|$)/g

const SCHEME = /(?<![A-Za-z0-9_-])cards?:([A-Za-z0-9_-]{4,64})(?![A-Za-z0-9_-])/g

/** So far back a link may have begun. */
const LONGEST = 300

/** What links lead to: `](/sources/a)`, `href="../cards/a.yaml"`, and `cards:a` anywhere. */
export function* linkedNames(text: string): Iterable<WrittenName> {
  for (const match of text.matchAll(PATH)) {
    const name = match[1] ?? ''
    if (isOwnLink(text, match.index)) yield { start: match.index + match[0].lastIndexOf(name), text: name }
  }
  for (const match of text.matchAll(SCHEME)) {
    const name = match[1] ?? ''
    yield { start: match.index + match[0].length - name.length, text: name }
  }
}

/** Whether a path is in a link, and in one that leads to no other site. */
function isOwnLink(text: string, offset: number): boolean {
  const from = Math.max(0, offset - LONGEST)
  const before = text.slice(from, offset)
  const start = before.length - (/[^\s()"'<>{}=]*$/.exec(before)?.[0].length ?? 0)
  return /(?:[("'<={]|\]:[ \t]{0,9})$/.test(before.slice(0, start)) && !/:|^\/\//.test(before.slice(start))
}
