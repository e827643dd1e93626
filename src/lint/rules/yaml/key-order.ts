import { applyEdits, type TextEdit } from '../../../edit/text-edit.ts'
import { isRawMap, type Raw } from '../../../load/raw.ts'
import { SourceText } from '../../../load/source-text.ts'
import { JSON_FIELDS } from '../../../model/card-json.ts'
import { textRule } from '../../rule.ts'
import { usualLineEnd } from './line-ends.ts'

export const keyOrder = textRule({
  id: 'yaml/key-order',
  severity: 'off',
  summary: 'a card whose fields are not in the order of the schema',
  why: 'With the same order in every card, people find a field where they look for it, and two cards can be compared line by line.',
  fixes: 'unsafe',
  examples: {
    bad: [
      'title: A title of its own\nid: aB3dE5gH7j\nurl: https://www.rfc-editor.org/rfc/rfc2606\ntype: web\n',
      'id: aB3dE5gH7j\ntitle: A title\ntype: web\n# The address moved.\nurl: https://www.rfc-editor.org/rfc/rfc2606 # in May\n',
    ],
    good: [
      'id: aB3dE5gH7j\nurl: https://www.rfc-editor.org/rfc/rfc2606\ntitle: A title\ntype: web\nnotes: A note.\n',
    ],
  },
  *check(source) {
    if (source.kind !== 'card' || !isRawMap(source.value)) return
    const keys = Object.keys(source.value)
    const ordered = inOrder(keys)
    const wrong = keys.findIndex((key, i) => key !== ordered[i])
    if (wrong === -1) return
    // The key that comes too late is to blame, rather than all that it ought to precede.
    const late = ordered[wrong] ?? ''
    const edits = reordering(source, keys, ordered)
    yield {
      message: `\`${late}\` stands below \`${keys[wrong]}\`, which comes after it in the order of the fields.`,
      help: `Move it above \`${keys[wrong]}\`.`,
      pointer: [late],
      at: 'key',
      ...(edits ? { fix: { title: 'Put the fields in order', safe: false, edits } } : {}),
    }
  },
})

const ORDER: ReadonlyMap<string, number> = new Map(JSON_FIELDS.map((field, i) => [field, i]))

/** The keys in the order of the schema; one that the schema does not name stays behind the key that it follows. */
function inOrder(keys: readonly string[]): string[] {
  let place = -1
  const places = keys.map(key => (place = ORDER.get(key) ?? place))
  return keys
    .map((key, i) => ({ key, place: places[i] ?? 0 }))
    .sort((a, b) => a.place - b.place)
    .map(({ key }) => key)
}

/** Moves whole entries, with the comments above and behind them; undefined where that would change a value. */
function reordering(
  source: SourceText,
  keys: readonly string[],
  ordered: readonly string[],
): TextEdit[] | undefined {
  const { text } = source
  const starts = keys.map(key => source.span(source.reading.locate([key], 'key'))[0])
  const isBlock = starts.every((start, i) => isLineStart(text, start) && start > (starts[i - 1] ?? -1))
  if (!isBlock) return undefined
  const tops = starts.map((start, i) => commentTop(text, start, starts[i - 1] ?? 0))
  const lineEnd = usualLineEnd(text)
  const entries = new Map(
    keys.map((key, i) => {
      const entry = text.slice(tops[i], tops[i + 1] ?? text.length)
      return [key, entry.endsWith('\n') ? entry : entry + lineEnd]
    }),
  )
  const lines = ordered.map(key => entries.get(key) ?? '').join('')
  const moved = text.endsWith('\n') ? lines : lines.slice(0, -lineEnd.length)
  const edits = [{ span: [tops[0] ?? 0, text.length] as const, text: moved }]
  const after = new SourceText(source.path, source.kind, Buffer.from(applyEdits(text, edits))).value
  return isRawMap(after) && sortedJson(after) === sortedJson(source.value) ? edits : undefined
}

function isLineStart(text: string, offset: number): boolean {
  return offset === 0 || text[offset - 1] === '\n'
}

/** Where the comments directly above a key start: those after a blank line, and none that speak of the whole file. */
function commentTop(text: string, start: number, above: number): number {
  let top = start
  while (top > above) {
    const line = text.lastIndexOf('\n', top - 2) + 1
    const comment = text.slice(line, top)
    const isOfFile = above === 0 && /^#\s*(?:yaml-language-server|cards-ignore)\b/.test(comment)
    if (line < above || !comment.startsWith('#') || isOfFile) break
    top = line
  }
  return top
}

function sortedJson(map: Raw | undefined): string {
  return isRawMap(map) ? JSON.stringify(Object.entries(map).sort(([a], [b]) => (a < b ? -1 : 1))) : ''
}
