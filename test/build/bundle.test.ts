import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { runInThisContext } from 'node:vm'
import { expect, it } from 'vitest'
import { bundle } from '../../src/build/bundle.js'
import { directoryWith } from '../support/library.ts'

it('has each module in the file that the index names, and in no file what its commands do not need', async () => {
  const directory = directoryWith({})
  await bundle(directory)
  const textOf = (name: string) => readFileSync(join(directory, name), 'utf8')
  const { files } = tableOf(textOf('cards.cjs'))
  const names = [...new Set(Object.values(files()))].sort()
  expect(names).toEqual(['lint.cjs', 'more.cjs', 'odd.cjs', 'rules.cjs', 'seldom.cjs'])
  for (const name of names) {
    const named = Object.keys(files()).filter(id => files()[id] === name)
    expect(Object.keys(tableOf(textOf(name)).modules).sort()).toEqual(named.sort())
  }
  // Words of `yaml`, js-yaml, commander and a rule. What brings them in belongs to the entries of another file: see
  // src/build/program-files.js.
  for (const words of ['Implicit keys need', 'unidentified alias', 'allowExcessArguments', 'text/invisible'])
    for (const name of ['cards.cjs', 'more.cjs'])
      expect([name, words, textOf(name).includes(words)]).toEqual([name, words, false])
  // One byte a character is the fastest to read.
  for (const name of readdirSync(directory)) expect(textOf(name)).not.toMatch(/[^\0-\x7f]/)
})

interface Table {
  files(): Record<string, string>
  modules: Record<string, unknown>
}

function tableOf(text: string): Table {
  return runInThisContext(text) as Table
}
