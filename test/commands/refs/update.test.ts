import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { answering, meanwhile } from '../../support/answers.ts'
import { cardText, directoryWith } from '../../support/library.ts'
import { runCards, type Surroundings } from '../../support/run-cards.ts'

const [A, B, GONE] = ['Card1aaaaa', 'Card2bbbbb', 'Gone3ccccc']
const PAGES = '# ours\n- id: goodfire\n  title: Goodfire\n\n- id: wiki/steering\n  title: Steering\n'
const CARDS = {
  [`cards/${A}.yaml`]: cardText(A, '# by hand', 'cited_by:', '  - goodfire', '  - elsewhere # unread'),
  [`cards/${B}.yaml`]: cardText(B),
  [`cards/retired/${GONE}.yaml`]: cardText(
    GONE,
    'retired:',
    '  date: "2026-01-02"',
    '  reason: Merged.',
    `  replaced_by: ${B}`,
  ),
  'cards/pages.yaml': PAGES,
}

const project = (files: Readonly<Record<string, string>>) => directoryWith({ ...CARDS, ...files })
const update = (cwd: string, args: readonly string[], more: Surroundings = {}) =>
  runCards(['refs', 'update', ...args], { cwd, ...more })
const read = (dir: string, path: string) => readFileSync(join(dir, path), 'utf8')

