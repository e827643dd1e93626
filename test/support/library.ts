import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { onTestFinished } from 'vitest'

/** A directory of files that is gone after the test. A file's content is text, or bytes. */
export function directoryWith(files: Readonly<Record<string, string | Uint8Array>>): string {
  const root = mkdtempSync(join(tmpdir(), 'cards-'))
  onTestFinished(() => rmSync(root, { recursive: true, force: true }))
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true })
    writeFileSync(join(root, path), content)
  }
  return root
}

/** The text of a card that is right, with more lines behind it. */
export function cardText(id: string, ...lines: string[]): string {
  return [`id: ${id}`, `url: https://example.org/${id}`, `title: Card ${id}`, 'type: web', ...lines, ''].join(
    '\n',
  )
}

/** The text of a card that lint has nothing against, with more lines behind it. */
export function cleanCard(id: string, ...lines: string[]): string {
  return [
    `id: ${id}`,
    `url: https://www.rfc-editor.org/rfc/${id}`,
    `title: The request ${id}`,
    'type: web',
    ...lines,
    '',
  ].join('\n')
}
