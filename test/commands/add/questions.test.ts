import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { cancelled } from '../../../src/commands/prompts.ts'
import { answering } from '../../support/answers.ts'
import { directoryWith } from '../../support/library.ts'
import { runCards } from '../../support/run-cards.ts'

const ID = 'aB3dE5gH7j'
const card = (more = '') => `id: ${ID}\nurl: https://a.net/x\ntitle: On Growth\ntype: web\n${more}`

/** Runs `cards add` with a person at the terminal. */
async function ask(root: string, args: readonly string[], answers: readonly (string | boolean)[]) {
  const prompts = answering(...answers)
  const outcome = await runCards(['add', ...args, '--no-fetch'], {
    cwd: root,
    columns: 80,
    env: { NO_COLOR: '1' },
    prompts,
  })
  return { ...outcome, asked: prompts.asked }
}

const newCard = (root: string) => {
  const [name] = readdirSync(join(root, 'cards')).filter(
    file => /^\w{10}\.yaml$/.test(file) && !file.startsWith(ID),
  )
  return name === undefined
    ? undefined
    : readFileSync(join(root, 'cards', name), 'utf8').replace(/^(?:#.*\n)?id: .*\n/, '')
}

describe('cards add at a terminal', () => {
  it('asks for the source first, then for what most cards have', async () => {
    const root = directoryWith({
      'cards.config.yaml': 'schema: none\n',
      'cards/venues.yaml': '- { id: lw, name: LessWrong, domains: [lesswrong.com], type: blog_platform }\n',
    })
    const { asked, exitCode, stdout } = await ask(
      root,
      [],
      [
        'www.lesswrong.com/posts/7YDyziQxkWxbGmF3u/growth',
        'Field Growth',
        'blog',
        'Jo Doe; de Leo, Maria;',
        '6 February 2026',
        'Field Growth, x-risk',
        'It grows: fast.',
        true,
      ],
    )
    expect(asked).toEqual([
      'URL, DOI or arXiv id of the source',
      '  type   blog  guess: its venue, LessWrong\n  venue  lw    guess: its host',
      'Title',
      'Type',
      'Authors, parted by ;',
      'Published',
      'Tags, parted by commas',
      'Summary',
      'url: https://www.lesswrong.com/posts/7YDyziQxkWxbGmF3u/growth\ntitle: Field Growth\ntype: blog\nauthors: Jo Doe; de Leo, Maria\npublished: 2026-02-06\nvenue: lw\nsummary: It grows: fast.\ntags: field-growth; x-risk',
      'Add it?',
    ])
    expect({ exitCode, added: stdout.startsWith('Added ') }).toEqual({ exitCode: 0, added: true })
    expect(newCard(root)).toBe(
      'url: https://www.lesswrong.com/posts/7YDyziQxkWxbGmF3u/growth\ntitle: Field Growth\ntype: blog\nauthors:\n  - Jo Doe\n  - de Leo, Maria\npublished: "2026-02-06"\nvenue: lw\nsummary: "It grows: fast."\ntags:\n  - field-growth\n  - x-risk\n',
    )
  })

  it('leaves out what is left empty, and does not ask for what options say', async () => {
    const root = directoryWith({ 'cards/pages.yaml': '[]' })
    const { asked } = await ask(
      root,
      ['https://a.net/y', '-i', '--type', 'talk', '--tag', 'x'],
      ['A Talk of Things', '', '', '', true],
    )
    expect(asked.slice(0, 4)).toEqual(['Title', 'Authors, parted by ;', 'Published', 'Summary'])
    expect(newCard(root)).toBe('url: https://a.net/y\ntitle: A Talk of Things\ntype: talk\ntags:\n  - x\n')
  })

  it('shows the card that the library has as soon as the source is known', async () => {
    const root = directoryWith({ [`cards/${ID}.yaml`]: card() })
    const no = await ask(root, [], ['http://www.a.net/x', false])
    expect(no.asked).toEqual([
      'URL, DOI or arXiv id of the source',
      `The library has a card for this source: ${ID} “On Growth” (cards/${ID}.yaml).`,
      'Add another card all the same?',
    ])
    expect(no.stderr).toBe(`error: Nothing was added.\nSee it: cards show ${ID}\n`)
    expect({ exitCode: no.exitCode, made: newCard(root) }).toEqual({ exitCode: 1, made: undefined })
    const yes = await ask(root, [], ['http://www.a.net/x', true, 'Its Twin', 'web', '', '', '', '', true])
    expect(yes.exitCode).toBe(0)
    expect(newCard(root)).toContain('title: Its Twin\n')
  })

  it('tells of a card with the same title once the title is known', async () => {
    const root = directoryWith({ [`cards/${ID}.yaml`]: card('authors: [Jo Doe]\n') })
    const { asked } = await ask(
      root,
      ['https://b.net/y', '-i', '--author', 'Jo Doe'],
      ['On Growth', 'web', '', '', '', true],
    )
    expect(asked[1]).toMatch(/^A card has the same title: aB3dE5gH7j/)
  })

  it('asks only for the title when that is all that is missing', async () => {
    const root = directoryWith({ 'cards/pages.yaml': '[]' })
    const { asked, exitCode } = await ask(root, ['https://a.net/y'], ['A Title of Things'])
    expect(asked).toEqual(['Title'])
    expect(exitCode).toBe(0)
  })

  it.each([
    ['a source', ['nothing of that kind'], 'That is no URL, DOI, arXiv id or ISBN.'],
    ['a source', [''], 'Every card needs one.'],
    ['a title', ['https://a.net/y', ''], 'Every card needs a title.'],
    [
      'a date',
      ['https://a.net/y', 'Title', 'web', '', 'next week'],
      '`next week` does not have the form of a date.',
    ],
    ['a day', ['https://a.net/y', 'Title', 'web', '', '2023-02-29'], '`2023-02-29`'],
    ['tags', ['https://a.net/y', 'Title', 'web', '', '', 'a, C++'], '`C++`'],
  ])('checks %s at once', async (_, answers, problem) => {
    const root = directoryWith({ 'cards/pages.yaml': '[]' })
    await expect(ask(root, [], answers)).rejects.toThrow(problem)
    expect(newCard(root)).toBeUndefined()
  })

  it("asks for the library's own fields that every card must have", async () => {
    const root = directoryWith({
      'cards.config.yaml':
        'extra:\n  funder: { type: string, values: [NSF, ERC], required: true, description: Who paid }\n  codes: { type: list, required: true }\n  other: { type: string }\n',
      'cards/pages.yaml': '[]',
    })
    const answers = ['https://a.net/y', 'A Title', 'web', '', '', '', '']
    const { asked, exitCode } = await ask(root, [], [...answers, 'NSF', 'a, b', true])
    expect(asked.slice(-4, -2)).toEqual(['funder: Who paid', 'codes'])
    expect(exitCode).toBe(0)
    expect(newCard(root)).toMatch(/extra:\n {2}funder: NSF\n {2}codes:\n {4}- a\n {4}- b\n$/)
    await expect(ask(root, [], ['https://a.net/z', ...answers.slice(1), 'NFS'])).rejects.toThrow(
      'Did you mean `NSF`?',
    )
  })

  it('adds nothing when the card that it shows is not wanted', async () => {
    const root = directoryWith({ 'cards/pages.yaml': '[]' })
    const answers = ['https://a.net/y', 'A Title', 'web', '', '', '', '', false]
    const { exitCode, stderr } = await ask(root, [], answers)
    expect([exitCode, stderr]).toEqual([1, 'Cancelled; nothing was written.\n'])
    expect(newCard(root)).toBeUndefined()
  })

  it('tells that it waits for a card from the terminal', async () => {
    const root = directoryWith({ 'cards/pages.yaml': '[]' })
    const prompts = answering()
    const stdin = 'url: https://a.net/y\ntitle: A Title\n'
    await runCards(['add', '-', '--no-fetch'], { cwd: root, columns: 80, prompts, stdin })
    expect(prompts.asked).toEqual(['Reading a card from the terminal; end with Ctrl-D.'])
  })

  it('suggests the tags that most cards have', async () => {
    const root = directoryWith({
      [`cards/${ID}.yaml`]: card('tags: [rl, growth]\n'),
      'cards/zzzzzzzzz1.yaml':
        'id: zzzzzzzzz1\nurl: https://b.net/1\ntitle: B\ntype: web\ntags: [rl, to-sort]\n',
      'cards/zzzzzzzzz2.yaml': 'id: zzzzzzzzz2\nurl: https://b.net/2\ntitle: C\ntype: web\ntags: [to-sort]\n',
    })
    const placeholders: (string | undefined)[] = []
    const prompts = answering('https://a.net/y', 'A Title', 'web', '', '', '', '', true)
    const text: typeof prompts.text = (question, options) => {
      if (question.startsWith('Tags')) placeholders.push(options?.placeholder)
      return prompts.text(question, options)
    }
    await runCards(['add', '--no-fetch'], { cwd: root, columns: 80, prompts: { ...prompts, text } })
    expect(placeholders).toEqual(['such as rl'])
  })

  it('writes nothing after Ctrl-C, wherever it comes', async () => {
    const answers = ['https://a.net/y', 'A Title', 'web', 'Jo Doe', '2024', 'x', 'Summary.', true]
    for (let count = 0; count < answers.length; count++) {
      const root = directoryWith({ 'cards/pages.yaml': '[]' })
      const prompts = answering(...answers.slice(0, count))
      let asked = 0
      const unlessCancelled = <T>(ask: () => Promise<T>): Promise<T> => {
        if (asked++ < count) return ask()
        throw cancelled()
      }
      const { stderr, exitCode } = await runCards(['add', '--no-fetch'], {
        cwd: root,
        columns: 80,
        prompts: {
          ...prompts,
          text: async (...given) => unlessCancelled(() => prompts.text(...given)),
          choose: async (...given) => unlessCancelled(() => prompts.choose(...given)),
          confirm: async (...given) => unlessCancelled(() => prompts.confirm(...given)),
        },
      })
      expect({ stderr: stderr.includes('Cancelled; nothing was written.'), exitCode }).toEqual({
        stderr: true,
        exitCode: 1,
      })
      expect(readdirSync(join(root, 'cards'))).toEqual(['pages.yaml'])
      expect(existsSync(join(root, 'cards/.cards.lock'))).toBe(false)
    }
  })
})
