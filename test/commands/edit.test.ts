import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { answering } from '../support/answers.ts'
import { cleanCard, directoryWith } from '../support/library.ts'
import { runCards, type Surroundings } from '../support/run-cards.ts'

const ID = 'aB3dE5gH7j'
const OTHER = 'bC4eF6hI8k'

const CARD = cleanCard(
  ID,
  'authors:',
  '  - Ann Smith # first',
  '  - { given: Bo, family: Li }',
  'key_points:',
  '  - One point.',
  '  - "Another: point." # quoted',
  'tags:',
  '  - training # why',
  '  - safety',
)

function library(files: Readonly<Record<string, string>> = {}) {
  const dir = directoryWith({
    'cards.config.yaml': 'extra:\n  funder: { type: string, values: [NSF, ERC] }\n  grants: { type: list }\n',
    [`cards/${ID}.yaml`]: CARD,
    [`cards/${OTHER}.yaml`]: cleanCard(OTHER, 'tags:', '  - safety'),
    ...files,
  })
  const read = (path: string) => readFileSync(join(dir, 'cards', path), 'utf8')
  return {
    dir,
    read,
    card: () => read(`${ID}.yaml`),
    run: (args: readonly string[], surroundings: Surroundings = {}) =>
      runCards(['edit', ...args], { cwd: dir, ...surroundings }),
  }
}

