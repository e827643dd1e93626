import { describe, expect, it } from 'vitest'
import { IMPORTERS } from '../../src/import/index.ts'

describe.each(IMPORTERS.map(importer => [importer.name, importer] as const))(
  'the importer %s',
  (name, importer) => {
    it('has a name, a description and a mapping that people can read', () => {
      expect(name).toMatch(/^[a-z]+(-[a-z]+)*$/)
      expect(importer.description).toMatch(/^\S.{10,100}[^.]$/)
      expect(importer.mapping.length).toBeGreaterThan(0)
      const sources = importer.mapping.map(({ from }) => from)
      expect(sources).toEqual([...new Set(sources)])
    })

    it('makes nothing of nothing', () => {
      expect(importer.read([], { venues: [], pages: [] })).toMatchObject({ cards: [], venues: [], pages: [] })
    })
  },
)
