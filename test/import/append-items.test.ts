import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { listText } from '../../src/edit/write-card.ts'
import { appendItems } from '../../src/import/append-items.ts'

const NEW = [{ id: 'new', name: 'New', domains: ['new.example'] }]

const appended = (text: string) => {
  const bytes = appendItems(Buffer.from(text), NEW)
  return bytes && Buffer.from(bytes).toString('utf8')
}

describe('appendItems', () => {
  it.each([
    [
      'a list',
      '- id: a\n  name: A\n',
      '- id: a\n  name: A\n\n- id: new\n  name: New\n  domains:\n    - new.example\n',
    ],
    [
      'a list with comments',
      '# all\n- {id: a} # one\n\n# end\n',
      '# all\n- {id: a} # one\n\n# end\n\n- id: new\n  name: New\n  domains:\n    - new.example\n',
    ],
    [
      'no line break at the end',
      '- id: a',
      '- id: a\n\n- id: new\n  name: New\n  domains:\n    - new.example\n',
    ],
    [
      'a blank line at the end',
      '- id: a\n\n',
      '- id: a\n\n- id: new\n  name: New\n  domains:\n    - new.example\n',
    ],
    [
      'Windows line ends',
      '- id: a\r\n',
      '- id: a\r\n\r\n- id: new\r\n  name: New\r\n  domains:\r\n    - new.example\r\n',
    ],
    [
      'an indented list',
      '  # x\n  - id: a\n',
      '  # x\n  - id: a\n\n  - id: new\n    name: New\n    domains:\n      - new.example\n',
    ],
    ['an empty file', '', '- id: new\n  name: New\n  domains:\n    - new.example\n'],
    [
      'an empty list',
      '# venues\n[]\n',
      '# venues\n\n- id: new\n  name: New\n  domains:\n    - new.example\n',
    ],
    ['only a comment', '# venues', '# venues\n\n- id: new\n  name: New\n  domains:\n    - new.example\n'],
    [
      'a byte-order mark',
      '\ufeff- id: a\n',
      '\ufeff- id: a\n\n- id: new\n  name: New\n  domains:\n    - new.example\n',
    ],
  ])('adds to %s', (_, before, after) => {
    expect(appended(before)).toBe(after)
  })

  it.each([
    ['a list in brackets', '[{id: a}]\n'],
    ['a map', 'id: a\n'],
    ['a document that is ended', '- id: a\n...\n'],
    ['broken YAML', '- id: "a\n'],
  ])('does not add to %s', (_, before) => {
    expect(appended(before)).toBeUndefined()
  })

  it('keeps what was there and adds all that is new, whatever the texts', () => {
    const item = fc.record({ id: fc.string({ unit: 'grapheme' }), name: fc.string({ unit: 'grapheme' }) })
    const items = fc.array(item, { minLength: 1, maxLength: 3 })
    fc.assert(
      fc.property(items, items, (before, added) => {
        const bytes = appendItems(Buffer.from(listText(before)), added)
        expect(parse(Buffer.from(bytes ?? []).toString('utf8'))).toEqual([...before, ...added])
      }),
    )
  })
})
