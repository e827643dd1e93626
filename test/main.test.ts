import { existsSync, readFileSync, statSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { cardText, directoryWith } from './support/library.ts'
import { cards, cardsInTerminal, hasPseudoTerminals, shell } from './support/process.ts'

describe('the built program', () => {
  it('shows a card', () => {
    const { stdout, stderr, exitCode } = cards(['show', 'MDc4MjQ5Yj'])
    expect(stdout).toMatch(/^Goodfire and Training on Interpretability\nSatya Benson\n/)
    expect({ stderr, exitCode }).toEqual({ stderr: '', exitCode: 0 })
  })

  it('once had every regular expression with an accent in it broken, unlike its source', () => {
    const dir = directoryWith({
      'a.yaml': cardText('aaaaaaaaaa', 'authors: [Łukasz Kaiser]').replace(
        'Card aaaaaaaaaa',
        'Ægir and the “Straße”',
      ),
    })
    for (const query of ['aegir', 'strasse', 'author:lukasz', '\'"straße"\''])
      expect([query, shell(`cards list --ids --dir '${dir}' ${query}`).stdout]).toEqual([
        query,
        'aaaaaaaaaa\n',
      ])
    for (const file of ['cards.cjs', 'more.cjs', 'seldom.cjs'])
      expect(/[^\0-\x7f]/.test(readFileSync(new URL(`../dist/${file}`, import.meta.url), 'utf8'))).toBe(false)
  })

  it('exits 0 for done, 1 for no, 2 for cannot', () => {
    expect(cards(['list', 'nothing-like-it']).exitCode).toBe(0)
    expect(cards(['show', 'nonesuch00']).exitCode).toBe(1)
    expect(cards(['lsit']).exitCode).toBe(2)
    expect(cards(['list', '--dir', 'nowhere']).exitCode).toBe(2)
  })

  it('reads references from standard input', () => {
    expect(shell('cards list type:book --ids | cards show - --field title')).toMatchObject({
      stdout:
        'Superintelligence: Paths, Dangers, Strategies\nHuman Compatible: Artificial Intelligence and the Problem of Control\n',
      exitCode: 0,
    })
  })

  it('ends quietly when its reader leaves', () => {
    const many = Object.fromEntries(
      Array.from({ length: 3000 }, (_, i) => `a${String(i).padStart(9, '0')}`).map(id => [
        `${id}.yaml`,
        cardText(id),
      ]),
    )
    const dir = directoryWith(many)
    const { stdout, stderr } = shell(`cards list --json --dir '${dir}' | head -n 2; echo "\${PIPESTATUS[0]}"`)
    expect(stdout).toMatch(/^\[\n\{"id":"a000000000".*\n0\n$/)
    expect(stderr).not.toContain('EPIPE')
  })

  it.skipIf(!existsSync('/dev/full'))(
    'says so when its output cannot be written (skipped without /dev/full)',
    () => {
      const { stderr, exitCode } = shell('cards list > /dev/full')
      expect(stderr).toContain('error: Could not write the output: the disk is full.\n')
      expect(exitCode).toBe(2)
    },
  )

  it('opens the source with the program that BROWSER names', async () => {
    const dir = directoryWith({ 'browser.sh': '#!/bin/sh\necho "$1" > "$(dirname "$0")/opened"\n' })
    shell(`chmod +x '${dir}/browser.sh'`)
    expect(cards(['show', 'MDc4MjQ5Yj', '--web'], { env: { BROWSER: `${dir}/browser.sh` } }).exitCode).toBe(0)
    await expect
      .poll(() => statSync(`${dir}/opened`, { throwIfNoEntry: false })?.size ?? 0)
      .toBeGreaterThan(0)
    expect(readFileSync(`${dir}/opened`, 'utf8')).toContain(
      'https://www.lesswrong.com/posts/B3DQvjCD6gp2JEKaY/',
    )
  })

  it('says what to do when there is no browser', () => {
    const { stderr, exitCode } = cards(['show', 'MDc4MjQ5Yj', '--web'], {
      env: { BROWSER: '/nowhere/browser' },
    })
    expect(stderr).toContain('error: The browser /nowhere/browser could not be started')
    expect(exitCode).toBe(2)
  })

  it('gives the same bytes in every locale and time zone', () => {
    const runs = [
      { LC_ALL: 'C', TZ: 'UTC' },
      { LC_ALL: 'tr_TR.UTF-8', LANG: 'tr_TR.UTF-8', TZ: 'Asia/Tokyo' },
    ]
    const [one, other] = runs.map(env =>
      [['list'], ['list', '--json'], ['show', 'MDc4MjQ5Yj'], ['search', 'interpretability']].map(args =>
        cards(args, { env }),
      ),
    )
    expect(one).toEqual(other)
  })

  it('works from another directory, through a link, and with CARDS_DIR', () => {
    const dir = directoryWith({
      'lib/aaaaaaaaaa.yaml': cardText('aaaaaaaaaa'),
      'deep/er/x.txt': '',
      'cards.config.yaml': 'dir: lib\n',
    })
    expect(cards(['list', '--ids'], { cwd: `${dir}/deep/er` })).toMatchObject({
      stdout: 'aaaaaaaaaa\n',
      exitCode: 0,
    })
    expect(cards(['path', 'aaaa'], { cwd: '/', env: { CARDS_DIR: `${dir}/lib` } }).stdout).toBe(
      `${dir.replace(/^\//, '')}/lib/aaaaaaaaaa.yaml\n`,
    )
  })
})

describe.skipIf(!hasPseudoTerminals)("in a terminal (skipped without util-linux's `script`)", () => {
  it('fits the width that the terminal has', () => {
    for (const columns of [40, 80]) {
      const { stdout, exitCode } = cardsInTerminal(['list', '--color', 'never'], columns)
      expect(exitCode).toBe(0)
      expect(Math.max(...stdout.split('\n').map(line => line.length))).toBeLessThanOrEqual(columns)
      expect(stdout).toContain('29 cards.')
    }
  })

  it('colours, and links where the terminal can', () => {
    expect(cardsInTerminal(['show', 'MDc4MjQ5Yj'], 80).stdout).toMatch(/\x1b\[1mGoodfire and Training/)
    expect(cardsInTerminal(['show', 'MDc4MjQ5Yj'], 80, { env: { NO_COLOR: '1' } }).stdout).not.toContain(
      '\x1b',
    )
    const linked = cardsInTerminal(['show', 'MDc4MjQ5Yj'], 80, { env: { TERM_PROGRAM: 'WezTerm' } }).stdout
    expect(linked).toContain('\x1b]8;')
  })

  it('draws nothing in a dumb one', () => {
    expect(cardsInTerminal(['list'], 80, { env: { TERM: 'dumb' } }).stdout).not.toContain('\x1b')
  })
})