describe('cards edit with options', () => {
  it('changes what it is told, and nothing else in the file', async () => {
    const { run, card } = library()
    const { stdout, stderr, exitCode } = await run([
      ID,
      '--set',
      'title=A better title',
      '--set',
      'key_points[1]=Another: word.',
      '--add',
      'tags=scaling',
      '--remove',
      'tags=safety',
      '--set',
      'extra.funder=NSF',
    ])
    expect({ stdout, stderr, exitCode }).toEqual({
      stdout: `cards/${ID}.yaml\n`,
      stderr: '1 card changed (title, key_points, extra, tags).\n',
      exitCode: 0,
    })
    expect(card()).toBe(
      CARD.replace('title: The request aB3dE5gH7j', 'title: A better title')
        .replace('"Another: point."', '"Another: word."')
        .replace('  - safety\n', '  - scaling\nextra:\n  funder: NSF\n'),
    )
  })

  it('shows with --dry-run what would change, and changes nothing', async () => {
    const { run, card } = library()
    const { stdout, stderr } = await run([ID, '--unset', 'key_points[0]', '--dry-run'])
    expect(stdout).toContain('-  - One point.\n')
    expect(stderr).toBe('1 card would change (key_points).\n')
    expect(card()).toBe(CARD)
  })

  it('tells with --json what changed in which card', async () => {
    const { run } = library()
    const { stdout } = await run([ID, OTHER, '--add', 'tags=training', '--json'])
    expect(JSON.parse(stdout)).toEqual([{ id: OTHER, path: `${OTHER}.yaml`, changed: ['tags'] }])
  })

  it('notes what is so already, and leaves it', async () => {
    const { run, card } = library()
    const { stdout, stderr, exitCode } = await run([
      ID,
      '--add',
      'authors=Bo Li',
      '--remove',
      'tags=none',
      '--unset',
      'label',
      '--set',
      'type=web',
    ])
    expect({ stdout, stderr, exitCode }).toEqual({
      stdout: '',
      stderr: [
        `${ID}: type is that already.`,
        `${ID}: label is not there.`,
        `${ID}: authors has \`Bo Li\` already.`,
        `${ID}: tags does not have \`none\`: it has \`training\`, \`safety\`.`,
        'Nothing changed.',
        '',
      ].join('\n'),
      exitCode: 0,
    })
    expect(card()).toBe(CARD)
  })

  it('removes an author by the name that is displayed', async () => {
    const { run, card } = library()
    await run([ID, '--remove', 'authors=Bo Li'])
    expect(card()).toBe(CARD.replace('  - { given: Bo, family: Li }\n', ''))
  })

  it('takes a long text from a file, or from standard input', async () => {
    const { run, card, dir } = library()
    writeFileSync(join(dir, 'text.txt'), '\ufeffFrom a file.\r\n')
    await run([ID, '--set-file', 'summary=text.txt', '--set-file', 'notes=-'], { stdin: 'From a pipe.\n' })
    expect(card()).toContain('summary: From a file.\n')
    expect(card()).toContain('notes: From a pipe.\n')
  })

  it('keeps the resource ID of a former URL as an alias', async () => {
    const { run, card } = library()
    await run([ID, '--set', 'url=https://www.rfc-editor.org/rfc/rfc9110'])
    expect(card()).toMatch(/^aliases:\n {2}- "6592885273e75827"$/m)
  })

  it.each([
    ['published=2026-02-30', '`2026-02-30` is not a day of the calendar.'],
    ['type=blgo', '`blgo` is not a type that is known.\nDid you mean `blog`?'],
    ['credibility.rating=9', '`rating` must be a whole number from 1 to 5, but is `9`.'],
    ['titel=x', 'Cards have no field `titel`.\nDid you mean `title`?'],
    ['extra.fundr=x', '`extra` has no field `fundr`.\nDid you mean `funder`?'],
    ['extra.funder=x', '`x` is not a value that `extra.funder` may have.'],
    ['tags=x', '`tags` is a list, and `x` is none.\nAdd to it with --add tags=…'],
    ['tags=[a, B c]', '`B c` does not have the form of a slug.'],
    ['title=', 'There is no value for `title`.\nTo take it away: --unset title'],
    ['title.x=y', '`title` is one value and has no parts.'],
    ['tags[x]=y', '`tags` is a list, and `x` is not the place of an item.\nPlaces are counted from 0'],
    ['retired.reason=x', 'Whether a card is retired is not set by hand.'],
    ['title', '--set takes a field and a value, not `title`.'],
  ])('refuses --set %s before it looks at a card', async (assignment, message) => {
    const { run, card } = library()
    const { stderr, exitCode } = await run([ID, '--set', assignment])
    expect(stderr).toContain(`error: ${message}`)
    expect(exitCode).toBe(2)
    expect(card()).toBe(CARD)
  })

  it.each([
    [['--set', 'title=a', '--set', 'title=b'], '--set title is given twice.'],
    [['--set', 'tags=[a]', '--add', 'tags=b'], '--set tags and --add tags exclude each other.'],
    [['--add', 'tags=a', '--remove', 'tags=a'], '--add tags and --remove tags exclude each other.'],
    [['--add', 'title=a'], '`title` is no list, so nothing can be added to it.'],
    [['--yes', '--set', 'title=a'], '--yes answers for --where, which is not given.'],
    [['--where', 'type:web', '--set', 'title=a'], 'Either cards are named or a query finds them, not both'],
    [['--set', 'id=cD5fG7iJ9l'], 'An ID never changes: others refer to the card by it.'],
  ])('refuses %j', async (args, message) => {
    const { run, card } = library()
    const { stderr, exitCode } = await run([ID, ...args])
    expect(stderr).toContain(message)
    expect(exitCode).toBe(2)
    expect(card()).toBe(CARD)
  })

  it('prints no command of a runner, in paths or in errors', async () => {
    const path = 'x\n::error::PWN.yaml'
    const { run } = library({ [`cards/${path}`]: CARD.replace(ID, 'eF7hI9kL1n') })
    const actions = { env: { GITHUB_ACTIONS: 'true' } }
    const { stdout } = await run(['eF7hI9kL1n', '--set', 'label=x'], actions)
    expect(stdout).toContain('PWN.yaml')
    expect(stdout).not.toMatch(/^::/m)
    const refused = await run(['eF7hI9kL1n', '--unset', 'title'])
    expect(refused.stderr).toContain('A card needs `title`')
    expect(refused.stderr).not.toMatch(/^::/m)
  })

  it('writes none of several cards when one of them cannot be changed so', async () => {
    const { run, card, read } = library()
    const { stderr, exitCode } = await run([ID, OTHER, '--set', 'key_points[1]=x'])
    expect(stderr).toContain(`${OTHER} has no key_points[1]: it has no key_points.`)
    expect(exitCode).toBe(1)
    expect([card(), read(`${OTHER}.yaml`)]).toEqual([CARD, cleanCard(OTHER, 'tags:', '  - safety')])
  })

  it('refuses to leave a card without what every card needs', async () => {
    const { run, card } = library()
    const { stderr, exitCode } = await run([ID, '--unset', 'title'])
    expect(stderr).toContain('A card needs `title`, which is missing. Nothing was written.')
    expect(exitCode).toBe(1)
    expect(card()).toBe(CARD)
  })

  it('refuses all when a reference leads to no card', async () => {
    const { run, card } = library()
    const { stderr, exitCode } = await run([ID, 'nobody', '--add', 'tags=x'])
    expect(stderr).toContain('There is no card nobody in cards/.')
    expect([exitCode, card()]).toEqual([1, CARD])
  })
})

