'use strict'

const fs = require('node:fs')
const path = require('node:path')
const vm = require('node:vm')

/**
 * Loads the chunks of the built program.
 *
 * Compiling them takes longer than most commands, so V8's compiled code is kept beside each. V8 itself takes a
 * damaged or foreign cache for good and then crashes or runs old code; so a cache file holds, besides the code, the
 * source that it was made from, what made it, and the code once more, and is not used unless all of them fit.
 * Comparing is the one check that costs nothing at start-up: it is native, where a checksum needs `crypto` loaded or
 * a loop that V8 has not yet compiled (3 to 10 ms).
 */
class ProgramLoader {
  /** @param {string} directory of the chunks */
  constructor(directory) {
    this.directory = directory
    /** @type {Map<string, { script: vm.Script, source: Buffer, module: { exports: any } }>} */
    this.chunks = new Map()
  }

  /**
   * @param {string} name of a chunk's file
   * @returns {any} what it exports
   */
  load(name) {
    const known = this.chunks.get(name)
    if (known) return known.module.exports
    const file = path.join(this.directory, name)
    const source = fs.readFileSync(file)
    const script = compile(file, source, readCache(file, source))
    const chunk = { script, source, module: { exports: {} } }
    this.chunks.set(name, chunk)
    /** @param {string} id a chunk beside this one, or one of Node's own modules */
    const requireFrom = id => (id.startsWith('./') ? this.load(id.slice(2)) : require(id))
    script.runInThisContext()(chunk.module.exports, requireFrom, chunk.module, file, this.directory)
    return chunk.module.exports
  }

  /** The compiled code of all chunks that were loaded: what to write, and where. */
  codeCaches() {
    return [...this.chunks].map(([name, { script, source }]) => {
      const data = script.createCachedData()
      return { path: cachePath(path.join(this.directory, name)), bytes: cacheFile(source, data) }
    })
  }
}

/**
 * @param {string} file
 * @param {Buffer} source
 * @param {Buffer | undefined} cachedData
 */
function compile(file, source, cachedData) {
  // The chunks are ASCII, and one byte a character is the fastest to read.
  const wrapped = `(function (exports, require, module, __filename, __dirname) {${source.toString('latin1')}\n})`
  return new vm.Script(wrapped, { filename: file, cachedData })
}

/** @param {string} file */
function cachePath(file) {
  return file.replace(/\.cjs$/, '.cache')
}

/**
 * What a cache file holds: its maker and the lengths of its parts, a line; the source; the code; the code again.
 * @param {Buffer} source
 * @param {Buffer} data V8's code
 */
function cacheFile(source, data) {
  const head = Buffer.from(`${maker()} ${source.length} ${data.length}\n`)
  return Buffer.concat([head, source, data, data])
}

function maker() {
  const { versions, arch, platform } = process
  return `node ${versions.node} v8 ${versions.v8} ${platform} ${arch}`
}

/**
 * @param {string} file
 * @param {Buffer} source
 * @returns {Buffer | undefined} V8's code for this source and this Node, or undefined
 */
function readCache(file, source) {
  let cache
  try {
    cache = fs.readFileSync(cachePath(file))
  } catch {
    return undefined
  }
  const end = cache.indexOf(10) + 1
  const length = (cache.length - end - source.length) / 2
  if (cache.toString('latin1', 0, end) !== `${maker()} ${source.length} ${length}\n`) return undefined
  const data = cache.subarray(end + source.length, end + source.length + length)
  const isWhole =
    cache.subarray(end, end + source.length).equals(source) && cache.subarray(-length).equals(data)
  return isWhole ? data : undefined
}

module.exports = { ProgramLoader }
