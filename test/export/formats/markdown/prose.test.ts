import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { proseOf } from '../../../../src/export/formats/markdown/prose.ts'
import { neutralText } from '../../../../src/model/neutral.ts'
import { plainProse } from '../../../../src/model/plain-prose.ts'
import { arbitraryText } from '../../../support/arbitrary-card.ts'

const written = (text: string) => proseOf(text).paragraphs.join('\n\n')

describe('prose as Markdown', () => {
  it.each([
    ['It *says* **much** about `x < y` and [a *link*](https://e.org/a_b).', undefined],
    ['one  \ntwo', undefined],
    ['***both***, then *one **two** one*', undefined],
    ['one\\\ntwo\nthree', 'one  \ntwo three'],
    ['see https://e.org/a.', 'see [https\\://e.org/a](https://e.org/a).'],
    ['<https://e.org>', '[https\\://e.org](https://e.org)'],
    ['a <b>tag</b> &lt;i> <!-- x -->', 'a \\<b\\>tag\\</b\\> \\<i\\> \\<!-- x --\\>'],
    ['[x](javascript:alert(1)) [y](data:text/html,z) ![z](https://e.org/i.png)', 'x y z'],
    ['[x](<https://e.org/a b>)', '[x](https://e.org/a%20b)'],
    [
      '[x][y] [^1]\n\n[y]: https://e.org\n\n[^1]: z',
      '\\[x\\]\\[y\\] \\[\\^1\\]\n\n\\[y\\]: [https\\://e.org](https://e.org)\n\n\\[\\^1\\]: z',
    ],
    ['# a\n\n- b\n\n+ c\n\n1. d\n\n2) e\n\n> f', '\\# a\n\n\\- b\n\n\\+ c\n\n1\\. d\n\n2\\) e\n\n\\> f'],
    [
      '```\n\n---\n\n===\n\n    code\n\n| a |\n|---|',
      '\\`\\`\\`\n\n\\---\n\n\\=\\==\n\ncode\n\n\\| a \\| \\|---\\|',
    ],
    ['import x from "y"\n\nexport x\n\nimportant', '&#105;mport x from "y"\n\n&#101;xport x\n\nimportant'],
    ['{props.x} {{ site }} {% y %} $x^2$', '\\{props.x\\} \\{\\{ site \\}\\} \\{% y %\\} \\$x\\^2\\$'],
    ['`{x}`, `{{ x }}`, `` a`b ``', '`{x}`, \\{\\{ x \\}\\}, ``a`b``'],
    ['\\input{x} \\*y\\*', '\\\\input\\{x\\} \\*y\\*'],
    ['wow![x](y)[z](https://e.org)', 'wowx[z](https://e.org)'],
    ['wow!\\[z](https://e.org) so![](https://e.org)', 'wow!\\[z\\]([https\\://e.org](https://e.org)) so'],
    ['a) b\n\n(iv) c\n\nB. Russell\n\n: d\n\n% e', 'a\\) b\n\n\\(iv) c\n\nB\\. Russell\n\n\\: d\n\n\\% e'],
    ['snake_case and _this_', 'snake_case and *this*'],
  ])('writes %j', (text, expected) => {
    expect(written(text)).toBe(expected ?? text)
  })

  it('tells what became text', () => {
    expect(proseOf('![x](https://e.org)').losses).toEqual([
      'images, and links that are not to the web, became text',
    ])
    expect(proseOf('`{{ x }}`').losses).toEqual(['code that a template would run became text'])
    expect(proseOf('*a* `b` [c](https://e.org)').losses).toEqual([])
  })

  it('keeps all words, and stays as it is when it is written again', () => {
    fc.assert(
      fc.property(arbitraryText(), text => {
        const once = written(text)
        expect(words(plainProse(once))).toBe(words(plainProse(neutralText(text))))
        expect(written(once)).toBe(once)
      }),
      { numRuns: 300 },
    )
  })

  it.each([
    '*a **b ',
    '[x](',
    '`',
    '<',
    '![',
    '\\\\',
    '{{',
    '**a** ',
    ':1',
    '&#',
    'x  \n',
    '*a* `b` [c](https://e.org) ',
  ])('takes 100 KB of %j', part => {
    const text = part.repeat(100_000 / part.length)
    expect(plainProse(written(text)).length).toBeGreaterThan(0)
  })
})

function words(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}
