import { describe, expect, it } from 'vitest'
import { splitTrailer } from '../../../../src/import/formats/longterm-wiki/page-trailer.ts'

const IDS = { recordId: '0123456789abcdef', stableId: 'AbCdEf0123' }

describe('splitTrailer', () => {
  it.each([
    [
      'both, glued',
      'Text, cut\n... (truncated, 5 KB total)0123456789abcdef | Stable ID: AbCdEf0123',
      { body: 'Text, cut', truncated: true, sizeKb: 5, ...IDS },
    ],
    [
      'both, on lines of their own',
      'Text\n... (truncated, 1.5 KB total)\n0123456789abcdef | Stable ID: AbCdEf0123\n',
      { body: 'Text', truncated: true, sizeKb: 1.5, ...IDS },
    ],
    [
      'a preview that was not cut',
      'Text0123456789abcdef | Stable ID: AbCdEf0123',
      { body: 'Text', truncated: false, ...IDS },
    ],
    ['no IDs', 'Text\n... (truncated, 5 KB total)', { body: 'Text', truncated: true, sizeKb: 5 }],
    ['nothing', 'Text', { body: 'Text', truncated: false }],
  ])('takes off %s', (_, text, expected) => {
    expect(splitTrailer(text)).toEqual(expected)
  })
})
