import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { describe, expect, it } from 'vitest'
import { schemas } from '../../../src/load/schemas.ts'
import { cardText, directoryWith } from '../../support/library.ts'
import { filesOf } from '../../support/library-files.ts'
import { runCards } from '../../support/run-cards.ts'

const library = () =>
  directoryWith({
    'cards/aaaaaaaaa1.yaml': cardText('aaaaaaaaa1', 'tags: [x]'),
    'cards/bbbbbbbbb2.yaml': cardText('bbbbbbbbb2'),
    'cards.config.yaml': 'dir: cards\n',
  })

const exportTo = (cwd: string, output: string, ...args: string[]) =>
  runCards(['export', ...args, '-f', 'markdown', '-o', output], { cwd })

const validate = new Ajv2020({ strict: false }).compile(schemas['export-manifest'])

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
  })

  it('removes all pages because no card matches only with --force', async () => {
    const cwd = library()
    await exportTo(cwd, 'site/')
    const before = readdirSync(join(cwd, 'site'))
    expect(await exportTo(cwd, 'site/', 'tag:none')).toMatchObject({
      stderr:
        'error: Nothing is selected, so that all pages in site would be removed: aaaaaaaaa1.md, bbbbbbbbb2.md.\n' +
        'Nothing was written. Check what is asked for, or give --force to remove them.\n',
      exitCode: 2,
    })
    expect(readdirSync(join(cwd, 'site'))).toEqual(before)
    expect((await exportTo(cwd, 'site/', 'tag:none', '--force')).stderr).toBe(
      'No card matches.\n0 cards in site: 1 file written, 2 removed.\n',
    )
    // Where nothing would be removed, nothing is refused.
    expect((await exportTo(cwd, 'site/', 'tag:none')).stderr).toBe(
      'No card matches.\n0 cards in site: 0 files written, 1 unchanged.\n',
    )
  })

  it('does not remove the page of a card that is only unreadable', async () => {
    const cwd = library()
    await exportTo(cwd, 'site/')
    const card = join(cwd, 'cards/bbbbbbbbb2.yaml')
    const text = readFileSync(card, 'utf8')
    writeFileSync(card, `${text}title: [\n`)
    const { stderr, exitCode } = await exportTo(cwd, 'site/', '--force')
    expect(stderr).toContain('1 file could not be read; everything else is served.\n')
    expect(stderr).toContain(
      '1 card in site: 1 file written, 1 unchanged.\n' +
        '1 page that would be removed stays, as the selection is incomplete.\n',
    )
    expect(exitCode).toBe(1)
    // Also when none is left, and it is still known afterwards.
    unlinkSync(join(cwd, 'cards/aaaaaaaaa1.yaml'))
    expect((await exportTo(cwd, 'site/')).stderr).toContain('2 pages that would be removed stay, as')
    expect(readdirSync(join(cwd, 'site'))).toHaveLength(4)
    writeFileSync(card, text)
    expect((await exportTo(cwd, 'site/')).stderr).toBe(
      '1 card in site: 1 file written, 1 unchanged, 1 removed.\n',
    )
  })

  it('removes no page when a document that may cite its card could not be read', async () => {
    const cwd = library()
    writeFileSync(join(cwd, 'a.md'), 'https://example.org/aaaaaaaaa1')
    writeFileSync(join(cwd, 'b.md'), 'https://example.org/bbbbbbbbb2')
    const cited = ['--cited-in', 'a.md', '--cited-in', 'b.md']
    await exportTo(cwd, 'site/', ...cited)
    writeFileSync(join(cwd, 'b.md'), Buffer.from([0, 0xff, 0xfe, 0, 1]))
    const { stderr, exitCode } = await exportTo(cwd, 'site/', ...cited)
    expect(stderr).toContain('1 page that would be removed stays, as the selection is incomplete.\n')
    expect([exitCode, readdirSync(join(cwd, 'site')).length]).toEqual([1, 4])
  })

  it('tells with --dry-run what it would write and remove, and does neither', async () => {
    const cwd = library()
    expect(await exportTo(cwd, 'site/', '--dry-run')).toMatchObject({
      stdout: 'create\tsite/index.md\ncreate\tsite/aaaaaaaaa1.md\ncreate\tsite/bbbbbbbbb2.md\n',
      stderr: '2 cards in site: 3 files to write. Nothing was written.\n',
      exitCode: 0,
    })
    expect(readdirSync(cwd).sort()).toEqual(['cards', 'cards.config.yaml'])
    await exportTo(cwd, 'site/')
    const before = filesOf(cwd)
    expect(await exportTo(cwd, 'site/', 'tag:x', '--dry-run')).toMatchObject({
      stdout: 'replace\tsite/index.md\nremove\tsite/bbbbbbbbb2.md\n',
      stderr: '1 card in site: 1 file to write, 1 unchanged, 1 to remove. Nothing was written.\n',
    })
    expect((await exportTo(cwd, 'site/', 'tag:none', '--dry-run')).exitCode).toBe(2)
    expect(filesOf(cwd)).toEqual(before)
  })

  it('calls the index as --index says, and removes the one of another name', async () => {
    const cwd = library()
    await exportTo(cwd, 'site/')
    expect((await exportTo(cwd, 'site/', '--index', '_index.md')).stderr).toBe(
      '2 cards in site: 1 file written, 2 unchanged, 1 removed.\n',
    )
    expect(readdirSync(join(cwd, 'site')).sort()).toEqual([
      '.cards-export.json',
      '_index.md',
      'aaaaaaaaa1.md',
      'bbbbbbbbb2.md',
    ])
    expect((await exportTo(cwd, 'site/', '--index', '_index.md')).stderr).toBe(
      '2 cards in site: 0 files written, 3 unchanged.\n',
    )
    expect(validate(JSON.parse(readFileSync(join(cwd, 'site/.cards-export.json'), 'utf8')))).toBe(true)
  })

  it.each([
    '',
    'index',
    '../index.md',
    'a/index.md',
    '.index.md',
    '-index.md',
    'index.html',
    'in dex.md',
    '.md',
  ])('refuses an index called %j', async name => {
    const cwd = library()
    const { stderr, exitCode } = await exportTo(cwd, 'site/', `--index=${name}`)
    expect([stderr, exitCode]).toEqual([
      `error: \`${name}\` is no name for an index.\nLetters, digits, - and _, with .md at the end: _index.md\n`,
      2,
    ])
    expect(readdirSync(cwd).sort()).toEqual(['cards', 'cards.config.yaml'])
  })

  it.each(['aaaaaaaaa1.md', 'ZZZZZZZZZ9.md', 'aaaaaaaaa1-2.md'])(
    'refuses an index with the name of a page: %s',
    async name => {
      expect(await exportTo(library(), 'site/', '--index', name)).toMatchObject({
        stderr: expect.stringContaining(`\`${name}\` is the name of a card's page.`),
        exitCode: 2,
      })
    },
  )

  it.each(['', '-q'])('takes no empty path for the working directory %s', async more => {
    const cwd = library()
    for (const option of ['--output', '--report'])
      expect(
        await runCards(['export', '-f', 'markdown', option, '', ...more.split(' ').filter(Boolean)], { cwd }),
      ).toMatchObject({
        stdout: '',
        stderr: `error: ${option} needs a value.\nGive it one, or leave it out.\n`,
        exitCode: 2,
      })
    expect(readdirSync(cwd).sort()).toEqual(['cards', 'cards.config.yaml'])
  })

  it.skipIf(!existsSync('/proc/self'))(
    'says so when no folder can be made there, and does not hang',
    async () => {
      expect(await exportTo(library(), '/proc/x/')).toMatchObject({
        stderr: expect.stringMatching(
          /^error: Could not create the folder \/proc\/x\/?: there is no such file/,
        ),
        exitCode: 2,
      })
    },
  )

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

  it.each([['--force'], ['--dry-run'], ['--index', '_index.md']])(
    'refuses %s where there is no folder',
    async (...option) => {
      const cwd = library()
      for (const output of ['all.md', '-'])
        expect(await exportTo(cwd, output, ...option)).toMatchObject({
          stdout: '',
          stderr: `error: ${option[0]} is for an export into a folder.\nLeave it out.\n`,
          exitCode: 2,
        })
      expect(readdirSync(cwd).sort()).toEqual(['cards', 'cards.config.yaml'])
    },
  )

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
