import { spawn } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { cleanCard, directoryWith } from '../../support/library.ts'
import { CARDS, cards } from '../../support/process.ts'

const idOf = (n: number) => `aaaaaa${String(n).padStart(4, '0')}`

describe('the built program', () => {
  it('tells the same in the same order in any locale and time zone, however the files came', () => {
    const files = Object.fromEntries(
      ['Zebra', 'apple', 'Ähre', 'ärger', 'I', 'ı', '10', '9'].map((name, i) => [
        `cards/${name}.yaml`,
        cleanCard(idOf(i), 'doi: 10.1000/182', 'label: A &amp; B', 'credibility: { rating: 2 }'),
      ]),
    )
    const reversed = Object.fromEntries(Object.entries(files).reverse())
    const args = ['lint', '--format', 'json', '--today', '2026-01-01']
    const outputs = [
      cards(args, { cwd: directoryWith(files), env: { LC_ALL: 'C', TZ: 'UTC' } }),
      cards(args, { cwd: directoryWith(reversed), env: { LC_ALL: 'tr_TR.UTF-8', TZ: 'Pacific/Kiritimati' } }),
      cards(args, {
        cwd: directoryWith(files),
        env: { LC_ALL: 'sv_SE.UTF-8', LANG: 'sv_SE', TZ: 'America/Adak' },
      }),
    ]
    expect(outputs[0]?.exitCode).toBe(1)
    expect(JSON.parse(outputs[0]?.stdout ?? '').findings.length).toBeGreaterThan(16)
    for (const { stdout } of outputs) expect(stdout).toBe(outputs[0]?.stdout)
  })

  it('leaves every file whole when --fix is killed', async () => {
    const texts = Array.from({ length: 400 }, (_, i) => cleanCard(idOf(i), 'label: A &amp; B'))
    const dir = directoryWith(Object.fromEntries(texts.map((text, i) => [`cards/${idOf(i)}.yaml`, text])))
    const allowed = texts.map(text => [text, text.replace('&amp;', '&')])
    for (const delay of [250, 400, 550, 700]) {
      const child = spawn(process.execPath, [CARDS, 'lint', '--fix'], { cwd: dir, stdio: 'ignore' })
      const timer = setTimeout(() => child.kill('SIGKILL'), delay)
      await new Promise(resolve => child.once('exit', resolve))
      clearTimeout(timer)
      const now = allowed.map((_, i) => readFileSync(join(dir, `cards/${idOf(i)}.yaml`), 'utf8'))
      for (const [i, text] of now.entries()) expect(allowed[i]).toContain(text)
    }
    // What a killed run leaves behind, the next takes away.
    expect(cards(['lint', '--fix'], { cwd: dir }).exitCode).toBe(0)
    expect(readdirSync(join(dir, 'cards'))).toHaveLength(400)
    for (const [i, [, after]] of allowed.entries())
      expect(readFileSync(join(dir, `cards/${idOf(i)}.yaml`), 'utf8')).toBe(after)
  })

  it('loses nothing when two run with --fix at once', async () => {
    const texts = Array.from({ length: 60 }, (_, i) => cleanCard(idOf(i), 'label: A &amp; B'))
    const dir = directoryWith(Object.fromEntries(texts.map((text, i) => [`cards/${idOf(i)}.yaml`, text])))
    const run = () =>
      new Promise<number | null>(resolve =>
        spawn(process.execPath, [CARDS, 'lint', '--fix'], { cwd: dir, stdio: 'ignore' }).once(
          'exit',
          resolve,
        ),
      )
    expect(await Promise.all([run(), run()])).toEqual([0, 0])
    for (const [i, text] of texts.entries())
      expect(readFileSync(join(dir, `cards/${idOf(i)}.yaml`), 'utf8')).toBe(text.replace('&amp;', '&'))
  })
})
