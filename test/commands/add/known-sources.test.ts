import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { resourceId } from '../../../src/model/stable-id.ts'
import { answering } from '../../support/answers.ts'
import { directoryWith } from '../../support/library.ts'
import { runCards } from '../../support/run-cards.ts'

const ID = 'aB3dE5gH7j'
const OTHER = 'zzzzzzzzz1'
const POST = 'https://www.lesswrong.com/posts/7YDyziQxkWxbGmF3u/growth'

function library(lines: string, more: Record<string, string> = {}): string {
  return directoryWith({ [`cards/${ID}.yaml`]: `id: ${ID}\ntitle: On Growth\ntype: web\n${lines}`, ...more })
}

const retired = (more = '') =>
  directoryWith({
    [`cards/retired/${ID}.yaml`]: `id: ${ID}\nurl: https://a.net/x\ntitle: On Growth\ntype: web\nretired:\n  date: "2026-03-20"\n  reason: The page was a hoax.\n${more}`,
    [`cards/${OTHER}.yaml`]: `id: ${OTHER}\nurl: https://b.net/y\ntitle: Something Else\ntype: web\n`,
  })

function add(root: string, args: readonly string[], more: Parameters<typeof runCards>[1] = {}) {
  return runCards(['add', ...args, '--no-fetch'], { cwd: root, ...more })
}

const count = (root: string) => readdirSync(join(root, 'cards')).filter(name => name.endsWith('.yaml')).length

