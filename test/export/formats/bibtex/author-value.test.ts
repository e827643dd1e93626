import { describe, expect } from 'vitest'
import { biblatex, bibtex } from '../../../../src/export/formats/bibtex/bibtex.ts'
import { card } from '../../../model/cards.ts'
import { consume, itWith } from '../../../support/consumers.ts'
import { exported } from '../../../support/exported.ts'
import { directoryWith } from '../../../support/library.ts'

/** Names that Biber dropped, the first with the whole entry. */
const NAMES = [
  'Marks And Spencer',
  { given: 'Anna', family: 'Tom AND' },
  { literal: 'family=X, given=Y' },
  { literal: 'Team given=Y' },
  'Jane Doe',
]
const CARD = card('aaaaaaaaa1', {
  url: 'https://example.org/a',
  title: 'One',
  type: 'web',
  published: '2020',
  authors: NAMES,
})

describe.each([bibtex, biblatex])('names in $name', exporter => {
  itWith('biber')('keep words and signs that part names elsewhere', () => {
    const dir = directoryWith({ 'a.bib': exported(exporter, [CARD]).text })
    const { stdout } = consume('biber', [
      '--tool',
      '--validate-datamodel',
      `${dir}/a.bib`,
      '-O',
      `${dir}/b.bib`,
    ])
    expect(stdout.split('\n').filter(line => /WARN|ERROR/.test(line))).toEqual([])
  })

  itWith('pandoc')('are told apart by Pandoc', () => {
    const { text } = exported(exporter, [CARD])
    const { stdout } = consume('pandoc', ['-f', exporter.name, '-t', 'csljson'], text)
    expect(JSON.parse(stdout)[0].author).toEqual([
      { literal: 'Marks And Spencer' },
      { literal: 'Anna Tom AND' },
      { literal: 'family=X, given=Y' },
      { literal: 'Team given=Y' },
      { family: 'Doe', given: 'Jane' },
    ])
  })
})
