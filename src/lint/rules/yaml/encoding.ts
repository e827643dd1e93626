import type { TextEdit } from '../../../edit/text-edit.ts'
import { counted } from '../../../model/count-text.ts'
import { type Problem, textRule } from '../../rule.ts'
import { countLineEnds, usualLineEnd } from './line-ends.ts'

export const encoding = textRule({
  id: 'yaml/encoding',
  severity: 'error',
  summary: 'a file that is not UTF-8, has a byte-order mark, or mixes line ends',
  why: 'A file in another encoding cannot be read. A byte-order mark and mixed line ends are invisible, yet break scripts and show whole files as changed.',
  fixes: 'safe',
  examples: {
    bad: [
      '\ufeffid: aB3dE5gH7j\nlabel: A byte-order mark comes before this card.\n',
      'id: aB3dE5gH7j\nurl: https://www.rfc-editor.org/rfc/rfc2606\ntitle: A title\ntype: web\nlabel: A name\r\n',
      'label: A\rname\n',
      'label: A\u0007bell\n',
    ],
    good: ['label: A name\n', 'label: A name\r\nnotes: A note\r\n'],
  },
  check({ text, hasByteOrderMark }) {
    const mixed = mixedLineEnds(text)
    return [...(hasByteOrderMark ? [byteOrderMark] : []), ...(mixed ? [mixed] : [])]
  },
})

const byteOrderMark: Problem = {
  message: 'The file starts with a byte-order mark.',
  help: 'Save it as UTF-8 without one.',
  pointer: [],
  span: [0, 0],
  fix: { title: 'Remove the byte-order mark', safe: true, edits: [], removesByteOrderMark: true },
}

/** A carriage return of its own is told by the loader. */
function mixedLineEnds(text: string): Problem | undefined {
  if (!text.includes('\r')) return undefined
  const { lf, crlf } = countLineEnds(text)
  if (lf === 0 || crlf === 0 || /\r(?!\n)/.test(text)) return undefined
  const usual = usualLineEnd(text)
  const edits = otherLineEnds(text, usual)
  const [few, rest] = usual === '\n' ? [crlf, 'CR LF'] : [lf, 'LF alone']
  const end = edits[0]?.span[0] ?? 0
  return {
    message: `${counted(few, 'line')} of ${lf + crlf} ${few === 1 ? 'ends' : 'end'} in ${rest}, the others in ${usual === '\n' ? 'LF alone' : 'CR LF'}.`,
    help: 'Save the file with one kind of line end.',
    pointer: [],
    span: [text.lastIndexOf('\n', end - 1) + 1, end],
    fix: { title: 'Make the line ends alike', safe: true, edits },
  }
}

function otherLineEnds(text: string, usual: '\n' | '\r\n'): TextEdit[] {
  const edits: TextEdit[] = []
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) {
    const start = text[at - 1] === '\r' ? at - 1 : at
    if (text.slice(start, at + 1) !== usual) edits.push({ span: [start, at + 1], text: usual })
  }
  return edits
}
