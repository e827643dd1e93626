import { describe, expect, it } from 'vitest'
import { cacheRoot } from '../../src/cli/cache-root.ts'

describe('where the program keeps what it found', () => {
  it.each([
    [{ CARDS_CACHE_DIR: '/c', XDG_CACHE_HOME: '/x', HOME: '/h' }, 'linux', '/c'],
    [{ CARDS_CACHE_DIR: 'c', HOME: '/h' }, 'linux', '/work/c'],
    [{ CARDS_CACHE_DIR: '', HOME: '/h' }, 'linux', '/h/.cache/source-cards'],
    [{ XDG_CACHE_HOME: '/x', HOME: '/h' }, 'linux', '/x/source-cards'],
    [{ XDG_CACHE_HOME: 'relative', HOME: '/h' }, 'linux', '/h/.cache/source-cards'],
    [{ HOME: '/Users/jo' }, 'darwin', '/Users/jo/Library/Caches/source-cards'],
    [
      { LOCALAPPDATA: 'C:\\Users\\jo\\AppData\\Local' },
      'win32',
      'C:\\Users\\jo\\AppData\\Local/source-cards',
    ],
    [{}, 'linux', undefined],
  ])('%j on %s is %s', (env, platform, expected) => {
    expect(cacheRoot(env, '/work', platform)).toBe(expected)
  })
})
