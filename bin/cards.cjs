#!/usr/bin/env node
// The executable, and the loader of the built program. One file, and CommonJS: a second file would cost Node 3 % of
// its start-up time more, an ES module 16 %.
'use strict'

const fs = require('node:fs')
const path = require('node:path')
const vm = require('node:vm')

/**
 * Loads the built program: files with tables of modules, each a function that is compiled when it is needed.
 *
 * Compiling takes longer than most commands, so V8's compiled code is kept beside each file. V8 itself takes a
 * damaged or foreign cache for good and then crashes or runs old code; so the cache file holds, besides the code, the
 * source that it was made from, what made it, and the code once more, and is not used unless all of them fit.
 * Comparing is the one check that costs nothing at start-up: it is native, where a checksum needs `node:crypto` loaded
 * or a loop that V8 has not yet compiled (3 to 10 ms).
 */
class ProgramLoader {
  /** @param {string} directory of the built program */
  constructor(directory) {
    this.directory = directory
    /** @type {{ file: string, source: Buffer, script: vm.Script }[]} */
    this.scripts = []
    /** @type {Record<string, (exports: object, require: (id: string) => unknown, module: { exports: any }) => void>} */
    this.table = {}
    /** In which file each module is that the first does not hold, as that file says. */
    this.files = () => /** @type {Record<string, string>} */ ({})
    /** @type {Map<string, { exports: any }>} */
    this.modules = new Map()
  }

  /**
   * @param {string} [id] of a module; the program itself when left out
   * @returns {any} what it exports
   */
  load(id = './cards.js') {
    const known = this.modules.get(id)
    if (known) return known.exports
    if (!this.table[id]) this.read(this.scripts.length === 0 ? 'cards.cjs' : this.files()[id])
    const module = { exports: {} }
    this.modules.set(id, module)
    const requireFrom = (/** @type {string} */ name) =>
      name.startsWith('./') ? this.load(name) : require(name)
    this.table[id]?.(module.exports, requireFrom, module)
    return module.exports
  }

  /** @param {string | undefined} name of a file */
  read(name) {
    if (name === undefined) throw new Error('The program is not whole: install it again.')
    const file = path.join(this.directory, name)
    const source = fs.readFileSync(file)
    // The program is ASCII, and one byte a character is the fastest to read.
    const text = source.toString('latin1')
    const script = new vm.Script(text, { filename: file, cachedData: readCache(cachePath(file), source) })
    this.scripts.push({ file, source, script })
    const { files, modules } = script.runInThisContext()
    if (files) this.files = files
    Object.assign(this.table, modules)
  }

  /** The compiled code of all that has run: what to write, and where. */
  codeCaches() {
    return this.scripts.map(({ file, source, script }) => {
      return { file: cachePath(file), bytes: cacheFile(source, script.createCachedData()) }
    })
  }
}

/** @param {string} file of the program */
function cachePath(file) {
  return file.replace(/\.cjs$/, '.cache')
}

/**
 * What a cache file holds: what made it and the lengths of its parts, a line; the source; the code; the code again.
 * @param {Buffer} source
 * @param {Buffer} data V8's code
 */
function cacheFile(source, data) {
  return Buffer.concat([Buffer.from(headOf(source.length, data.length)), source, data, data])
}

/**
 * @param {number} source bytes of the source
 * @param {number} data bytes of the code
 */
function headOf(source, data) {
  const { versions, arch, platform } = process
  return `node ${versions.node} v8 ${versions.v8} ${platform} ${arch} ${source} ${data}\n`
}

/**
 * @param {string} file
 * @param {Buffer} source
 * @returns {Buffer | undefined} V8's code for this source and this Node, or undefined
 */
function readCache(file, source) {
  let cache
  try {
    cache = fs.readFileSync(file)
  } catch {
    return undefined
  }
  const start = cache.indexOf(10) + 1
  const middle = start + source.length
  const length = (cache.length - middle) / 2
  if (length < 1 || cache.toString('latin1', 0, start) !== headOf(source.length, length)) return undefined
  const data = cache.subarray(middle, middle + length)
  const isWhole = cache.subarray(start, middle).equals(source) && cache.subarray(middle + length).equals(data)
  return isWhole ? data : undefined
}

if (require.main === module) {
  const { main } = new ProgramLoader(path.join(__dirname, '..', 'dist')).load()
  // To exit at once is faster than to let Node take its heap apart.
  main().then(() => process.exit())
}

module.exports = { ProgramLoader }
