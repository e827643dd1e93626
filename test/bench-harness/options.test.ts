import { describe, expect, it } from 'vitest'
import { optionsFrom } from '../bench/options.js'

describe('the options of the benchmark', () => {
  it('are 15 runs at all sizes when nothing is said', () => {
    expect(optionsFrom([])).toEqual({
      runs: 15,
      sizes: [100, 6000, 10_000, 100_000],
      only: undefined,
      json: undefined,
      isMarkdown: false,
    })
  })

  it('put sizes in order, each once', () => {
    expect(optionsFrom(['--sizes', '1000,100,1000']).sizes).toEqual([100, 1000])
  })

  it('name what is measured by its beginning', () => {
    expect(optionsFrom(['--only', 'show,lint', '--markdown'])).toMatchObject({
      only: ['show', 'lint'],
      isMarkdown: true,
    })
  })

  it.each([[['--runs', '0']], [['--sizes', '10,many']], [['--fast']]])('refuse %j', args => {
    expect(() => optionsFrom(args)).toThrow()
  })
})
