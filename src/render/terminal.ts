/** What the place that text goes to can show. */
export interface Terminal {
  /** The width of a line. */
  readonly columns: number
  /** 0: none; 1: 16 colours; 2: 256; 3: 16 million. */
  readonly color: 0 | 1 | 2 | 3
  /** Whether it knows OSC 8 hyperlinks. */
  readonly hyperlinks: boolean
  /** Whether its font has more than the basics: stars, check marks. */
  readonly unicode: boolean
}

type Environment = Readonly<Record<string, string | undefined>>

/** What is known of an output stream and of where the program runs. */
export interface Surroundings {
  readonly isTTY: boolean
  readonly columns?: number | undefined
  readonly env: Environment
  readonly color: 'auto' | 'always' | 'never'
  readonly platform: string
}

/**
 * What a stream can show. On colour the first of these decides: `--color always|never`, `NO_COLOR` (unless
 * empty), `FORCE_COLOR` (`0`/`false`, `1`/`true`/empty, `2`, `3`), and, on a terminal, what TERM and others say.
 * `--color never` ends hyperlinks too; else `FORCE_HYPERLINK` decides, then a list of terminals that have them.
 * The width is the stream's, else COLUMNS, else 80.
 */
export function terminalOf(surroundings: Surroundings): Terminal {
  const { isTTY, env, platform } = surroundings
  return {
    columns: columnsOf(surroundings),
    color: colorOf(surroundings),
    hyperlinks: surroundings.color !== 'never' && hasHyperlinks(isTTY, env),
    // Files and pipes get the same bytes everywhere; only old consoles lack the characters.
    unicode: !isTTY || (platform === 'win32' ? hasModernConsole(env) : env.TERM !== 'linux'),
  }
}

function columnsOf({ columns, env }: Surroundings): number {
  if (columns !== undefined && columns > 0) return columns
  const wanted = Number(env.COLUMNS)
  return Number.isInteger(wanted) && wanted > 0 ? wanted : 80
}

function colorOf({ color, env, isTTY, platform }: Surroundings): Terminal['color'] {
  if (color === 'never') return 0
  const forced = env.FORCE_COLOR === undefined ? undefined : forcedColor(env.FORCE_COLOR)
  if (color === 'always') return forced || detectedColor(env, platform) || 1
  if (env.NO_COLOR) return 0
  return forced ?? (isTTY ? detectedColor(env, platform) : 0)
}

function forcedColor(value: string): Terminal['color'] {
  if (value === '0' || value === 'false') return 0
  if (value === '2') return 2
  return value === '3' ? 3 : 1
}

function detectedColor(env: Environment, platform: string): Terminal['color'] {
  const term = env.TERM ?? ''
  if (term === 'dumb') return 0
  if (platform === 'win32' || 'GITHUB_ACTIONS' in env) return 3
  if (/^(truecolor|24bit)$/.test(env.COLORTERM ?? '')) return 3
  if (/^(xterm-kitty|xterm-ghostty|wezterm|alacritty|foot)|-direct$/.test(term)) return 3
  if (env.TERM_PROGRAM === 'iTerm.app') return 3
  if (/-256(color)?$/.test(term) || env.TERM_PROGRAM === 'Apple_Terminal') return 2
  return term !== '' || 'COLORTERM' in env || 'CI' in env ? 1 : 0
}

function hasModernConsole(env: Environment): boolean {
  return 'WT_SESSION' in env || 'TERM_PROGRAM' in env || 'TERM' in env || 'ConEmuTask' in env
}

function hasHyperlinks(isTTY: boolean, env: Environment): boolean {
  if (env.FORCE_HYPERLINK) return env.FORCE_HYPERLINK !== '0'
  const term = env.TERM ?? ''
  if (!isTTY || 'CI' in env || term === 'dumb') return false
  const program = env.TERM_PROGRAM ?? ''
  // Variables of the terminal around a multiplexer are still there within it: it has to be asked first.
  if (program === 'tmux') return Number.parseFloat(env.TERM_PROGRAM_VERSION ?? '') >= 3.4
  if ('TMUX' in env || 'STY' in env || /^(screen|tmux)/.test(term)) return false
  if (program === 'Apple_Terminal') return false
  if (['iTerm.app', 'WezTerm', 'vscode', 'ghostty', 'Hyper', 'rio'].includes(program)) return true
  if ('WT_SESSION' in env || 'KITTY_WINDOW_ID' in env || 'ALACRITTY_WINDOW_ID' in env) return true
  if (/^(xterm-kitty|xterm-ghostty|wezterm|alacritty|foot)/.test(term)) return true
  // VTE 0.50.0 (5000) crashes on them.
  return Number(env.VTE_VERSION) > 5000 || Number(env.KONSOLE_VERSION) >= 201200
}