describe('cards refs update', () => {
  it('writes into cited_by what pages cite, and leaves all else', async () => {
    const cwd = project({
      'content/goodfire.md': `See ${B}.\n`,
      'content/wiki/steering/index.mdx': `See <https://example.org/${A}> and ${B}.\n`,
    })
    expect(await update(cwd, ['content/**', '--yes'])).toEqual({
      stdout: `cards/${A}.yaml\ncards/${B}.yaml\n`,
      stderr: '2 cards changed (3 citing pages added, 1 removed), by 2 documents of 2 pages.\n',
      exitCode: 0,
      opened: [],
    })
    expect(read(cwd, `cards/${A}.yaml`)).toBe(
      cardText(A, '# by hand', 'cited_by:', '  - elsewhere # unread', '  - wiki/steering'),
    )
    expect(read(cwd, `cards/${B}.yaml`)).toBe(cardText(B, 'cited_by:', '  - goodfire', '  - wiki/steering'))
    expect(read(cwd, 'cards/pages.yaml')).toBe(PAGES)
    expect(await update(cwd, ['content/**', '--yes'])).toMatchObject({
      stdout: '',
      stderr: 'Nothing to change: cited_by says what 2 documents of 2 pages cite.\n',
      exitCode: 0,
    })
  })

  it('shows the difference and writes nothing with --dry-run', async () => {
    const cwd = project({ 'goodfire.md': B })
    const { stdout, stderr } = await update(cwd, ['goodfire.md', '--dry-run'])
    expect(stdout).toBe(
      `--- a/cards/${A}.yaml\n+++ b/cards/${A}.yaml\n@@ -3,6 +3,5 @@\n title: Card ${A}\n type: web\n # by hand\n cited_by:\n-  - goodfire\n   - elsewhere # unread\n` +
        `--- a/cards/${B}.yaml\n+++ b/cards/${B}.yaml\n@@ -1,4 +1,6 @@\n id: ${B}\n url: https://example.org/${B}\n title: Card ${B}\n type: web\n+cited_by:\n+  - goodfire\n`,
    )
    expect(stderr).toBe('2 cards would change (1 citing page added, 1 removed), by 1 document of 1 page.\n')
    expect(read(cwd, `cards/${A}.yaml`)).toBe(CARDS[`cards/${A}.yaml`])
  })

  it('asks a person who has seen the difference, and wants --yes from a script', async () => {
    const cwd = project({ 'goodfire.md': B, 'new.md': A })
    expect(await update(cwd, ['*.md', '--add-pages'])).toMatchObject({
      stderr:
        'error: This would change cited_by of 2 cards and pages.yaml (1 page added), and nobody is there to be asked.\nSee what would change with --dry-run, then give --yes.\n',
      exitCode: 2,
    })
    const prompts = answering(false)
    expect((await update(cwd, ['*.md'], { prompts })).exitCode).toBe(1)
    expect(prompts.asked[0]).toContain('+  - goodfire')
    expect(prompts.asked.slice(1)).toEqual([
      'new.md cites 1 card, but there is no page new: --add-pages adds it.',
      'Change cited_by of 2 cards?',
    ])
    expect(await update(cwd, ['*.md'], { prompts: answering(true) })).toMatchObject({
      stdout: `cards/${A}.yaml\ncards/${B}.yaml\n`,
      stderr: '2 cards changed (1 citing page added, 1 removed), by 2 documents of 1 page.\n',
      exitCode: 0,
    })
  })

  it('writes nothing when a document changed while the question stood', async () => {
    const cwd = project({ 'goodfire.md': B })
    const prompts = meanwhile(() => writeFileSync(join(cwd, 'goodfire.md'), A))
    const { stderr, exitCode } = await update(cwd, ['goodfire.md'], { prompts })
    expect(stderr).toContain('changed while you were asked; nothing was written.')
    expect([exitCode, read(cwd, `cards/${B}.yaml`)]).toEqual([1, cardText(B)])
  })

  it('counts a retired card for its replacement, and says what is to be checked', async () => {
    const cwd = project({ 'goodfire.md': `${A} ${GONE} <R id="0123456789abcdef" />` })
    const { stderr } = await update(cwd, ['goodfire.md', '--yes'])
    expect(stderr).toBe(
      '1 card changed (1 citing page added, 0 removed), by 1 document of 1 page.\n1 name leads to no card, 1 name leads to a retired card: `cards refs check` tells which.\n',
    )
    expect(read(cwd, `cards/${B}.yaml`)).toContain('cited_by:\n  - goodfire\n')
  })

  it('tells of documents that are no page, and adds them when it is told to', async () => {
    const cwd = project({
      'x/new.md': `---\ntitle: "A: new one"\n---\n# Other\n${A}`,
      'x/named.md': `---\nid: E42\n---\n# The *named* one\n${A}`,
      'x/two words.md': A,
      'x/silent.md': 'cites nothing',
      'x/same.md': A,
      'y/same.md': A,
    })
    const args = ['x/*.md', 'y/*.md', '--yes']
    const { stderr, stdout, exitCode } = await update(cwd, args)
    expect([stdout, exitCode]).toEqual(['', 0])
    expect(stderr.split('\n').sort()).toEqual(
      [
        '',
        'No page that the library knows is among 6 documents.',
        'x/named.md cites 1 card, but there is no page E42: --add-pages adds it.',
        'x/new.md cites 1 card, but there is no page new: --add-pages adds it.',
        'x/same.md cites 1 card, but is not the only document that would be the page same: give it an id at its top (`id: same-2`), or with --page.',
        'x/two words.md cites 1 card, but its name cannot be the id of a page: give it one at its top (`id: about-us`), or with --page.',
        'y/same.md cites 1 card, but is not the only document that would be the page same: give it an id at its top (`id: same-2`), or with --page.',
      ].sort(),
    )
    const added = await update(cwd, [...args, '--add-pages'])
    expect(added.stdout).toBe(`cards/pages.yaml\ncards/${A}.yaml\n`)
    expect(added.stderr).toContain(
      '1 card changed (2 citing pages added, 0 removed), by 6 documents of 2 pages. 2 pages added to pages.yaml.\n',
    )
    expect(read(cwd, 'cards/pages.yaml')).toBe(
      `${PAGES}\n- id: "E42"\n  title: The named one\n\n- id: new\n  title: "A: new one"\n`,
    )
    expect(read(cwd, `cards/${A}.yaml`)).toContain('  - "E42"\n  - new\n')
    expect((await update(cwd, [...args, '--add-pages'])).stdout).toBe('')
  })

  it('makes pages.yaml in a library that has none', async () => {
    const cwd = directoryWith({ [`cards/${B}.yaml`]: cardText(B), 'new.md': B })
    expect((await update(cwd, ['new.md', '--yes', '--add-pages'])).exitCode).toBe(0)
    expect(read(cwd, 'cards/pages.yaml')).toContain('- id: new\n  title: new\n')
  })

  it('knows the pages that cards name, though pages.yaml has none of them', async () => {
    const cwd = project({ 'elsewhere.md': 'Nothing.' })
    expect((await update(cwd, ['elsewhere.md', '--yes'])).stdout).toBe(`cards/${A}.yaml\n`)
    expect(read(cwd, `cards/${A}.yaml`)).not.toContain('elsewhere')
    expect(existsSync(join(cwd, 'cards/pages.yaml'))).toBe(true)
  })

  it('takes several documents for one page, and says so', async () => {
    const cwd = project({ 'en/goodfire.md': A, 'de/goodfire.md': B })
    const { stderr } = await update(cwd, ['*/goodfire.md', '--yes'])
    expect(stderr).toContain('The page goodfire is 2 documents: de/goodfire.md, en/goodfire.md.\n')
    expect(read(cwd, `cards/${A}.yaml`)).toBe(CARDS[`cards/${A}.yaml`])
    expect(read(cwd, `cards/${B}.yaml`)).toContain('  - goodfire\n')
  })

  it('takes all documents for the page that is named', async () => {
    const cwd = project({
      'paper/main.tex': `\\title{Our Paper}\\cite{${A}}`,
      'paper/goodfire.tex': `\\cite{${B}}`,
    })
    const args = ['paper/*.tex', '--yes', '--page']
    expect((await update(cwd, [...args, 'godfire'])).stderr).toBe(
      'error: There is no page `godfire`.\nDid you mean `goodfire`?\n',
    )
    expect((await update(cwd, [...args, 'our-paper'])).stderr).toBe(
      'error: There is no page `our-paper`.\nTo add it to pages.yaml: --add-pages\n',
    )
    expect((await update(cwd, [...args, 'two words', '--add-pages'])).exitCode).toBe(2)
    expect((await update(cwd, [...args, 'our-paper', '--add-pages'])).exitCode).toBe(0)
    expect(read(cwd, 'cards/pages.yaml')).toContain('- id: our-paper\n  title: Our Paper\n')
    for (const id of [A, B]) expect(read(cwd, `cards/${id}.yaml`)).toContain('  - our-paper\n')
    expect(read(cwd, `cards/${A}.yaml`)).toContain('  - goodfire\n')
  })

  it('says what it did as JSON', async () => {
    const cwd = project({ 'goodfire.md': B, 'new.md': A })
    const { stdout } = await update(cwd, ['*.md', '--dry-run', '--json'])
    expect(JSON.parse(stdout)).toEqual({
      action: 'update',
      read: 2,
      cards: [
        { id: A, path: `${A}.yaml`, gained: [], lost: ['goodfire'] },
        { id: B, path: `${B}.yaml`, gained: ['goodfire'], lost: [] },
      ],
      pages: [{ id: 'goodfire', documents: ['goodfire.md'], cites: [B], added: false }],
      skipped: [{ path: 'new.md', page: 'new', cites: [A] }],
      unknown: 0,
      retired: 0,
    })
  })

  it.each([
    ['nests deeply', '['.repeat(90_000)],
    ['is a bomb', `a: &a [x,x]\n${Array.from({ length: 40 }, (_, i) => `b${i}: &b${i} [*a,*a]`).join('\n')}`],
    ['is no YAML', 'id: "goodfire\n\tb: ]'],
    ['says nothing', 'id: [1]\nslug: {}\n__proto__: x'],
    ['is huge', `id: other\nx: ${'y'.repeat(200_000)}`],
  ])('goes by the path of a document whose front matter %s', async (_, yaml) => {
    const cwd = project({ 'goodfire.md': `---\n${yaml}\n---\n# A\n\n${B}\n` })
    expect((await update(cwd, ['goodfire.md', '--yes'])).exitCode).toBe(0)
    expect(read(cwd, `cards/${B}.yaml`)).toContain('  - goodfire\n')
  })

  it('changes nothing for a document that cannot be read, and says so', async () => {
    const cwd = project({ 'good.md': B })
    writeFileSync(join(cwd, 'goodfire.md'), Buffer.from([0x63, 0x61, 0x66, 0xe9]))
    const { stdout, stderr, exitCode } = await update(cwd, ['*.md', '--yes'])
    expect([stdout, exitCode]).toEqual(['', 1])
    expect(stderr).toContain('goodfire.md:1:4: The byte 0xE9 here is not UTF-8.')
    expect(read(cwd, `cards/${A}.yaml`)).toContain('  - goodfire\n')
  })

  it('takes no page away where a document could not be read, which may be any page', async () => {
    const files = { 'en/goodfire.md': B, 'de/goodfire.md': 'x' }
    const cwd = project(files)
    writeFileSync(join(cwd, 'de/goodfire.md'), Buffer.from(`${A} caf\u00e9`, 'latin1'))
    const kept =
      '1 citing page stays in cited_by that would be removed if all documents and cards could be read. Mend those, then run this again.\n'
    for (const mode of ['--dry-run', '--yes']) {
      const { stderr, exitCode } = await update(cwd, ['*/goodfire.md', mode])
      expect([stderr.includes('1 citing page added, 0 removed'), stderr.includes(kept), exitCode]).toEqual([
        true,
        true,
        1,
      ])
    }
    expect(read(cwd, `cards/${A}.yaml`)).toBe(CARDS[`cards/${A}.yaml`])
    expect(read(cwd, `cards/${B}.yaml`)).toContain('  - goodfire\n')
    writeFileSync(join(cwd, 'de/goodfire.md'), A)
    expect((await update(cwd, ['*/goodfire.md', '--yes'])).exitCode).toBe(0)
    expect(read(cwd, `cards/${A}.yaml`)).toBe(CARDS[`cards/${A}.yaml`])
  })

  it('takes no page away where a card could not be read, which may tell what replaces another', async () => {
    const cwd = project({ 'goodfire.md': GONE, [`cards/${B}.yaml`]: cardText(B, 'cited_by: [goodfire]') })
    writeFileSync(join(cwd, `cards/retired/${GONE}.yaml`), Buffer.from([0x63, 0xe9]))
    const { stderr, exitCode } = await update(cwd, ['goodfire.md', '--yes'])
    expect([stderr.includes('2 citing pages stay in cited_by'), exitCode]).toEqual([true, 1])
    expect(read(cwd, `cards/${B}.yaml`)).toContain('cited_by: [goodfire]')
  })

  it.each(['goodfire', '&pages [goodfire]'])(
    'tells of a card that it cannot change (cited_by: %s), and changes the others',
    async citedBy => {
      const cwd = project({
        [`cards/${B}.yaml`]: cardText(B, `cited_by: ${citedBy}`),
        'wiki/steering.md': `${A} ${B}`,
      })
      const why = `cards/${B}.yaml cannot be changed without touching something else in it. Edit it by hand: cards edit ${B}\n`
      const planned = await update(cwd, ['wiki/steering.md', '--dry-run'])
      expect([planned.stderr.includes(why), planned.exitCode]).toEqual([true, 1])
      expect(read(cwd, `cards/${A}.yaml`)).toBe(CARDS[`cards/${A}.yaml`])
      expect(await update(cwd, ['wiki/steering.md', '--yes'])).toMatchObject({
        stdout: `cards/${A}.yaml\n`,
        stderr: expect.stringContaining(why),
        exitCode: 1,
      })
      expect(read(cwd, `cards/${A}.yaml`)).toContain('  - wiki/steering\n')
    },
  )

  it.each(['[{ id: keep, title: K }]\n', '- id: keep\n  title: K\n...\n'])(
    'says what is the matter with pages.yaml to which nothing can be added: %j',
    async pages => {
      const cwd = project({ 'new.md': A, 'cards/pages.yaml': pages })
      const { stderr, exitCode } = await update(cwd, ['new.md', '--yes', '--add-pages'])
      expect(stderr).toBe(
        'error: Nothing can be added at the end of cards/pages.yaml, and nothing was written.\nWrite it as a block list: each page on lines of its own (`- id: about-us`), and no `...` at the end.\n',
      )
      expect([exitCode, read(cwd, 'cards/pages.yaml')]).toEqual([1, pages])
    },
  )

  it('reads the front matter of TOML, and tells of any that cannot be read', async () => {
    const cwd = project({
      'a.md': `+++\ntitle = "A: b"\nid = 'from-toml'\n[params]\nid = "no"\n+++\n# No\n${A}`,
      'goodfire.md': `---\nid: x\nid: y\n---\n${A}`,
      'elsewhere.md': `---\n# nothing\n---\n${A}`,
    })
    const { stderr, exitCode } = await update(cwd, ['*.md', '--yes', '--add-pages'])
    expect(stderr).toContain('The front matter of goodfire.md cannot be read, so it goes by its path.\n')
    expect(stderr).not.toContain('elsewhere.md')
    expect(exitCode).toBe(0)
    expect(read(cwd, 'cards/pages.yaml')).toContain('- id: from-toml\n  title: "A: b"\n')
  })

  it('is settled after one time, and agrees with what documents cite', async () => {
    const ids = ['Card1aaaaa', 'Card2bbbbb', 'Card3ddddd']
    const pages = ['one', 'two', 'three']
    const some = (all: readonly string[]) => fc.subarray([...all])
    const state = fc.tuple(
      fc.tuple(some(pages), some(pages), some(pages)),
      fc.tuple(some(ids), some(ids), some(ids)),
      fc.subarray(pages, { minLength: 1 }),
    )
    await fc.assert(
      fc.asyncProperty(state, async ([before, cites, scanned]) => {
        const cwd = directoryWith({
          ...Object.fromEntries(
            ids.map((id, i) => [`cards/${id}.yaml`, cardText(id, `cited_by: [${before[i]?.join(', ')}]`)]),
          ),
          'cards/pages.yaml': pages.map(id => `- id: ${id}\n  title: ${id}\n`).join(''),
          ...Object.fromEntries(pages.map((page, i) => [`${page}.md`, `${cites[i]?.join('\r\n\r\n')}\n`])),
        })
        const args = [...scanned.map(page => `${page}.md`), '--yes']
        expect((await update(cwd, args)).exitCode).toBe(0)
        const { stdout } = await runCards(['list', '--json', '--fields', 'id,cited_by'], { cwd })
        const now = JSON.parse(stdout) as { id: string; cited_by?: { id: string }[] }[]
        for (const [i, id] of ids.entries()) {
          const cited = new Set(now.find(card => card.id === id)?.cited_by?.map(page => page.id))
          for (const [p, page] of pages.entries())
            expect(cited.has(page)).toBe(
              scanned.includes(page) ? cites[p]?.includes(id) : before[i]?.includes(page),
            )
        }
        expect((await update(cwd, args)).stdout).toBe('')
      }),
      { numRuns: 15 },
    )
  })
})

