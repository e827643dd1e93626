import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { explainSyntax, WORDINGS } from '../../src/load/explain-syntax.ts'

const dist = dirname(createRequire(import.meta.url).resolve('yaml'))
const parserSource = readdirSync(dist, { recursive: true, encoding: 'utf8' })
  .filter(file => file.endsWith('.js'))
  .map(file => readFileSync(join(dist, file), 'utf8'))
  .join('\n')

describe('the words for syntax errors', () => {
  // After an upgrade of the yaml package that words an error otherwise, its explanation would never be given again.
  it.each(WORDINGS.map(([code, phrase]) => [code, phrase] as const))(
    'belong to an error that the parser still has: %s %s',
    (code, phrase) => {
      expect(parserSource).toContain(`'${code}'`)
      expect(parserSource).toContain(phrase)
    },
  )

  it('are there for an error that nobody has heard of', () => {
    const fault = { code: 'NEW', message: 'New', text: 'a: b\n', start: 3, end: 4, opening: undefined }
    expect(explainSyntax(fault)).toMatchObject({
      message: 'YAML cannot make sense of this place.',
      span: [3, 4],
    })
  })
})
