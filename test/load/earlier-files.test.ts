import { execFileSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { changesSince } from '../../src/load/earlier-files.ts'
import { cardText, directoryWith } from '../support/library.ts'

const git = (dir: string, ...args: string[]) =>
  execFileSync('git', ['-C', dir, '-c', 'user.name=A', '-c', 'user.email=a@b.c', ...args], {
    encoding: 'utf8',
  })

/** A repository with a library in it, of which everything is committed. */
function repositoryWith(files: Readonly<Record<string, string>>): string {
  const root = directoryWith(files)
  git(root, 'init', '--quiet', '--initial-branch=main')
  commit(root)
  return root
}

function commit(root: string): void {
  git(root, 'add', '--all')
  git(root, 'commit', '--quiet', '--message=change')
}

const changes = (root: string, revision = 'HEAD') => {
  const dir = join(root, 'cards')
  const files = readdirSync(dir).filter(name => name.endsWith('.yaml'))
  const { PATH, HOME } = process.env
  const configFile = join(root, 'cards.config.yaml')
  const present = { dir, files, configFile, env: { PATH, HOME } }
  const { changed, earlier, hasNewConfig } = changesSince(present, revision)
  return { changed: [...changed].sort(), earlier: [...earlier], hasNewConfig }
}

const LIBRARY = {
  'cards.config.yaml': 'dir: cards\n',
  'cards/aaaaaaaaaa.yaml': cardText('aaaaaaaaaa'),
  'cards/bbbbbbbbbb.yaml': cardText('bbbbbbbbbb'),
  'other.txt': 'x',
}

describe('the changes of a library', () => {
  it('are none where all is as it was', () => {
    expect(changes(repositoryWith(LIBRARY))).toEqual({ changed: [], earlier: [], hasNewConfig: false })
  })

  it('are files edited, added, ignored by git, moved and gone, with the cards that were there', () => {
    const root = repositoryWith({
      ...LIBRARY,
      '.gitignore': 'ignored.yaml\n',
      'cards/cccccccccc.yaml': cardText('cccccccccc'),
    })
    writeFileSync(join(root, 'cards/aaaaaaaaaa.yaml'), cardText('AAAAAAAAAA'))
    renameSync(join(root, 'cards/bbbbbbbbbb.yaml'), join(root, 'cards/ü b.yaml'))
    rmSync(join(root, 'cards/cccccccccc.yaml'))
    writeFileSync(join(root, 'cards/ignored.yaml'), cardText('dddddddddd'))
    writeFileSync(join(root, 'other.txt'), 'y')
    expect(changes(root)).toEqual({
      changed: ['aaaaaaaaaa.yaml', 'bbbbbbbbbb.yaml', 'cccccccccc.yaml', 'ignored.yaml', 'ü b.yaml'],
      earlier: [
        { id: 'aaaaaaaaaa', path: 'aaaaaaaaaa.yaml' },
        { id: 'bbbbbbbbbb', path: 'bbbbbbbbbb.yaml' },
        { id: 'cccccccccc', path: 'cccccccccc.yaml' },
      ],
      hasNewConfig: false,
    })
  })

  it('are of a branch since it left the other, not what the other did meanwhile', () => {
    const root = repositoryWith(LIBRARY)
    git(root, 'checkout', '--quiet', '-b', 'topic')
    writeFileSync(join(root, 'cards/aaaaaaaaaa.yaml'), cardText('aaaaaaaaaa', 'language: en'))
    commit(root)
    git(root, 'checkout', '--quiet', 'main')
    rmSync(join(root, 'cards/bbbbbbbbbb.yaml'))
    commit(root)
    git(root, 'checkout', '--quiet', 'topic')
    expect(changes(root, 'main').changed).toEqual(['aaaaaaaaaa.yaml'])
  })

  it('are none where only the line ends are those of Windows', () => {
    const root = repositoryWith(LIBRARY)
    writeFileSync(join(root, 'cards/aaaaaaaaaa.yaml'), cardText('aaaaaaaaaa').replaceAll('\n', '\r\n'))
    expect(changes(root).changed).toEqual([])
  })

  it('are all files of a repository within the library', () => {
    const root = repositoryWith(LIBRARY)
    git(join(root, 'cards'), 'init', '--quiet', 'nested')
    writeFileSync(join(root, 'cards/nested/dddddddddd.yaml'), cardText('dddddddddd'))
    const present = {
      dir: join(root, 'cards'),
      files: ['aaaaaaaaaa.yaml', 'bbbbbbbbbb.yaml', 'nested/dddddddddd.yaml'],
      configFile: undefined,
      env: { PATH: process.env.PATH, HOME: process.env.HOME },
    }
    expect([...changesSince(present, 'HEAD').changed]).toEqual(['nested/dddddddddd.yaml'])
  })

  it('are those of the library though a hook of git says where another repository is', () => {
    const root = repositoryWith(LIBRARY)
    const env = {
      PATH: process.env.PATH,
      HOME: process.env.HOME,
      GIT_DIR: '/nowhere',
      GIT_INDEX_FILE: '/nowhere',
    }
    const files = ['aaaaaaaaaa.yaml', 'bbbbbbbbbb.yaml']
    const present = { dir: join(root, 'cards'), files, configFile: undefined, env }
    expect([...changesSince(present, 'HEAD').changed]).toEqual([])
  })

  it('tell of a config that is gone', () => {
    const root = repositoryWith(LIBRARY)
    rmSync(join(root, 'cards.config.yaml'))
    const { PATH, HOME } = process.env
    const present = { dir: join(root, 'cards'), files: [], configFile: undefined, env: { PATH, HOME } }
    expect(changesSince(present, 'HEAD').hasNewConfig).toBe(true)
  })

  it('tell of a config that has changed', () => {
    const root = repositoryWith(LIBRARY)
    writeFileSync(join(root, 'cards.config.yaml'), 'dir: ./cards\n')
    expect(changes(root).hasNewConfig).toBe(true)
  })

  it('run none of the programs that a repository names for differences', () => {
    const root = repositoryWith({ ...LIBRARY, '.gitattributes': '*.yaml diff=evil filter=evil\n' })
    const trace = join(root, 'ran')
    git(root, 'config', 'diff.evil.command', `touch ${trace}`)
    git(root, 'config', 'diff.evil.textconv', `touch ${trace}`)
    git(root, 'config', 'filter.evil.clean', `touch ${trace}; cat`)
    git(root, 'config', 'core.fsmonitor', `touch ${trace}`)
    const index = readFileSync(join(root, '.git/index'))
    writeFileSync(join(root, 'cards/aaaaaaaaaa.yaml'), cardText('AAAAAAAAAA'))
    expect(changes(root).changed).toEqual(['aaaaaaaaaa.yaml'])
    expect(existsSync(trace)).toBe(false)
    expect(readFileSync(join(root, '.git/index')).equals(index)).toBe(true)
  })
})

describe('a revision that is not there', () => {
  it('is refused by name', () => {
    const root = repositoryWith(LIBRARY)
    expect(() => changes(root, 'origin/main')).toThrow(
      'There is no revision `origin/main` in this repository.',
    )
    expect(() => changes(root, '--output=x')).toThrow('There is no revision `--output=x`')
  })

  it('is told to be fetched into a shallow clone', () => {
    const root = repositoryWith(LIBRARY)
    const first = git(root, 'rev-parse', 'HEAD').trim()
    writeFileSync(join(root, 'other.txt'), 'y')
    commit(root)
    const clone = directoryWith({})
    git(clone, 'clone', '--quiet', '--depth=1', `file://${root}`, 'shallow')
    expect(() => changes(join(clone, 'shallow'), first)).toThrow(/The clone is shallow\.$/)
  })

  it('has nothing in common with HEAD', () => {
    const root = repositoryWith(LIBRARY)
    git(root, 'checkout', '--quiet', '--orphan', 'island')
    git(root, 'commit', '--quiet', '--message=island')
    expect(() => changes(root, 'main')).toThrow('HEAD and `main` have no commit in common here.')
  })
})

it('refuses a library that is in no repository', () => {
  const root = directoryWith(LIBRARY)
  expect(() => changes(root)).toThrow('is in no git repository')
})
