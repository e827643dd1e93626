import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { tomlTexts } from '../../src/documents/toml-texts.ts'

const read = (toml: string) => {
  const texts = tomlTexts(toml)
  return texts && Object.fromEntries(texts)
}

describe('front matter in TOML', () => {
  it.each([
    ['id = "a"\r\n  title = \'C:\\b\' # c\r\n"slug"="x/y"\r\n', { id: 'a', title: 'C:\\b', slug: 'x/y' }],
    ['title = "A \\"b\\"\\u00e9\tc"', { title: 'A "b"\u00e9\tc' }],
    ['draft = true\nid = "a"\ntags = ["b"]\n', { id: 'a' }],
    ['id = "a"\n[other]\ntitle = "b"\n', { id: 'a' }],
    ['id = "a"\nnotes = """\ntitle = "b"\n"""\n', { id: 'a' }],
    ['title = "bad \\x"\n# id = "b"\n', {}],
    ['id = "a"\nid = "b"\n', undefined],
  ])('%j says %j', (toml, texts) => {
    expect(read(toml)).toEqual(texts)
  })

  it('gives back any text that is written as JSON', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), text => {
        fc.pre(!text.includes('\\u007f') && !JSON.stringify(text).includes("'''"))
        expect(read(`title = ${JSON.stringify(text)}\n`)).toEqual(
          JSON.stringify(text).includes('"""') ? {} : { title: text },
        )
      }),
      { numRuns: 100 },
    )
  })
})
