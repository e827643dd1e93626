import { brief } from '../../model/brief.ts'
import { listedWords } from './listed-words.ts'

/** What people and word processors put before the items of a list; a dash with no space behind it too. */
const BULLET = /^(?:[•‣·*–—] *|-|\d{1,2}[.)] +)(?=\S)/

/**
 * How to make a list of a text that stands where one should.
 * @param key that of the list
 */
export function listHelp(key: string, text: string): string {
  if (listedWords(key, text)) return `Write it as a list: \`[${brief(text)}]\`.`
  const bullet = BULLET.exec(text)?.[0]
  if (bullet === undefined) return `Write each on a line of its own: \`- ${brief(text)}\`.`
  const second = /^\d/.test(bullet)
    ? text.search(/ \d{1,2}[.)] /)
    : text.indexOf(` ${bullet.trim()}`, bullet.length)
  const first = text.slice(bullet.length, second < 0 ? undefined : second).trim()
  return `Write a dash and a space before each item: \`- ${brief(first)}\`.`
}
