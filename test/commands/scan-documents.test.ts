import { describe, expect, it } from 'vitest'
import { scanDocuments } from '../../src/commands/scan-documents.ts'
import { openLibrary } from '../../src/load/open-library.ts'
import { cardText, directoryWith } from '../support/library.ts'

describe('scanDocuments', () => {
  it('says how far it has come, while there is much to read', async () => {
    const pages = Array.from({ length: 120 }, (_, i) => [`docs/${i}.md`, 'MDc4MjQ5Yj\n'] as const)
    const cwd = directoryWith({
      'cards/MDc4MjQ5Yj.yaml': cardText('MDc4MjQ5Yj'),
      ...Object.fromEntries(pages),
    })
    const said: string[] = []
    const library = await openLibrary({ cwd })
    const context = {
      library,
      settings: library.settings,
      cwd,
      progress: (text: string) => void said.push(text),
    }
    const { documents } = await scanDocuments(context, ['docs'])
    expect(documents.every(({ citations }) => citations.length === 1)).toBe(true)
    expect(said).toEqual(['50 of 120 documents read', '100 of 120 documents read'])
  })
})
