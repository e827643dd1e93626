import { consume } from '../../../support/consumers.ts'

/** What Pandoc read: an element of its tree. */
export interface Element {
  readonly t: string
  readonly c?: unknown
}

/** Every element of what Pandoc reads, of several texts at once, as it starts slowly; each text between two rules of its own. */
export function elementsOf(markdown: string, format: string): Element[] {
  const { stdout, stderr, exitCode } = consume('pandoc', ['-f', format, '-t', 'json'], markdown)
  if (exitCode !== 0) throw new Error(stderr)
  const found: Element[] = []
  const visit = (value: unknown): void => {
    if (Array.isArray(value)) for (const item of value) visit(item)
    else if (typeof value === 'object' && value !== null) {
      if ('t' in value) found.push(value as Element)
      for (const item of Object.values(value)) visit(item)
    }
  }
  visit(JSON.parse(stdout).blocks)
  return found
}

/** The elements of one kind. */
export function ofKind(elements: readonly Element[], ...kinds: readonly string[]): Element[] {
  return elements.filter(({ t }) => kinds.includes(t))
}

/** The text of an element, as it is read. */
export function textOf(value: unknown): string {
  if (Array.isArray(value)) return value.map(textOf).join('')
  if (typeof value !== 'object' || value === null) return ''
  const { t, c } = value as Element
  if (t === 'Str') return String(c)
  if (t === 'Code' || t === 'RawInline' || t === 'Math') return String((c as unknown[])[1])
  if (t === 'Space' || t === 'SoftBreak') return ' '
  if (t === 'LineBreak') return '\n'
  if (t === 'Quoted') return `"${textOf(c)}"`
  return textOf(c)
}

/** The address of a link. */
export function targetOf({ c }: Element): string {
  const target = (c as unknown[])[2] as readonly [string, string]
  return target[0]
}
