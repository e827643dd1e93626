// The libraries of the benchmarks: made once, kept in the temporary directory of the system.
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { generateLibrary } from './generate-library.js'

const SEED = 1

/** A file that changed less long ago could change again without showing it, and the cache reads it again. */
const SETTLED_AFTER = 3000

/** A generated library. Its cards can be changed for a while, one after the other, and get their bytes back. */
export class PreparedLibrary {
  /** @type {Map<string, Buffer>} the bytes of what was changed, by path */
  #originals = new Map()
  #changes = 0

  /**
   * Takes the library that an earlier run has left, or makes it.
   * @param {number} count how many cards
   * @param {string} [parent] where it is kept
   */
  constructor(count, parent = tmpdir()) {
    const generator = readFileSync(new URL('./generate-library.js', import.meta.url))
    const hash = createHash('sha256').update(generator).digest('hex').slice(0, 8)
    this.count = count
    /** The working directory for commands: the library is `cards/` in it. */
    this.root = join(parent, `source-cards-bench-${SEED}-${count}-${hash}`)
    this.directory = join(this.root, 'cards')
    // Written last, and gone while cards are changed: what was interrupted is made anew.
    this.mark = join(this.root, 'complete')
    if (!existsSync(this.mark)) {
      rmSync(this.root, { recursive: true, force: true })
      mkdirSync(this.root, { recursive: true })
      generateLibrary(this.directory, count, SEED)
      writeFileSync(this.mark, '')
    }
    this.files = readdirSync(this.directory)
      .filter(name => name !== 'venues.yaml' && name !== 'pages.yaml')
      .sort()
  }

  /** A card in the middle: its ID and its URL. */
  get sample() {
    const name = this.files[this.files.length >> 1] ?? ''
    const [, url = ''] = /^url: (.*)$/m.exec(readFileSync(join(this.directory, name), 'utf8')) ?? []
    return { id: name.replace('.yaml', ''), url }
  }

  /** Waits until the last change is so long ago that a cache takes files for unchanged by their times. */
  async settle() {
    const rest = statSync(this.mark).mtimeMs + SETTLED_AFTER - Date.now()
    if (rest > 0) await new Promise(resolve => setTimeout(resolve, rest))
  }

  /** Changes the title and the summary of another card, as an editor does. */
  changeNext() {
    rmSync(this.mark, { force: true })
    for (;;) {
      const path = join(this.directory, this.files[this.#changes++ % this.files.length] ?? '')
      const bytes = readFileSync(path)
      const changed = bytes
        .toString()
        .replace(/^title: .*$/m, `$& again ${this.#changes}`)
        .replace(/^summary: >-$/m, `$&\n  Change ${this.#changes}.`)
      // Cards without a summary are passed over.
      if (!changed.includes('\n  Change ')) continue
      if (!this.#originals.has(path)) this.#originals.set(path, bytes)
      return writeFileSync(path, changed)
    }
  }

  /** Gives back their bytes to all cards that were changed. */
  restore() {
    if (this.#originals.size === 0) return
    for (const [path, bytes] of this.#originals) writeFileSync(path, bytes)
    this.#originals.clear()
    writeFileSync(this.mark, '')
  }
}
