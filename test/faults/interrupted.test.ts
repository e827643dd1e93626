import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { directoryWith } from '../support/library.ts'
import { start } from '../support/process.ts'

const MANY = 3000

it('Ctrl-C ends an import between two files, and gives the lock back', async () => {
  const entries = Array.from(
    { length: MANY },
    (_, i) => `@misc{k${i}, title = {The paper ${i}}, url = {https://www.rfc-editor.org/rfc/rfc${i}}}`,
  )
  const dir = directoryWith({ 'refs.bib': `${entries.join('\n')}\n` })
  const cards = () => {
    const folder = join(dir, 'cards')
    return existsSync(folder) ? readdirSync(folder).filter(name => name.endsWith('.yaml')).length : 0
  }
  const child = start(['import', 'refs.bib'], { cwd: dir })
  const ended = new Promise(resolve => child.once('exit', resolve))
  while (cards() === 0 && child.exitCode === null) await new Promise(resolve => setTimeout(resolve, 2))
  child.kill('SIGINT')
  await ended
  expect(child.signalCode).toBe('SIGINT')
  expect(cards()).toBeGreaterThan(0)
  expect(cards()).toBeLessThan(MANY)
  expect(readdirSync(join(dir, 'cards')).filter(name => name.startsWith('.'))).toEqual([])
})
