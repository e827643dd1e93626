import { describe, expect, it } from 'vitest'
import { type Surroundings, terminalOf } from '../../src/render/theme.ts'

const at = (env: Record<string, string>, more: Partial<Surroundings> = {}) =>
  terminalOf({ isTTY: true, columns: 100, env, color: 'auto', platform: 'linux', ...more })

describe('colour', () => {
  it.each<[string, Record<string, string>, Partial<Surroundings>, number]>([
    ['none in a pipe', { TERM: 'xterm-256color' }, { isTTY: false }, 0],
    ['256 by TERM', { TERM: 'xterm-256color' }, {}, 2],
    ['16 million by COLORTERM', { TERM: 'xterm-256color', COLORTERM: 'truecolor' }, {}, 3],
    ['16 by a plain TERM', { TERM: 'xterm' }, {}, 1],
    ['none in a dumb terminal', { TERM: 'dumb', COLORTERM: 'truecolor' }, {}, 0],
    ['none without TERM', {}, {}, 0],
    ['16 million on Windows', {}, { platform: 'win32' }, 3],
    ['none with NO_COLOR', { TERM: 'xterm', NO_COLOR: '1' }, {}, 0],
    ['some with an empty NO_COLOR', { TERM: 'xterm', NO_COLOR: '' }, {}, 1],
    ['none with NO_COLOR and FORCE_COLOR', { NO_COLOR: '1', FORCE_COLOR: '3' }, {}, 0],
    ['16 with FORCE_COLOR in a pipe', { FORCE_COLOR: '1' }, { isTTY: false }, 1],
    ['16 with an empty FORCE_COLOR', { FORCE_COLOR: '' }, { isTTY: false }, 1],
    ['16 with FORCE_COLOR=true', { FORCE_COLOR: 'true' }, { isTTY: false }, 1],
    ['256 with FORCE_COLOR=2', { FORCE_COLOR: '2' }, { isTTY: false }, 2],
    ['16 million with FORCE_COLOR=3', { FORCE_COLOR: '3', TERM: 'dumb' }, { isTTY: false }, 3],
    ['none with FORCE_COLOR=0', { FORCE_COLOR: '0', TERM: 'xterm' }, {}, 0],
    ['none with --color never', { FORCE_COLOR: '3' }, { color: 'never' }, 0],
    [
      'some with --color always in a pipe, whatever NO_COLOR says',
      { NO_COLOR: '1' },
      { isTTY: false, color: 'always' },
      1,
    ],
    ['256 with --color always and TERM', { TERM: 'screen-256color' }, { isTTY: false, color: 'always' }, 2],
    ['some with --color always and FORCE_COLOR=0', { FORCE_COLOR: '0' }, { color: 'always' }, 1],
  ])('%s', (_, env, more, color) => {
    expect(at(env, more).color).toBe(color)
  })
})

describe('hyperlinks', () => {
  it.each<[string, Record<string, string>, Partial<Surroundings>, boolean]>([
    ['in GNOME Terminal', { VTE_VERSION: '7003' }, {}, true],
    ['not in the VTE that crashes', { VTE_VERSION: '5000' }, {}, false],
    ['in iTerm', { TERM_PROGRAM: 'iTerm.app' }, {}, true],
    ['in kitty', { TERM: 'xterm-kitty' }, {}, true],
    ['in Windows Terminal', { WT_SESSION: 'x' }, { platform: 'win32' }, true],
    ['in Konsole', { KONSOLE_VERSION: '220401' }, {}, true],
    ['not in Terminal.app', { TERM_PROGRAM: 'Apple_Terminal' }, {}, false],
    ['not in an unknown terminal', { TERM: 'xterm-256color' }, {}, false],
    ['in tmux 3.4', { TERM_PROGRAM: 'tmux', TERM_PROGRAM_VERSION: '3.4' }, {}, true],
    [
      'not in tmux 3.3a, even within kitty',
      { TERM_PROGRAM: 'tmux', TERM_PROGRAM_VERSION: '3.3a', KITTY_WINDOW_ID: '1' },
      {},
      false,
    ],
    ['not in screen', { TERM: 'screen', VTE_VERSION: '7003' }, {}, false],
    ['not in CI', { CI: 'true', VTE_VERSION: '7003' }, {}, false],
    ['not in a pipe', { VTE_VERSION: '7003' }, { isTTY: false }, false],
    ['not with FORCE_HYPERLINK=0', { VTE_VERSION: '7003', FORCE_HYPERLINK: '0' }, {}, false],
    ['with FORCE_HYPERLINK=1 in a pipe', { FORCE_HYPERLINK: '1' }, { isTTY: false }, true],
    ['not with --color never', { FORCE_HYPERLINK: '1' }, { color: 'never' }, false],
    ['with NO_COLOR', { VTE_VERSION: '7003', NO_COLOR: '1' }, {}, true],
  ])('%s', (_, env, more, hyperlinks) => {
    expect(at(env, more).hyperlinks).toBe(hyperlinks)
  })
})

describe('width', () => {
  it('is that of the terminal', () => expect(at({ COLUMNS: '20' }).columns).toBe(100))
  it('is COLUMNS in a pipe', () => expect(at({ COLUMNS: '20' }, { columns: undefined }).columns).toBe(20))
  it('is 80 when nothing says', () => expect(at({ COLUMNS: 'x' }, { columns: undefined }).columns).toBe(80))
  it('is 80 when a terminal says 0', () => expect(at({}, { columns: 0 }).columns).toBe(80))
})

it('has all characters but on the Linux console and old Windows ones', () => {
  expect(at({ TERM: 'xterm' }).unicode).toBe(true)
  expect(at({ TERM: 'linux' }).unicode).toBe(false)
  expect(at({}, { platform: 'win32' }).unicode).toBe(false)
  expect(at({ WT_SESSION: 'x' }, { platform: 'win32' }).unicode).toBe(true)
  expect(at({ TERM: 'linux' }, { isTTY: false }).unicode).toBe(true)
})
