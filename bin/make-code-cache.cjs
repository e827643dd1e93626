// Makes V8's code cache of the built program, after a build and after an installation: runs the program a little, so
// that what commands need is compiled, and writes the compiled code beside it. Without a built program, or where it
// cannot write, it does nothing: then the program starts a little later.
'use strict'

const fs = require('node:fs')
const path = require('node:path')
const { ProgramLoader } = require('./cards.cjs')

const root = path.join(__dirname, '..')

/** What the caches of the first files are made for, one after the other. What else runs is compiled when it is reached. */
const commands = [['show', 'MDc4MjQ5Yj'], ['list', 'type:paper'], ['lint']]

async function makeCodeCache() {
  for (const file of fs.readdirSync(path.join(root, 'dist')).filter(name => name.endsWith('.cache')))
    fs.rmSync(path.join(root, 'dist', file))
  const loader = new ProgramLoader(path.join(root, 'dist'))
  const { main } = loader.load()
  // What it prints is of no interest, but that it prints is.
  const { writeSync } = fs
  fs.writeSync = (/** @type {number} */ _fd, /** @type {any} */ chunk) => chunk.length
  const caches = []
  for (const command of commands) {
    await main([...command, '--no-cache', '--dir', path.join(root, 'cards')])
    // As soon as it is there: with what more runs leave behind, V8 starts slower, not faster.
    caches.push(...loader.codeCaches().slice(caches.length))
  }
  fs.writeSync = writeSync
  for (const { file, bytes } of caches) {
    // Another process may be reading it.
    fs.writeFileSync(`${file}.new`, bytes)
    fs.renameSync(`${file}.new`, file)
  }
}

makeCodeCache().catch(() => {
  process.exitCode = 0
})