describe('cards edit, of what lint would call wrong,', () => {
  const RETIRED = 'dE6gH8jK0m'
  const retired = {
    [`cards/retired/${RETIRED}.yaml`]: cleanCard(
      RETIRED,
      'retired:',
      '  date: "2026-01-01"',
      '  reason: Gone.',
    ),
  }

  it.each([
    ['venue=zzz', 'There is no venue `zzz`.'],
    ['url=https://u:p@www.rfc-editor.org/', 'holds a user name or a password.'],
    [`url=${/url: (.*)/.exec(cleanCard(OTHER))?.[1]}`, OTHER],
  ])('refuses an error, and keeps it with --force: --set %s', async (assignment, message) => {
    const { run, card } = library()
    const { stdout, stderr, exitCode } = await run([ID, '--set', assignment])
    expect(stderr).toContain(message)
    expect(stderr).toContain(`cards/${ID}.yaml:`)
    expect(stderr).toMatch(/^error: This would bring 1 error; nothing was written:\n/)
    expect(stderr).toMatch(/\]\nTo keep it all the same: --force\n$/)
    expect([stdout, exitCode, card()]).toEqual(['', 1, CARD])
    const forced = await run([ID, '--set', assignment, '--force'])
    expect(forced.stderr).toContain(message)
    expect(forced.exitCode).toBe(0)
    expect(card()).toContain(assignment.replace('=', ': '))
  })

  it.each([
    [['--add', `aliases=${OTHER.toUpperCase()}`], OTHER],
    [['--add', `aliases=${RETIRED}`], RETIRED],
    [['--set', 'preview.file=../../../etc/passwd'], 'the file `../../../etc/passwd` is outside the library.'],
    [['--set', 'preview.file=/etc/passwd'], 'the file `/etc/passwd` is outside the library.'],
  ])('refuses %j whatever --force says', async (args, message) => {
    const { run, card } = library(retired)
    for (const force of [[], ['--force']]) {
      const { stderr, exitCode } = await run([ID, ...args, ...force])
      expect(stderr).toContain(message)
      expect(stderr).toMatch(/nothing was written/i)
      expect(stderr).not.toContain('--force')
      expect([exitCode, card()]).toEqual([1, CARD])
    }
  })

  it('tells a warning, and writes', async () => {
    const { run } = library()
    const { stdout, stderr } = await run([ID, '--set', 'published=2030'])
    expect(stdout).toBe(`cards/${ID}.yaml\n`)
    expect(stderr).toContain('warning: The date of publication, `2030`, is still to come')
  })

  it('writes none of several cards when one becomes wrong', async () => {
    const { run, card } = library()
    const { stderr, exitCode } = await run([ID, OTHER, '--set', 'doi=10.1038/nature14539'])
    expect(stderr).toContain('nothing was written')
    expect([exitCode, card()]).toEqual([1, CARD])
  })

  it('says nothing of what was wrong before, or in other cards', async () => {
    const { run, dir } = library({ [`cards/${OTHER}.yaml`]: cleanCard(OTHER, 'venue: nowhere') })
    writeFileSync(join(dir, 'cards', `${ID}.yaml`), `${CARD}venue: nowhere\n`)
    const { stderr, exitCode } = await run([ID, '--set', 'label=Short'])
    expect({ stderr, exitCode }).toEqual({ stderr: '1 card changed (label).\n', exitCode: 0 })
  })

  it.each([
    [['--remove', 'aliases=cD5fG7iJ9l']],
    [['--unset', 'aliases']],
    [['--set', 'aliases=[aaaaaaaaaaaaaaaa]']],
  ])('lets no former ID go but with --force: %j', async args => {
    const text = `${CARD}aliases: [cD5fG7iJ9l]\n`
    const { run, card } = library({ [`cards/${ID}.yaml`]: text })
    const { stderr, exitCode } = await run([ID, ...args])
    expect(stderr).toContain(`cD5fG7iJ9l is a former ID of ${ID}`)
    expect(stderr).toContain('To let it go all the same: --force')
    expect([exitCode, card()]).toEqual([1, text])
    expect((await run([ID, ...args, '--force'])).exitCode).toBe(0)
    expect(card()).not.toContain('cD5fG7iJ9l')
  })

  it('lets an alias go that leads to another card, too', async () => {
    const { run, card } = library({ [`cards/${ID}.yaml`]: `${CARD}aliases: [${OTHER}]\n` })
    expect((await run([ID, '--remove', `aliases=${OTHER}`])).exitCode).toBe(0)
    expect(card()).toBe(CARD)
  })

  it('says how a retired card comes back', async () => {
    const { run } = library(retired)
    const { stderr, exitCode } = await run([RETIRED, '--set', 'title=x'])
    expect(stderr).toContain(`A retired card is not edited. To bring it back first: cards revive ${RETIRED}`)
    expect(exitCode).toBe(1)
  })
})

