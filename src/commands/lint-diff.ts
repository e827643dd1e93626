import { createTwoFilesPatch } from 'diff'
import type { Overlay } from '../load/read-directory.ts'
import { neutralText } from '../render/neutral.ts'
import { paint, type Terminal } from '../render/theme.ts'

/**
 * What would change, as a unified diff that `git apply` and `patch -p1` take.
 * @param before the bytes of a file as it is
 */
export function diffText(
  files: Overlay,
  before: (path: string) => Uint8Array,
  nameOf: (path: string) => string,
  terminal: Terminal,
): string {
  return [...files]
    .map(([path, bytes]) => {
      const name = nameOf(path)
      const [old, now] = [before(path), bytes].map(content => Buffer.from(content).toString('utf8'))
      const patch = createTwoFilesPatch(`a/${name}`, `b/${name}`, old ?? '', now ?? '')
      return painted(patch.replace(/^=+\n/, ''), terminal)
    })
    .join('')
}

function painted(patch: string, terminal: Terminal): string {
  if (terminal.color === 0) return patch
  return patch
    .split('\n')
    .map(line => {
      const text = neutralText(line.replace(/\r$/, ''))
      if (/^(---|\+\+\+) /.test(line)) return paint([{ text, styles: ['strong'] }], terminal)
      if (line.startsWith('@@')) return paint([{ text, styles: ['muted'] }], terminal)
      if (line.startsWith('+')) return paint([{ text, styles: ['good'] }], terminal)
      return line.startsWith('-') ? paint([{ text, styles: ['error'] }], terminal) : text
    })
    .join('\n')
}
