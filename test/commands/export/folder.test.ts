import { mkdirSync, readdirSync, readFileSync, symlinkSync, unlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { cardText, directoryWith } from '../../support/library.ts'
import { runCards } from '../../support/run-cards.ts'

const library = () =>
  directoryWith({
    'cards/aaaaaaaaa1.yaml': cardText('aaaaaaaaa1', 'tags: [x]'),
    'cards/bbbbbbbbb2.yaml': cardText('bbbbbbbbb2'),
    'cards.config.yaml': 'dir: cards\n',
  })

const exportTo = (cwd: string, output: string, ...args: string[]) =>
  runCards(['export', ...args, '-f', 'markdown', '-o', output], { cwd })

describe('cards export into a folder', () => {
  it('makes a page a card with an index, and brings them up to date', async () => {
    const cwd = library()
    expect(await exportTo(cwd, 'site/sources/')).toMatchObject({
      stdout: '',
      stderr: '2 cards in site/sources: 3 files written.\n',
      exitCode: 0,
    })
    const pages = () => readdirSync(join(cwd, 'site/sources')).sort()
    expect(pages()).toEqual(['.cards-export.json', 'aaaaaaaaa1.md', 'bbbbbbbbb2.md', 'index.md'])
    // It is a folder by now.
    expect((await exportTo(cwd, 'site/sources')).stderr).toBe(
      '2 cards in site/sources: 0 files written, 3 unchanged.\n',
    )
    unlinkSync(join(cwd, 'cards/bbbbbbbbb2.yaml'))
    expect((await exportTo(cwd, 'site/sources/')).stderr).toBe(
      '1 card in site/sources: 1 file written, 1 unchanged, 1 removed.\n',
    )
    expect(pages()).toEqual(['.cards-export.json', 'aaaaaaaaa1.md', 'index.md'])
  })

  it('has a page for each card of a selection, and removes the others', async () => {
    const cwd = library()
    await exportTo(cwd, 'site/')
    expect((await exportTo(cwd, 'site/', 'tag:x')).stderr).toBe(
      '1 card in site: 1 file written, 1 unchanged, 1 removed.\n',
    )
    expect((await exportTo(cwd, 'site/', 'tag:none')).stderr).toBe(
      '0 cards in site: 1 file written, 1 removed.\n',
    )
  })

  it('refuses, before it writes, to replace what it did not make', async () => {
    const cwd = library()
    mkdirSync(join(cwd, 'site'))
    writeFileSync(join(cwd, 'site/index.md'), 'mine')
    expect(await exportTo(cwd, 'site/', '--force')).toMatchObject({
      stderr:
        'error: In site there is already what cards export did not make: index.md.\n' +
        'Nothing was written. Move that away, or name another folder.\n',
      exitCode: 2,
    })
    expect(readdirSync(join(cwd, 'site'))).toEqual(['index.md'])
  })

  it('loses what somebody changed only with --force', async () => {
    const cwd = library()
    await exportTo(cwd, 'site/')
    const page = join(cwd, 'site/aaaaaaaaa1.md')
    const before = readFileSync(page, 'utf8')
    writeFileSync(page, 'by hand')
    expect(await exportTo(cwd, 'site/')).toMatchObject({
      stderr:
        'error: In site somebody changed what cards export made: aaaaaaaaa1.md.\n' +
        'Nothing was written. Keep the changes elsewhere, and give --force to lose them here.\n',
      exitCode: 2,
    })
    expect((await exportTo(cwd, 'site/', '--force')).stderr).toBe(
      '2 cards in site: 1 file written, 2 unchanged.\n',
    )
    expect(readFileSync(page, 'utf8')).toBe(before)
  })

  it.each(['cards', 'cards/', 'cards/pages/', 'link/'])(
    'refuses the library itself and what is in it: %s',
    async output => {
      const cwd = library()
      symlinkSync('cards', join(cwd, 'link'))
      const { stderr, exitCode } = await exportTo(cwd, output)
      expect([stderr, exitCode]).toEqual([
        `error: --output: ${output.replace(/\/$/, '')} is in the library, which is for cards alone.\nName a folder outside of it.\n`,
        2,
      ])
      expect(readdirSync(join(cwd, 'cards')).sort()).toEqual(['aaaaaaaaa1.yaml', 'bbbbbbbbb2.yaml'])
    },
  )

  it('refuses a folder for formats that make one file', async () => {
    const cwd = library()
    mkdirSync(join(cwd, 'site'))
    for (const output of ['site', 'new/'])
      expect(await runCards(['export', '-f', 'json', '-o', output], { cwd })).toMatchObject({
        stderr: `error: The format json goes into one file, and ${output.replace('/', '')} is a folder.\nName a file. Formats that make folders: markdown.\n`,
        exitCode: 2,
      })
    expect(readdirSync(cwd).sort()).toEqual(['cards', 'cards.config.yaml', 'site'])
  })

  it('asks for the format, which the name of a folder does not say', async () => {
    const { stderr, exitCode } = await runCards(['export', '-o', 'site/'], { cwd: library() })
    expect(stderr).toMatch(/^error: Which format is site\/ to have\?\nSay it with --format: /)
    expect(exitCode).toBe(2)
  })

  it('refuses --force where there is no folder', async () => {
    expect(await exportTo(library(), 'all.md', '--force')).toMatchObject({
      stderr: 'error: --force is for an export into a folder.\nLeave it out.\n',
      exitCode: 2,
    })
  })

  it('tells what the pages could not carry', async () => {
    const cwd = directoryWith({
      'cards/aaaaaaaaa1.yaml': cardText('aaaaaaaaa1', 'fetch: { status: ok }', 'summary: "![x](y)"'),
    })
    expect(await exportTo(cwd, 'site/', '--strict')).toMatchObject({
      stderr:
        '1 card in site: 2 files written.\n' +
        'markdown: dropped fetch on 1 card\n' +
        'markdown: changed summary on 1 card (images, and links that are not to the web, became text)\n',
      exitCode: 1,
    })
  })
})
