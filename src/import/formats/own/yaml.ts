import type { Raw } from '../../../load/raw.ts'
import { readDocument, type YamlReading } from '../../../load/yaml-document.ts'
import { readFast } from '../../../load/yaml-fast.ts'
import { readPlain } from '../../../load/yaml-plain.ts'
import { commentLines } from '../../comment-lines.ts'
import type { Importer } from '../../importer.ts'
import type { JsonRecord } from '../json-records.ts'
import { ownCards, type Reading } from './own-cards.ts'
import { OWN_FIELDS } from './own-fields.ts'

/** Cards as YAML: files of cards, several in one parted by `---`, or a list. */
export const yaml: Importer = {
  name: 'yaml',
  description: 'YAML of our own: a card, several parted by `---`, or a list of them',
  mapping: OWN_FIELDS,
  read: (files, options) =>
    ownCards(files, options, ({ text }) => {
      const readings = documents(text).map(readOne)
      return {
        records: readings.flatMap(({ records }) => records),
        problems: readings.flatMap(({ problems }) => problems),
        comments: readings.flatMap(({ comments = [] }) => comments),
      }
    }),
}

interface Part {
  readonly text: string
  /** Lines of the file before it. */
  readonly before: number
}

/** The documents of a stream, less those without content. A line `---` is their border wherever it stands. */
function documents(text: string): Part[] {
  const parts: Part[] = []
  let lines: string[] = []
  let before = 0
  const whole = text.replace(/^\ufeff/, '').split('\n')
  for (const [i, line] of whole.entries()) {
    if (/^(?:---|\.\.\.)\s*(?:#.*)?$/.test(line)) {
      parts.push({ text: lines.join('\n'), before })
      lines = []
      before = i + 1
    } else lines.push(line)
  }
  parts.push({ text: lines.join('\n'), before })
  return parts.filter(part => !/^(?:[^\S\n]*(?:#.*)?(?:\n|$))*$/.test(part.text))
}

function readOne({ text, before }: Part): Reading {
  let careful: YamlReading | undefined
  const reading = () => {
    careful ??= readDocument(text)
    return careful
  }
  const value = readPlain(text) ?? readFast(text) ?? reading().value
  if (value === undefined) {
    const errors = reading().problems.filter(({ severity }) => severity === 'error')
    const problems = errors.map(({ range, message }) => ({ line: before + range.start.line, why: message }))
    return { records: [], problems }
  }
  const line = (pointer: (string | number)[], part: 'key' | 'value') =>
    before + reading().locate(pointer, part).start.line
  const lines = text.split('\n')
  // A new card gets a modeline of its own.
  const comments = commentLines(text)
    .filter(at => !/^# yaml-language-server:/.test(lines[at - 1] ?? ''))
    .map(at => before + at)
  if (!Array.isArray(value)) {
    const first = lines.findIndex(each => !/^\s*(?:#|$)/.test(each))
    return { records: [record(value, before + first + 1, key => line([key], 'key'))], problems: [], comments }
  }
  const starts = itemLines(text, value.length)
  const records = value.map((item, i) =>
    record(item, starts === undefined ? line([i], 'value') : before + (starts[i] ?? 1), key =>
      line([i, key], 'key'),
    ),
  )
  return { records, problems: [], comments }
}

function record(value: Raw, line: number, lineOf: (key: string) => number): JsonRecord {
  return { value, line, lineOf }
}

/** The lines on which the items of a block list begin; undefined where they cannot be told without a parser. */
function itemLines(text: string, count: number): number[] | undefined {
  const lines = text.split('\n')
  const indent = lines.map(line => /^( *)- /.exec(line)?.[1]).find(found => found !== undefined)
  if (indent === undefined) return undefined
  const starts = lines.flatMap((line, i) => (line.startsWith(`${indent}- `) ? [i + 1] : []))
  return starts.length === count ? starts : undefined
}
