import { describe, expect, it } from 'vitest'
import { keptCapitals, namesIn } from '../../../../src/export/formats/bibtex/kept-capitals.ts'
import { texText } from '../../../../src/export/formats/bibtex/tex-text.ts'

const braced = (title: string, context: { language?: string; names?: string[] } = {}) =>
  texText(
    title,
    'biblatex',
    keptCapitals(title, { language: context.language, names: new Set(context.names) }),
  )

describe('the capitals of a title that no style may lower', () => {
  it.each([
    ['Attention Is All You Need', 'Attention Is All You Need'],
    ['The Effects of AI on iPhone Users', 'The Effects of {AI} on {iPhone} Users'],
    ['Scaling laws in East Africa', 'Scaling laws in {East} {Africa}'],
    ['GPT-4 at AT&T: 3D models', '{GPT}-4 at {AT\\&T}: {3D} models'],
    ['What I Learned in Plan B', 'What {I} Learned in Plan {B}'],
    ['Kenya leads', 'Kenya leads'],
    ['THE END', '{THE} {END}'],
    ['École Normale et Évariste, L’Hôpital', 'École {Normale} et {Évariste}, {L’Hôpital}'],
    ['', ''],
  ])('%s', (title, source) => {
    expect(braced(title)).toBe(source)
  })

  it('are those of names also in title case', () => {
    expect(braced('How Google Builds Google’s Models and Chips', { names: ['Google'] })).toBe(
      'How {Google} Builds {Google’s} Models and Chips',
    )
  })

  it('are all in languages that have no title case', () => {
    const title = 'Grenzen Kennen Lernen'
    expect(braced(title, { language: 'de' })).toBe('Grenzen {Kennen} {Lernen}')
    expect(braced(title, { language: 'en-GB' })).toBe(title)
  })
})

describe('the names in texts', () => {
  it('are words with a capital amid a sentence, and never without', () => {
    const texts = ['Models by Google, Meta and others. Alignment is said of Alignment, and alignment is all.']
    expect([...namesIn(texts)]).toEqual(['Google', 'Meta'])
  })
})