describe('cards that are merged', () => {
  it('are mended in documents, which then cite the one that was kept', async () => {
    const cwd = directoryWith({
      [`cards/${A}.yaml`]: cardText(A, 'also_at: [https://example.org/same]'),
      [`cards/${B}.yaml`]: cardText(
        B,
        'also_at: [https://example.org/same]',
        'cited_by: [goodfire, steering]',
      ),
      'cards/pages.yaml': '- id: goodfire\n  title: Goodfire\n- id: steering\n  title: Steering\n',
      'docs/goodfire.md': `# Goodfire\n\n[It](${B}).\n`,
      'docs/steering.md': 'It is gone from here.\n',
    })
    const cards = (...args: string[]) => runCards(args, { cwd })
    expect((await cards('refs', 'check', 'docs/**')).exitCode).toBe(0)
    expect((await cards('merge', A, B, '--yes')).exitCode).toBe(0)
    expect((await cards('refs', 'check', 'docs/**')).exitCode).toBe(1)
    expect((await cards('refs', 'rewrite', 'docs/**', '--yes')).stdout).toBe('docs/goodfire.md\n')
    expect(read(cwd, 'docs/goodfire.md')).toBe(`# Goodfire\n\n[It](${A}).\n`)
    expect((await cards('refs', 'check', 'docs/**')).exitCode).toBe(0)
    expect((await cards('refs', 'update', 'docs/**', '--yes')).stdout).toBe(`cards/${A}.yaml\n`)
    expect(read(cwd, `cards/${A}.yaml`)).toContain('cited_by:\n  - goodfire\n')
    expect(read(cwd, `cards/${A}.yaml`)).not.toContain('steering')
  })
})
