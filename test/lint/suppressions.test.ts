import { describe, expect, it } from 'vitest'
import { asLibrary, lintExample, textUnder } from '../support/lint-example.ts'

/** What is found in a card with an unreasoned rating, of which `text` has the lines. */
const found = async (text: string) => {
  const linted = await lintExample(text)
  return { rules: linted.findings.map(({ rule }) => rule), linted }
}

const RATING = 'credibility:\n  rating: 2\n'

describe('a comment that suppresses', () => {
  it('stands above the field', async () => {
    const { rules, linted } = await found(`type: web\n# cards-ignore credibility/reason: settled\n${RATING}`)
    expect(rules).toEqual([])
    expect(linted.suppressedIn('aB3dE5gH7j.yaml')).toBe(1)
  })

  it('stands behind the field', async () => {
    const { rules } = await found(
      'type: web\ncredibility: # cards-ignore credibility/reason: settled\n  rating: 2\n',
    )
    expect(rules).toEqual([])
  })

  it('stands at the top for the whole card, before or after other comments', async () => {
    const { rules } = await found(
      `# A card of ours.\n# cards-ignore credibility/*: settled\n\nid: aB3dE5gH7j\nurl: https://www.rfc-editor.org/rfc/rfc2606\ntitle: A title of its own\ntype: web\n${RATING}`,
    )
    expect(rules).toEqual([])
  })

  it('names several rules', async () => {
    const { rules } = await found(
      `type: web\n# cards-ignore credibility/reason, text/title: settled\n${RATING}`,
    )
    expect(rules).toEqual(['lint/unused-suppression'])
  })

  it('reaches past blank lines and other comments, and no further than its field', async () => {
    const { rules } = await found(
      `# cards-ignore credibility/reason: settled\n\n# the type\ntype: web\nlanguage: en\n${RATING}`,
    )
    // Above the first line it would be about the whole card; the harness puts `id` there.
    expect(rules.sort()).toEqual(['credibility/reason', 'lint/unused-suppression'])
  })

  it('is about what is inside the field too', async () => {
    const { rules } = await found(
      'type: web\n# cards-ignore text/html: as the source has it\nkey_points:\n  - first\n  - Tom &amp; Jerry are at it again.\n',
    )
    expect(rules).toEqual([])
  })

  it('stands above an item of a list', async () => {
    const { rules } = await found(
      'type: web\nkey_points:\n  - Tick &amp; trick are the nephews of a duck.\n  # cards-ignore text/html: as the source has it\n  - Tom &amp; Jerry are at it again.\n',
    )
    expect(rules).toEqual(['text/html'])
  })

  it('counts only with a reason', async () => {
    const { rules } = await found(`type: web\n# cards-ignore credibility/reason\n${RATING}`)
    expect(rules).toEqual(['lint/suppression-reason', 'credibility/reason'])
  })

  it('is no comment inside a text', async () => {
    const { rules } = await found(
      `type: web\nnotes: |\n  # cards-ignore credibility/reason: this is prose\n${RATING}`,
    )
    expect(rules).toEqual(['credibility/reason'])
  })

  it('cannot be mistaken for one of another name', async () => {
    const { rules } = await found(`type: web\n# why cards-ignore credibility/reason: no\n${RATING}`)
    expect(rules).toEqual(['credibility/reason'])
  })
})

describe('the reason', () => {
  it.each([': settled', ' : settled', ' -- settled', ' - settled', ' — settled'])(
    'may follow as in `rule%s`',
    async rest => {
      const { rules } = await found(`type: web\n# cards-ignore credibility/reason${rest}\n${RATING}`)
      expect(rules).toEqual([])
    },
  )

  it('is not what only stands there', async () => {
    const { rules } = await found(`type: web\n# cards-ignore credibility/reason settled\n${RATING}`)
    expect(rules).toEqual(['lint/suppression-reason', 'credibility/reason'])
  })
})

describe('what is wrong with a comment', () => {
  it.each(['card-ignore', 'cards-ignore-next-line', 'cards-lint-disable', 'cards_ignore'])(
    'is told of a word of other linters: %s',
    async word => {
      const { rules, linted } = await found(`type: web\n# ${word} credibility/reason: settled\n${RATING}`)
      expect(rules).toEqual(['lint/unknown-rule', 'credibility/reason'])
      expect(linted.findings[0]?.message).toBe(`\`# ${word}\` ignores nothing.`)
    },
  )

  it('is told of the rule that is not needed, in its place', async () => {
    const { linted } = await found(
      `type: web\n# cards-ignore text/title, credibility/reason: settled\n${RATING}`,
    )
    expect(linted.findings.map(({ rule }) => rule)).toEqual(['lint/unused-suppression'])
    expect(textUnder(linted)).toEqual(['text/title'])
    expect(linted.findings[0]?.fix?.edits).toHaveLength(1)
  })

  it('is not told of a rule that is off', async () => {
    const { rules } = await found('type: web\n# cards-ignore archive/missing: offline\nlanguage: en\n')
    expect(rules).toEqual([])
  })

  it('is told of a name that is no rule, with the nearest that is', async () => {
    const { linted } = await found('type: web\n# cards-ignore credibility/reasn: settled\nlanguage: en\n')
    expect(linted.findings.map(({ message, help }) => `${message} ${help}`)).toEqual([
      'There is no rule `credibility/reasn`. Did you mean `credibility/reason`?',
    ])
    expect(textUnder(linted)).toEqual(['credibility/reasn'])
  })
})

it('fills an example with what a card needs', () => {
  expect(asLibrary('type: web\n').files['aB3dE5gH7j.yaml']).toMatch(
    /^id: .*\nurl: .*\ntitle: .*\ntype: web\n$/,
  )
})