describe('cards edit, of values in another form,', () => {
  it.each([
    [
      ['--set', 'published=June 1999'],
      'published: `June 1999` was taken as `1999-06`.',
      'published: "1999-06"',
    ],
    [
      ['--set', 'doi=https://doi.org/10.17487/RFC2606'],
      'doi: `https://doi.org/10.17487/RFC2606` was taken as `10.17487/',
      'doi: 10.17487/',
    ],
    [['--add', 'tags=Big Nets'], 'tags: `Big Nets` was taken as `big-nets`.', '  - big-nets'],
    [['--set', 'accessed=today'], 'accessed: `today` was taken as `2026-06-15`.', 'accessed: "2026-06-15"'],
  ])('takes what is certain, and says so: %j', async (args, note, line) => {
    const { run, card } = library()
    const { stderr, exitCode } = await run([ID, ...args])
    expect(stderr).toContain(note)
    expect(card()).toContain(line)
    expect(exitCode).toBe(0)
  })

  it('makes no tag of a list of tags, and says how to give several', async () => {
    const { run, card } = library()
    const { stderr, exitCode } = await run([ID, '--add', 'tags=Big Nets,foo'])
    expect(stderr).toContain("Give each item with its own --add, or several as --add 'tags=[a, b]'.")
    expect([exitCode, card()]).toEqual([2, CARD])
    await run([ID, '--add', 'tags=[Big Nets, foo]', '--remove', 'tags=[training, safety]'])
    expect(card()).toContain('tags:\n  - big-nets\n  - foo\n')
  })

  it('says that an author is one text, and gives the parts to type', async () => {
    const { run, card } = library()
    const { stderr, exitCode } = await run([ID, '--set', 'authors[0].family=Smyth'])
    expect(stderr).toContain('authors[0] is one text, `Ann Smith`, and has no parts.')
    expect(stderr).toContain("--set 'authors[0]={ given: Ann, family: Smith }'")
    expect([exitCode, card()]).toEqual([1, CARD])
    expect((await run([ID, '--set', 'authors[0]={ given: Ann, family: Smyth }'])).exitCode).toBe(0)
  })
})

