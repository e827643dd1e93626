import { readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { PreparedLibrary } from '../bench/prepared-library.js'
import { directoryWith } from '../support/library.ts'

const textsOf = ({ directory }: PreparedLibrary) =>
  Object.fromEntries(readdirSync(directory).map(name => [name, readFileSync(join(directory, name), 'utf8')]))

describe('a library of the benchmarks', () => {
  it('changes the title and the summary of another card each time, and gives all their bytes back', () => {
    const library = new PreparedLibrary(5, directoryWith({}))
    const before = textsOf(library)
    library.changeNext()
    const first = textsOf(library)
    library.changeNext()
    const second = textsOf(library)
    const changed = (a: typeof before, b: typeof before) => Object.keys(a).filter(name => a[name] !== b[name])
    expect(changed(before, first)).toHaveLength(1)
    expect(changed(first, second)).toHaveLength(1)
    expect(changed(before, second)).toHaveLength(2)
    const [name = ''] = changed(before, first)
    expect(first[name]).toMatch(/^title: .* again \d+\n[\s\S]*^summary: >-\n {2}Change \d+\.\n/m)
    library.restore()
    expect(textsOf(library)).toEqual(before)
  })

  it('is made once, and anew when it is not whole', () => {
    const parent = directoryWith({})
    const library = new PreparedLibrary(3, parent)
    const before = textsOf(library)
    rmSync(join(library.directory, library.files[0] ?? ''))
    const again = new PreparedLibrary(3, parent)
    expect(again.files).toHaveLength(2)
    again.changeNext()
    expect(textsOf(new PreparedLibrary(3, parent))).toEqual(before)
  })

  it('knows the ID and the URL of one of its cards', () => {
    const library = new PreparedLibrary(3, directoryWith({}))
    const { id, url } = library.sample
    expect(textsOf(library)[`${id}.yaml`]).toContain(`\nurl: ${url}\n`)
    expect(url).toMatch(/^https:/)
  })
})
