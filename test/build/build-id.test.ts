import { appendFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { buildId } from '../../src/build/build-id.js'
import { directoryWith } from '../support/library.ts'

describe('the ID of a build', () => {
  it('is another when a source, a schema or a dependency is, and the same otherwise', () => {
    const root = directoryWith({
      'src/cli/main.ts': 'a',
      'schemas/card.json': 'b',
      'package-lock.json': 'c',
      'README.md': 'd',
    })
    const ids = [buildId(root)]
    expect(ids[0]).toMatch(/^[0-9a-f]{16}$/)
    appendFileSync(join(root, 'README.md'), 'x')
    expect(buildId(root)).toBe(ids[0])
    for (const path of ['src/cli/main.ts', 'schemas/card.json', 'package-lock.json']) {
      appendFileSync(join(root, path), 'x')
      ids.push(buildId(root))
    }
    expect(new Set(ids).size).toBe(4)
  })
})
