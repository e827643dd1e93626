import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { DocumentKind } from '../../src/documents/citation.ts'
import { documentTitle } from '../../src/documents/document-title.ts'

describe('the title of a document', () => {
  it.each<[DocumentKind, string, string | undefined]>([
    ['markdown', 'Text.\n\n## The **first** [heading](x) ##\n# Second', 'The first heading'],
    ['markdown', '# C# {#c-sharp}\n', 'C#'],
    [
      'markdown',
      '```\n# no heading\n```\n~~~\n# nor this\n~~~\nUnderlined &amp; real\n===\n',
      'Underlined & real',
    ],
    ['markdown', '#no heading\n#\n', undefined],
    ['markdown', '````\n```\n# Not the title\n```\n````\n# Real', 'Real'],
    ['markdown', '<!--\n# Draft\n-->\n# Real', 'Real'],
    ['markdown', '{/*\n# Draft\n*/}\n# Real', 'Real'],
    ['markdown', '- ```\n  # no\n  ```\n\n# The `cards` <!-- x --> program', 'The cards program'],
    ['markdown', '`Code`\n---\n', 'Code'],
    ['html', '<!-- <title>Old</title> --><pre><h1>No</h1></pre><h1>The <code>cards</code></h1>', 'The cards'],
    ['html', '<script>"<title>No</title>"</script><title>Real</title>', 'Real'],
    ['latex', '% \\title{Old draft title}\n\\title{Real title}', 'Real title'],
    ['latex', '\\begin{verbatim}\\title{No}\\end{verbatim}\\title{100\\% real} % one', '100% real'],
    ['html', '<h1>No</h1><title lang="en">A &lt;b&gt;\n <i>B</i></title>', 'A <b> B'],
    ['html', '<body><h1 class="x">Caf&eacute;</h1>', 'Café'],
    ['html', '<title></title>', undefined],
    ['html', '<title>never closed', undefined],
    ['latex', '\\title[Short]{The {\\em Long} One \\\\ \\& more}', 'The Long One & more'],
    ['latex', '\\titleformat{\\section}\n\\section{A}', undefined],
    ['latex', '\\title{never closed', undefined],
  ])('of %s %j is %s', (kind, text, title) => {
    expect(documentTitle({ kind, text })).toBe(title)
  })

  it('is one line and short, whatever the document holds', () => {
    const piece = fc.constantFrom(
      '# ',
      '#',
      '\n',
      '```',
      '\\title{',
      '}',
      '{',
      '\\',
      '<title>',
      '</title>',
      '<',
      '&#0;',
      '===',
      'a'.repeat(700),
      '\u2028',
    )
    fc.assert(
      fc.property(
        fc.constantFrom<DocumentKind>('markdown', 'html', 'latex'),
        fc.array(piece),
        (kind, parts) => {
          const title = documentTitle({ kind, text: parts.join('') }) ?? 'none'
          expect(title).not.toMatch(/[\n\r\u2028]|^\s|\s$|^$/)
          expect(title.length).toBeLessThanOrEqual(1000)
        },
      ),
      { numRuns: 300 },
    )
  })
})
