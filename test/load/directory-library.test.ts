import { execFileSync } from 'node:child_process'
import { chmodSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { DirectoryLibrary } from '../../src/load/directory-library.ts'
import { findSettings } from '../../src/load/settings.ts'
import type { Card } from '../../src/model/card.ts'
import type { Library } from '../../src/model/library.ts'
import { cardText, directoryWith } from '../support/library.ts'

const A = 'aaaaaaaaaa'
const B = 'bbbbbbbbbb'

async function libraryOf(
  files: Record<string, string | Uint8Array>,
): Promise<{ library: Library; dir: string }> {
  const dir = directoryWith(files)
  return { library: new DirectoryLibrary(await findSettings({ cwd: dir, dir: '.' }), dir), dir }
}

async function ids(cards: AsyncIterable<Card>): Promise<string[]> {
  const found: string[] = []
  for await (const card of cards) found.push(card.id)
  return found
}

describe('a library in a directory', () => {
  it('serves the cards at any depth, by ID, and not what are none', async () => {
    const { library } = await libraryOf({
      [`${B}.yaml`]: cardText(B),
      'deep/er/any name.yml': cardText(A),
      'venues.yaml': '- id: v\n  name: V\n',
      'pages.yaml': '- id: p\n  title: P\n',
      '.hidden.yaml': 'not: a card',
      '.git/x.yaml': 'not: a card',
      'README.md': 'not a card',
      'previews/x.txt': 'not a card',
    })
    expect(await ids(library.cards())).toEqual([A, B])
    expect(await library.findings()).toEqual([])
    expect((await library.venues()).get('v')?.name).toBe('V')
    expect((await library.pages()).get('p')?.title).toBe('P')
  })

  it('keeps retired cards apart', async () => {
    const retired = cardText(B, 'retired:', '  date: "2026"', '  reason: Gone.')
    const { library } = await libraryOf({ [`${A}.yaml`]: cardText(A), [`retired/${B}.yaml`]: retired })
    expect(await ids(library.cards())).toEqual([A])
    expect(await ids(library.retired())).toEqual([B])
    expect(await library.find(B)).toMatchObject({ kind: 'retired', card: { id: B } })
  })

  it('finds a card by its ID without reading the others', async () => {
    const { library, dir } = await libraryOf({ [`${A}.yaml`]: cardText(A) })
    expect(await library.find(A)).toMatchObject({ kind: 'found', card: { id: A } })
    // Had the first call read everything, the card made since would not be found.
    writeFileSync(join(dir, `${B}.yaml`), cardText(B))
    expect(await library.find(B)).toMatchObject({ kind: 'found', card: { id: B } })
  })

  it('finds a card in a sharded layout, by path and in a file of another name', async () => {
    const { library, dir } = await libraryOf({ [`aa/${A}.yaml`]: cardText(A), 'other.yaml': cardText(B) })
    expect(await library.find(A)).toMatchObject({ kind: 'found', card: { path: `aa/${A}.yaml` } })
    expect(await library.find(B)).toMatchObject({ kind: 'found', card: { path: 'other.yaml' } })
    expect(await library.find('other.yaml')).toMatchObject({ kind: 'found', card: { id: B } })
    expect(await library.find(join(dir, 'other.yaml'))).toMatchObject({ kind: 'found', card: { id: B } })
  })

  it('does not take a file for a card whose ID it does not hold', async () => {
    const { library } = await libraryOf({ [`${A}.yaml`]: cardText(B) })
    expect(await library.find(A)).toMatchObject({ kind: 'unknown' })
    expect(await library.find(B)).toMatchObject({ kind: 'found', card: { path: `${A}.yaml` } })
  })

  it('gives the bytes of a card as they are', async () => {
    const text = `# a comment\r\n${cardText(A).replaceAll('\n', '\r\n')}`
    const { library } = await libraryOf({ [`${A}.yaml`]: `\ufeff${text}` })
    const lookup = await library.find(A)
    const bytes = lookup.kind === 'found' ? await library.source(lookup.card.path) : undefined
    expect(Buffer.from(bytes ?? []).toString('utf8')).toBe(`\ufeff${text}`)
  })

  it('holds nothing when the directory is empty', async () => {
    const { library } = await libraryOf({})
    expect(await ids(library.cards())).toEqual([])
    expect(await library.findings()).toEqual([])
  })

  it('is loaded whole, with its findings', async () => {
    const dir = directoryWith({ [`${A}.yaml`]: cardText(A), 'x.yaml': 'id: [' })
    const library = new DirectoryLibrary(await findSettings({ cwd: dir, dir: '.' }), dir)
    expect(await ids(library.cards())).toEqual([A])
    expect(await library.findings()).toHaveLength(1)
  })
})

describe('bad input hides no other card:', () => {
  const good = { [`${A}.yaml`]: cardText(A) }

  it.each<[string, string | Uint8Array, string, number, number]>([
    ['a list of records', '- id: x\n  url: y\n', 'schema/type', 1, 1],
    ['a number', '42\n', 'schema/type', 1, 1],
    ['text alone', 'just some text\n', 'schema/type', 1, 1],
    ['several documents', `${cardText(B)}---\n${cardText(B)}`, 'yaml/syntax', 5, 1],
    ['a tab as indentation', `${cardText(B)}tags:\n\t- a\n`, 'yaml/syntax', 6, 1],
    ['a key given twice', `${cardText(B)}title: Again\n`, 'yaml/duplicate-key', 5, 1],
    ['an unclosed quote', `id: ${B}\ntitle: "Open\n`, 'yaml/syntax', 2, 8],
    ['a colon in a plain value', `id: ${B}\ntitle: One: two\n`, 'yaml/syntax', 2, 8],
    ['an empty file', '', 'yaml/syntax', 1, 1],
    [
      'broken UTF-8',
      Buffer.concat([Buffer.from(`id: ${B}\ntitle: caf`), Buffer.from([0xe9, 0x0a])]),
      'yaml/encoding',
      2,
      11,
    ],
    ['UTF-16', Buffer.from(`\ufeff${cardText(B)}`, 'utf16le'), 'yaml/encoding', 1, 1],
    ['no ID', 'url: https://example.org\ntitle: T\ntype: web\n', 'schema/required', 1, 1],
    ['an ID of the wrong form', cardText('too-short'), 'id/format', 1, 5],
    ['one MiB of nesting', `id: ${B}\ntitle: ${'['.repeat(1024 * 1024)}\n`, 'yaml/syntax', 2, 71],
    ['six MiB of text', `id: ${B}\ntitle: ${'x'.repeat(6 * 1024 * 1024)}\n`, 'yaml/encoding', 1, 1],
    [
      'an alias bomb',
      `id: ${B}\na: &a [x,x,x,x,x,x,x,x,x]\n${[...'bcdefgh'].map((name, i) => `${name}: &${name} [${`*${'abcdefg'[i]},`.repeat(9)}]`).join('\n')}\n`,
      'yaml/anchors',
      2,
      4,
    ],
  ])('%s', async (_, content, rule, line, column) => {
    const { library } = await libraryOf({ ...good, 'bad.yaml': content })
    expect(await ids(library.cards())).toEqual([A])
    expect(await library.unread()).toEqual(['bad.yaml'])
    const findings = await library.findings()
    const errors = findings.filter(({ file, severity }) => file === 'bad.yaml' && severity === 'error')
    expect(errors.length).toBeGreaterThan(0)
    const [finding] = findings
    expect(finding).toMatchObject({ file: 'bad.yaml', rule, range: { start: { line, column } } })
    expect(finding?.message).toMatch(/^[A-Z`&].*[.!?]$/s)
    expect(finding?.help).toMatch(/\S/)
  })

  it('what is wrong in a card is left out, and the rest of it served', async () => {
    const text = cardText(
      B,
      'credibility:',
      '  rating: 9',
      'sumary: Wrong key.',
      'authors: One Author',
      'tags:',
      '  - good',
      '  - Not A Slug',
    )
    const { library } = await libraryOf({ ...good, [`${B}.yaml`]: text })
    const lookup = await library.find(B)
    const card = lookup.kind === 'found' ? lookup.card : undefined
    expect(card?.fields).toEqual({
      id: B,
      url: `https://example.org/${B}`,
      title: `Card ${B}`,
      type: 'web',
      tags: ['good'],
    })
    expect(
      card?.findings.map(({ rule, range, pointer }) => [rule, range.start.line, range.start.column, pointer]),
    ).toEqual([
      ['schema/value', 6, 11, '/credibility/rating'],
      ['schema/unknown-key', 7, 1, '/sumary'],
      ['schema/type', 8, 10, '/authors'],
      ['tag/format', 11, 5, '/tags/1'],
    ])
  })

  it('an ID in two files is told at both, and both are served', async () => {
    const { library } = await libraryOf({
      'one.yaml': cardText(A),
      'two.yaml': cardText(A),
      'three.yaml': cardText('AAAAAAAAAA'),
    })
    expect(await ids(library.cards())).toEqual(['AAAAAAAAAA', A, A])
    const findings = await library.findings()
    expect(
      findings.map(({ file, rule, range, related }) => [
        file,
        rule,
        range.start,
        related?.map(place => place.file),
      ]),
    ).toEqual([
      ['one.yaml', 'id/duplicate', { line: 1, column: 5 }, ['three.yaml', 'two.yaml']],
      ['three.yaml', 'id/duplicate', { line: 1, column: 5 }, ['one.yaml', 'two.yaml']],
      ['two.yaml', 'id/duplicate', { line: 1, column: 5 }, ['three.yaml', 'one.yaml']],
    ])
    expect(await library.find(A)).toMatchObject({ kind: 'ambiguous' })
  })

  it('an ID that many files share is told at its place in each, with some of the others', async () => {
    const files = Array.from({ length: 30 }, (_, i) => `${10 + i}.yaml`)
    const { library } = await libraryOf({
      ...Object.fromEntries(files.map(file => [file, cardText(A)])),
      // Neither the other key nor the text that looks like one is the ID.
      '40.yaml': `# id: ${A}\nnotes: |\n  x\n  id: ${A}\n"id": '${A}'\n${cardText(A).replace(/^id:.*\n/, '')}`,
      '41.yaml': cardText(A)
        .replace(/^id:.*\n/, '')
        .concat(`id: "${A}" # late\r\n`),
    })
    const findings = await library.findings()
    expect(findings.map(({ rule, range, related }) => [rule, range.start, related?.length])).toEqual([
      ...files.map(() => ['id/duplicate', { line: 1, column: 5 }, 20]),
      ['id/duplicate', { line: 5, column: 7 }, 20],
      ['id/duplicate', { line: 4, column: 5 }, 20],
    ])
    expect(findings.at(-1)?.range.end).toEqual({ line: 4, column: 17 })
    expect(findings[0]?.message).toBe(`The ID ${A} is also that of 11.yaml, 12.yaml, 13.yaml and 28 others.`)
  })

  it('a broken registry loses only what is broken', async () => {
    const { library } = await libraryOf({
      ...good,
      'venues.yaml':
        '- id: good\n  name: Good\n- id: bad\n  credibility: 9\n- id: half\n  name: Half\n  credibility: high\n',
      'pages.yaml': 'id: not-a-list\n',
    })
    expect((await library.venues()).all).toEqual([
      { id: 'good', name: 'Good' },
      { id: 'half', name: 'Half' },
    ])
    expect((await library.pages()).size).toBe(0)
    expect((await library.findings()).map(({ file, rule, range }) => [file, rule, range.start.line])).toEqual(
      [
        ['pages.yaml', 'schema/type', 1],
        ['venues.yaml', 'schema/required', 3],
        ['venues.yaml', 'schema/value', 4],
        ['venues.yaml', 'schema/type', 7],
      ],
    )
  })

  it('links that lead in a circle, nowhere or out of the library', async () => {
    const { library, dir } = await libraryOf(good)
    const outside = directoryWith({ [`${B}.yaml`]: cardText(B) })
    symlinkSync('loop.yaml', join(dir, 'loop.yaml'))
    symlinkSync('.', join(dir, 'again'))
    symlinkSync('nowhere.yaml', join(dir, 'gone.yaml'))
    symlinkSync(join(outside, `${B}.yaml`), join(dir, `${B}.yaml`))
    symlinkSync(outside, join(dir, 'folder'))
    symlinkSync(`${A}.yaml`, join(dir, 'same.yaml'))
    expect(await ids(library.cards())).toEqual([A])
    expect((await library.findings()).map(({ file, rule }) => [file, rule])).toEqual([
      [`${B}.yaml`, 'file/outside'],
      ['folder', 'file/outside'],
      ['gone.yaml', 'file/unreadable'],
      ['loop.yaml', 'file/unreadable'],
    ])
    expect(await library.find(B)).toMatchObject({ kind: 'unknown' })
  })

  it('a registry that leads out of the library is not read', async () => {
    const outside = directoryWith({ 'venues.yaml': '- id: v\n  name: V\n' })
    const { library, dir } = await libraryOf(good)
    symlinkSync(join(outside, 'venues.yaml'), join(dir, 'venues.yaml'))
    expect((await library.venues()).all).toEqual([])
    expect(await library.findings()).toMatchObject([{ file: 'venues.yaml', rule: 'file/outside' }])
  })

  it('what is no file, and would never end', async () => {
    const { library, dir } = await libraryOf({
      ...good,
      [`${B}.yaml`]: cardText(B, 'preview: { file: pipe.txt }'),
    })
    for (const name of ['pipe.txt', 'cccccccccc.yaml', 'pages.yaml'])
      execFileSync('mkfifo', [join(dir, name)])
    expect(await ids(library.cards())).toEqual([A, B])
    expect(await library.find('cccccccccc')).toMatchObject({ kind: 'unknown' })
    const lookup = await library.find(B)
    expect(lookup.kind === 'found' && (await library.preview(lookup.card))).toEqual({
      missing: 'pipe.txt is not a regular file',
    })
    expect((await library.findings()).map(({ file, rule }) => [file, rule])).toEqual([
      ['cccccccccc.yaml', 'file/unreadable'],
      ['pages.yaml', 'file/unreadable'],
    ])
  })

  it('a link that stays inside is followed', async () => {
    const { library, dir } = await libraryOf({ '.store/kept.yaml': cardText(B) })
    symlinkSync('.store/kept.yaml', join(dir, `${B}.yaml`))
    expect(await ids(library.cards())).toEqual([B])
    expect(await library.find(B)).toMatchObject({ kind: 'found' })
  })

  it('a directory with the name of a card', async () => {
    const { library, dir } = await libraryOf(good)
    mkdirSync(join(dir, `${B}.yaml`))
    expect(await ids(library.cards())).toEqual([A])
    expect(await library.find(B)).toMatchObject({ kind: 'unknown' })
  })

  it.skipIf(process.getuid?.() === 0)(
    'an unreadable file (skipped as root, who reads everything)',
    async () => {
      const { library, dir } = await libraryOf({ ...good, [`${B}.yaml`]: cardText(B) })
      chmodSync(join(dir, `${B}.yaml`), 0)
      expect(await ids(library.cards())).toEqual([A])
      expect(await library.findings()).toMatchObject([{ file: `${B}.yaml`, rule: 'file/unreadable' }])
    },
  )
})

describe('a preview', () => {
  const withPreview = (file: string) => cardText(A, 'preview:', `  file: ${file}`)

  it.each([
    ['previews/a.txt', { text: 'An excerpt.\n' }],
    ['previews/none.txt', { missing: 'previews/none.txt cannot be read: there is no such file or folder' }],
    ['../outside.txt', { missing: '../outside.txt is outside the library' }],
    ['/etc/passwd', { missing: '/etc/passwd is outside the library' }],
    ['previews', { missing: 'previews is not a regular file' }],
    ['link.txt', { missing: 'link.txt leads out of the library' }],
  ])('at %s is read only inside the library', async (file, expected) => {
    const { library, dir } = await libraryOf({
      [`${A}.yaml`]: withPreview(file),
      'previews/a.txt': 'An excerpt.\n',
    })
    const outside = directoryWith({ 'secret.txt': 'secret' })
    symlinkSync(join(outside, 'secret.txt'), join(dir, 'link.txt'))
    const lookup = await library.find(A)
    expect(lookup.kind === 'found' && (await library.preview(lookup.card))).toEqual(expected)
  })

  it('is none on a card without one', async () => {
    const { library } = await libraryOf({ [`${A}.yaml`]: cardText(A) })
    const lookup = await library.find(A)
    expect(lookup.kind === 'found' && (await library.preview(lookup.card))).toBeUndefined()
  })
})
