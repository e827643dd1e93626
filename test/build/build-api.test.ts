import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { bundleApi, declareApi } from '../../src/build/build-api.js'
import { directoryWith } from '../support/library.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))

/** The files below a directory and what they hold. */
function textsBelow(directory: string): { readonly path: string; readonly text: string }[] {
  return readdirSync(directory, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name))
    .map(path => ({ path, text: readFileSync(path, 'utf8') }))
}

describe('the types of the API', () => {
  it('are whole, need no package, are explained, never any, and replace those of an earlier build', () => {
    const directory = directoryWith({ 'model/gone.d.ts': 'export {}\n' })
    declareApi(root, directory)
    const declarations = textsBelow(directory)
    expect(existsSync(join(directory, 'api.d.ts'))).toBe(true)
    expect(existsSync(join(directory, 'model', 'gone.d.ts'))).toBe(false)
    for (const { path, text } of declarations) {
      for (const [, name = ''] of text.matchAll(/(?:\bfrom |\bimport\()'([^']+)'/g)) {
        expect([path, name]).toSatisfy(() => /^\.{1,2}\/.*\.js$/.test(name))
        const target = resolve(dirname(path), name).replace(/\.js$/, '.d.ts')
        expect([name, existsSync(target)]).toEqual([name, true])
      }
      expect([path, text.replace(/\/\*[\s\S]*?\*\//g, '')]).toSatisfy(
        ([, code]) => !/\bany\b/.test(`${code}`),
      )
      const unexplained = [...text.matchAll(/(?<!\*\/)\nexport (?:declare |interface |type [A-Z]).*/g)]
      // What schemas generate, their descriptions explain.
      if (!path.includes('.generated.')) expect([path, unexplained.map(([line]) => line)]).toEqual([path, []])
    }
  })

  it('say nothing of how a format is written, which is for us to change', () => {
    const directory = directoryWith({})
    declareApi(root, directory)
    for (const { path, text } of textsBelow(directory))
      expect([path, text]).toSatisfy(() => !/\b(?:LossLog|ExportJob|Exporter)\b/.test(text))
  })
})

describe('the modules of the API', () => {
  it('need nothing but each other and Node, and replace those of an earlier build', async () => {
    const directory = directoryWith({})
    mkdirSync(join(directory, 'api'))
    writeFileSync(join(directory, 'api', 'chunk-OLD.js'), '')
    await bundleApi(root, directory, [])
    const modules = textsBelow(directory)
    expect(modules.map(({ path }) => path)).toContain(join(directory, 'api.js'))
    expect(modules.map(({ path }) => path)).not.toContain(join(directory, 'api', 'chunk-OLD.js'))
    const imports = modules.flatMap(({ path, text }) =>
      [...text.matchAll(/^(?:import|export|\}) .*?\bfrom "([^"]+)";$|\bimport\("([^"]+)"\)/gm)].map(
        ([, name, late]) => ({ path, name: name ?? late ?? '' }),
      ),
    )
    expect(imports.length).toBeGreaterThan(modules.length)
    for (const { path, name } of imports)
      expect([path, name]).toSatisfy(() => /^node:/.test(name) || existsSync(resolve(dirname(path), name)))
  })

  it('load without the linter and the formats, which few programs need', async () => {
    const directory = directoryWith({})
    await bundleApi(root, directory, [])
    const start = readFileSync(join(directory, 'api.js'), 'utf8')
    expect(start).toMatch(/import\("\.\/api\/lint-report-\w+\.js"\)/)
    expect(start).toMatch(/import\("\.\/api\/export-cards-\w+\.js"\)/)
  })
})