describe('cards edit --where', () => {
  it('lists the first ten cards before it asks', async () => {
    const ids = Array.from({ length: 12 }, (_, i) => `zZ3dE5gH${String(i).padStart(2, '0')}`)
    const { run } = library(Object.fromEntries(ids.map(id => [`cards/${id}.yaml`, cleanCard(id)])))
    const prompts = answering(false)
    await run(['--where', 'title:zZ3dE5gH', '--set', 'label=x'], { prompts })
    expect(prompts.asked).toEqual([
      [...ids.slice(0, 10).map(id => `${id}  The request ${id}`), '… and 2 more.'].join('\n'),
      'Change 12 cards?',
    ])
  })

  it('asks at a terminal, with the number of cards that would change', async () => {
    const { run, read } = library()
    const prompts = answering(true)
    await run(['--where', 'type:web', '--add', 'tags=training'], { prompts })
    expect(prompts.asked).toEqual([`${OTHER}  The request ${OTHER}`, 'Change 1 card?'])
    expect(read(`${OTHER}.yaml`)).toContain('  - training\n')
  })

  it('writes nothing when the answer is no', async () => {
    const { run, card } = library()
    const { exitCode } = await run(['--where', 'type:web', '--add', 'tags=x'], { prompts: answering(false) })
    expect([exitCode, card()]).toEqual([1, CARD])
  })

  it('wants --yes where nobody can be asked', async () => {
    const { run, card } = library()
    const refused = await run(['--where', 'type:web', '--add', 'tags=x'])
    expect(refused.stderr).toContain('--where would change 2 cards, and nobody is there to be asked.')
    expect([refused.exitCode, card()]).toEqual([2, CARD])
    const { stdout, stderr } = await run(['--where', 'type:web', '--add', 'tags=x', '--yes'])
    expect(stdout).toBe(`cards/${ID}.yaml\ncards/${OTHER}.yaml\n`)
    expect(stderr).toBe('2 cards changed (tags).\n')
  })

  it('has nothing to do, and no question, when no card matches', async () => {
    const { run } = library()
    const { stdout, stderr, exitCode } = await run(['--where', 'type:book', '--add', 'tags=x', '--json'])
    expect({ stdout, stderr, exitCode }).toEqual({
      stdout: '[]\n',
      stderr: 'No card matches.\n',
      exitCode: 0,
    })
  })
})

describe('cards edit --rename-id', () => {
  const NEW = 'cD5fG7iJ9l'

  it('keeps the old ID as an alias, moves the file, and tells the retired cards that it replaces', async () => {
    const retired = cleanCard(
      'dE6gH8jK0m',
      'retired:',
      '  date: "2026-01-01"',
      '  reason: Merged.',
      `  replaced_by: ${ID} # that`,
    )
    const { run, read, dir } = library({ 'cards/retired/dE6gH8jK0m.yaml': retired })
    const { stdout, stderr } = await run([ID, '--set', `id=${NEW}`, '--rename-id'])
    expect(stdout).toBe(`cards/${NEW}.yaml\n`)
    expect(stderr).toContain(`${ID} is now ${NEW}; the old ID still leads to it.`)
    expect(existsSync(join(dir, 'cards', `${ID}.yaml`))).toBe(false)
    expect(read(`${NEW}.yaml`)).toBe(`${CARD.replace(`id: ${ID}`, `id: ${NEW}`)}aliases:\n  - ${ID}\n`)
    expect(read('retired/dE6gH8jK0m.yaml')).toBe(retired.replace(`${ID} # that`, `${NEW} # that`))
  })

  it.each([
    [OTHER.toUpperCase(), 'is taken: by bC4eF6hI8k.yaml.'],
    ['1234567890', 'YAML readers take it for a number'],
    [ID.toLowerCase(), 'are the same ID to the library'],
  ])('refuses %s', async (id, message) => {
    const { run, card } = library()
    const { stderr, exitCode } = await run([ID, '--set', `id=${id}`, '--rename-id'])
    expect(stderr).toContain(message)
    expect([exitCode, card()]).toEqual([1, CARD])
  })

  it('takes one card only', async () => {
    const { run } = library()
    const { stderr } = await run([ID, OTHER, '--set', `id=${NEW}`, '--rename-id'])
    expect(stderr).toContain('2 cards cannot get one ID.')
  })
})