describe('a source that the library has', () => {
  it.each([
    ['its URL', 'url: https://a.net/x\n', ['https://a.net/x']],
    ['its URL in another form', 'url: https://a.net/x\n', ['http://www.a.net/x/?utm_source=m#:~:text=y']],
    ['its DOI', 'doi: 10.1038/Nature1\n', ['https://doi.org/10.1038/nature1']],
    ['the DOI in a URL', 'doi: 10.1145/3442188\n', ['https://dl.acm.org/doi/pdf/10.1145/3442188']],
    ['its arXiv number', 'arxiv: "1706.03762"\n', ['https://arxiv.org/pdf/1706.03762v7']],
    ['a mirror', `url: ${POST}\n`, ['https://forum.effectivealtruism.org/posts/7YDyziQxkWxbGmF3u/x']],
    ['also_at', 'url: https://a.net/x\nalso_at:\n  - https://b.net/y\n', ['https://b.net/y']],
    ['also_at of the new one', 'url: https://a.net/x\n', ['https://b.net/y', '--also-at', 'https://a.net/x']],
    [
      'a URL that it had once',
      `url: https://a.net/x\naliases:\n  - ${resourceId('https://old.net/x')}\n`,
      ['https://old.net/x'],
    ],
  ])('is refused by %s, and the card is named', async (_, lines, args) => {
    const root = library(lines)
    const { stdout, stderr, exitCode } = await add(root, [...args, '--title', 'Another Title'])
    expect({ stdout, exitCode }).toEqual({ stdout: '', exitCode: 1 })
    expect(stderr).toBe(
      `error: The library has a card for this source: ${ID} “On Growth” (cards/${ID}.yaml).\nSee it: cards show ${ID}\nTo add another card all the same: --force\n`,
    )
    expect(count(root)).toBe(1)
    const forced = await add(root, [...args, '--title', 'Another Title', '--force'])
    expect(forced.exitCode).toBe(0)
    expect(count(root)).toBe(2)
  })

  it('gets a warning when only the title is alike', async () => {
    const root = library('url: https://a.net/x\nauthors:\n  - Jo Doe\n')
    const { stderr, exitCode } = await add(root, [
      'https://b.net/y',
      '--title',
      'on growth!',
      '--author',
      'Doe, Jo',
    ])
    expect(stderr).toContain(
      `A card has the same title: ${ID} “On Growth” (cards/${ID}.yaml). If it is the same source, give that card this address under \`also_at\` instead.\n`,
    )
    expect(exitCode).toBe(0)
    expect(count(root)).toBe(2)
  })

  it('is refused when its card is retired, with the command that brings it back', async () => {
    const root = retired()
    const { stderr, exitCode } = await add(root, ['https://a.net/x', '--title', 'Again'])
    expect(stderr).toBe(
      `error: The card for this source is retired since 2026-03-20: ${ID} “On Growth” (cards/retired/${ID}.yaml). Why: The page was a hoax.\nBring it back: cards revive ${ID}\nTo add another card all the same: --force\n`,
    )
    expect(exitCode).toBe(1)
    const forced = await add(root, ['https://a.net/x', '--title', 'Again', '--force'])
    expect(forced.exitCode).toBe(0)
    // The ID of the retired card is never used again.
    expect(forced.stdout.slice(0, 10).toLowerCase()).not.toBe(ID.toLowerCase())
  })

  it('is refused in favour of what replaced its card', async () => {
    const root = retired(`  replaced_by: ${OTHER}\n`)
    const { stderr, exitCode } = await add(root, ['https://a.net/x', '--title', 'Again'])
    expect(stderr).toContain(
      `The card for this source is retired, and replaced by ${OTHER} “Something Else” (cards/${OTHER}.yaml).\nSee it: cards show ${OTHER}\n`,
    )
    expect(exitCode).toBe(1)
  })

  it('has its retired card brought back when the person at the terminal says so', async () => {
    const root = retired()
    const prompts = answering(true)
    const { exitCode } = await add(root, ['https://a.net/x', '--title', 'Again'], { columns: 80, prompts })
    expect(prompts.asked.at(-1)).toBe('Bring that card back?')
    expect(exitCode).toBe(0)
    expect(readFileSync(join(root, 'cards', `${ID}.yaml`), 'utf8')).not.toContain('retired')
    expect(readdirSync(join(root, 'cards/retired'))).toEqual([])
  })

  it('has its retired card brought back to the folder that was named, and opened', async () => {
    const root = retired()
    const opened: (readonly string[])[] = []
    const { exitCode } = await add(
      root,
      ['https://a.net/x', '--title', 'Again', '--folder', 'inbox', '--edit'],
      {
        columns: 80,
        prompts: answering(true),
        env: { EDITOR: 'my-editor' },
        runProgram: command => {
          opened.push(command)
          return 0
        },
      },
    )
    expect(exitCode).toBe(0)
    expect(readdirSync(join(root, 'cards/inbox'))).toEqual([`${ID}.yaml`])
    expect(opened.map(words => words.join(' '))).toEqual([expect.stringContaining('my-editor')])
  })

  it('is added beside its retired card when the person wants that', async () => {
    const root = retired()
    const prompts = answering(false, true)
    const { exitCode } = await add(root, ['https://a.net/x', '--title', 'Again'], { columns: 80, prompts })
    expect(exitCode).toBe(0)
    expect(count(root)).toBe(2)
    expect(readdirSync(join(root, 'cards/retired'))).toEqual([`${ID}.yaml`])
  })

  it('does not mint the ID of a card, of an alias, of a retired card or of a file that cannot be read', async () => {
    const url = 'https://a.net/new'
    const empty = directoryWith({ 'cards/pages.yaml': '[]' })
    const first = (await add(empty, [url, '--title', 'New Things'])).stdout.slice(0, 10)
    const mint = async (files: Record<string, string>) =>
      (await add(directoryWith(files), [url, '--title', 'New Things'])).stdout.slice(0, 10)
    const swapped = first.replace(/[a-z]/gi, c => (c < 'a' ? c.toLowerCase() : c.toUpperCase()))
    const card = (id: string, more = '') =>
      `id: ${id}\nurl: https://a.net/old\ntitle: Old\ntype: web\n${more}`
    const second = await mint({ [`cards/${swapped}.yaml`]: card(swapped) })
    expect(second).toMatch(/^\w{10}$/)
    expect(second).not.toBe(first)
    expect(await mint({ [`cards/${ID}.yaml`]: card(ID, `aliases:\n  - ${first}\n`) })).toBe(second)
    expect(
      await mint({
        [`cards/retired/${first}.yaml`]: card(first, 'retired:\n  date: "2026"\n  reason: Gone.\n'),
      }),
    ).toBe(second)
    expect(await mint({ [`cards/${first}.yaml`]: 'title: [broken\n' })).toBe(second)
  })

  it('may not take the alias of another card', async () => {
    const root = library('url: https://a.net/x\naliases:\n  - growth-2024\n')
    const { stderr, exitCode } = await add(root, [
      'https://b.net/y',
      '--title',
      'Y',
      '--set',
      'aliases=[growth-2024]',
    ])
    expect(stderr).toContain('error: The alias growth-2024 is taken: another card goes by that name.')
    expect(exitCode).toBe(1)
  })
})
