import { describe, expect, it } from 'vitest'
import { readDocument } from '../../src/load/read-document.ts'
import { directoryWith } from '../support/library.ts'

describe('readDocument', () => {
  it('gives the text without a byte-order mark, and the bytes as they are', () => {
    const cwd = directoryWith({ 'a.md': '\ufeffé\r\n' })
    expect(readDocument('a.md', cwd)).toEqual({
      path: `${cwd}/a.md`,
      bytes: Buffer.from('\ufeffé\r\n'),
      text: 'é\r\n',
    })
  })

  it('says where a file is no text in UTF-8', () => {
    const cwd = directoryWith({
      'a.md': Buffer.from('a\nb\xe9', 'latin1'),
      'b.md': Buffer.from('a', 'utf16le'),
    })
    expect(readDocument('a.md', cwd)).toEqual({
      complaint: expect.stringMatching(/^a\.md:2:2: The byte 0xE9 here is not UTF-8\. /),
    })
    expect(readDocument('b.md', cwd)).toEqual({
      complaint: expect.stringMatching(/^b\.md:1:1: The file is in UTF-16LE, not in UTF-8\. /),
    })
  })

  it('says why a file cannot be read', () => {
    const cwd = directoryWith({ 'b.md': Buffer.alloc(50 * 1024 * 1024 + 1, 'a') })
    expect(readDocument('a.md', cwd)).toEqual({
      complaint: 'a.md cannot be read: there is no such file or folder.',
    })
    expect(readDocument('b.md', cwd)).toEqual({
      complaint: 'b.md is larger than 50 MiB, the most that is read.',
    })
  })
})