describe('cards edit in an editor', () => {
  const kept: string[] = []
  afterEach(() => {
    for (const path of kept.splice(0)) rmSync(dirname(path), { recursive: true, force: true })
  })

  /** An editor that makes each text of its copy the next one. */
  function editor(...edits: ((text: string) => string)[]) {
    const opened: (readonly string[])[] = []
    return {
      opened,
      env: { EDITOR: 'my editor' },
      runProgram: (command: readonly string[]) => {
        opened.push(command)
        const path = command.at(-1) ?? ''
        kept.push(path)
        const change = edits[opened.length - 1]
        if (change) writeFileSync(path, change(readFileSync(path, 'utf8')))
        return 0
      },
    }
  }

  const title = (to: string) => (text: string) => text.replace(/^title: .*/m, `title: ${to}`)

  it('puts the text in place as it was saved, and clears the copy away', async () => {
    const text = `\ufeff${CARD.replaceAll('\n', '\r\n')}`
    const { run, card } = library({ [`cards/${ID}.yaml`]: text })
    const ed = editor(title('New words'))
    const { stdout, stderr, exitCode } = await run([ID], ed)
    expect({ stdout, exitCode }).toEqual({ stdout: `cards/${ID}.yaml\n`, exitCode: 0 })
    expect(stderr).toContain('1 card changed (title).')
    expect(card()).toBe(text.replace('The request aB3dE5gH7j', 'New words'))
    expect(ed.opened).toEqual([['sh', '-c', 'my editor "$@"', 'sh', kept[0]]])
    expect(kept[0]).toMatch(/aB3dE5gH7j\.yaml$/)
    expect(existsSync(dirname(kept[0] ?? ''))).toBe(false)
  })

  it('says so when nothing was changed', async () => {
    const { run } = library()
    const { stdout, stderr, exitCode } = await run(
      [ID],
      editor(text => text),
    )
    expect({ stdout, stderr, exitCode }).toEqual({
      stdout: '',
      stderr: `${ID} was left as it was.\nIf your editor returned at once, give it the option by which it waits, such as VISUAL='code --wait'.\n`,
      exitCode: 0,
    })
    expect(existsSync(kept[0] ?? '')).toBe(false)
  })

  it('refuses errors where nobody can be asked, and says where the text is kept', async () => {
    const { run, card } = library()
    const { stderr, exitCode } = await run(
      [ID],
      editor(text => text.replace('type: web', 'type: blgo')),
    )
    expect(stderr).toContain('`blgo` is not a type that is known.')
    expect(stderr).toContain(`What you wrote is kept in ${kept[0]}`)
    expect([exitCode, card()]).toEqual([1, CARD])
    expect(readFileSync(kept[0] ?? '', 'utf8')).toContain('type: blgo')
  })

  it('says nothing of what was wrong before', async () => {
    const { run, dir } = library()
    writeFileSync(join(dir, 'cards', `${ID}.yaml`), `${CARD}unknown: x\n`)
    const { stderr, exitCode } = await run([ID], editor(title('New words')))
    expect({ stderr, exitCode }).toEqual({ stderr: '1 card changed (title).\n', exitCode: 0 })
  })

  it('shows findings at a terminal, and lets the person edit again', async () => {
    const { run, card } = library()
    const prompts = answering('again')
    const ed = editor(
      text => text.replace('type: web', 'type: blgo'),
      text => text.replace('blgo', 'blog'),
    )
    const { exitCode } = await run([ID], { ...ed, prompts, columns: 80 })
    expect(prompts.asked[0]).toContain('`blgo` is not a type that is known.')
    expect(prompts.asked[1]).toBe(`What is to become of ${ID}?`)
    expect([exitCode, card()]).toEqual([0, CARD.replace('type: web', 'type: blog')])
  })

  it('keeps an error when the person wants it', async () => {
    const { run, card } = library()
    const ed = editor(text => text.replace('type: web', 'type: blgo'))
    await run([ID], { ...ed, prompts: answering('keep-asked'), columns: 80 })
    expect(card()).toBe(CARD.replace('type: web', 'type: blgo'))
  })

  it('discards the text when the person wants that', async () => {
    const { run, card } = library()
    const ed = editor(text => text.replace('type: web', 'type: blgo'))
    const { exitCode } = await run([ID], { ...ed, prompts: answering('discard'), columns: 80 })
    expect([exitCode, card(), existsSync(kept[0] ?? '')]).toEqual([1, CARD, false])
  })

  it('refuses another ID, but with --rename-id', async () => {
    const { run, card, read } = library()
    const change = (text: string) => text.replace(`id: ${ID}`, 'id: cD5fG7iJ9l')
    const refused = await run([ID], editor(change))
    expect(refused.stderr).toContain('an ID never changes')
    expect([refused.exitCode, card()]).toEqual([1, CARD])
    const { stdout, stderr } = await run([ID, '--rename-id'], editor(change))
    expect(stdout).toBe('cards/cD5fG7iJ9l.yaml\n')
    expect(read('cD5fG7iJ9l.yaml')).toBe(`${change(CARD)}aliases:\n  - ${ID}\n`)
    expect(stderr).toContain('1 card changed (id, aliases).')
  })

  it('keeps the resource ID of a former URL as an alias', async () => {
    const { run, card } = library()
    await run(
      [ID],
      editor(text => text.replace(/^url: .*/m, 'url: https://www.rfc-editor.org/rfc/rfc9110')),
    )
    expect(card()).toMatch(/^aliases:\n {2}- "6592885273e75827"$/m)
  })

  it('loses nothing when the card was changed meanwhile', async () => {
    const { run, card, dir } = library()
    const ed = editor(text => {
      writeFileSync(join(dir, 'cards', `${ID}.yaml`), `${CARD}label: Theirs\n`)
      return title('Mine')(text)
    })
    const { stderr, exitCode } = await run([ID], ed)
    expect(stderr).toContain('was changed meanwhile; it was left as it is.')
    expect(stderr).toContain(`What you wrote is kept in ${kept[0]}`)
    expect([exitCode, card()]).toEqual([2, `${CARD}label: Theirs\n`])
    expect(readFileSync(kept[0] ?? '', 'utf8')).toContain('title: Mine')
  })

  it('changes nothing when the editor fails, and keeps a text that was written', async () => {
    const { run, card } = library()
    const ed = editor(title('Mine'))
    const failing = { ...ed, runProgram: (command: readonly string[]) => ed.runProgram(command) + 3 }
    const { stderr, exitCode } = await run([ID], failing)
    expect(stderr).toContain('The editor ended with an error (exit code 3)')
    expect(stderr).toContain(`What you wrote is kept in ${kept[0]}`)
    expect([exitCode, card()]).toEqual([1, CARD])
  })

  it('says so when the editor is not there, or there is none', async () => {
    const { run } = library()
    const missing = await run([ID], { env: { VISUAL: 'nosuch' }, runProgram: () => 127 })
    expect(missing.stderr).toContain('The editor `nosuch` could not be started.')
    const none = await run([ID])
    expect(none.stderr).toContain('There is no terminal to open an editor on.')
    expect([missing.exitCode, none.exitCode]).toEqual([2, 2])
  })

  it('opens several cards one after the other', async () => {
    const { run, read } = library()
    const ed = editor(title('First words'), title('Other words'))
    const { stdout } = await run([ID, OTHER], ed)
    expect(stdout).toBe(`cards/${ID}.yaml\ncards/${OTHER}.yaml\n`)
    expect(read(`${OTHER}.yaml`)).toContain('title: Other words\n')
  })
})
