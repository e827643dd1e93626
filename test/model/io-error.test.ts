import { describe, expect, it } from 'vitest'
import { ioError } from '../../src/model/io-error.ts'

const systemError = (code: string) => Object.assign(new Error(code), { code, syscall: 'open' })

describe('ioError', () => {
  it.each([
    ['EACCES', 'permission denied'],
    ['EROFS', 'the file system is read-only'],
    ['ENOSPC', 'the disk is full'],
    ['ENOTDIR', 'a part of the path is a file, not a folder'],
    ['EDEADLK', 'the system says EDEADLK'],
  ])('says %s in words', (code, words) => {
    expect(ioError(systemError(code), 'write', 'cards/a.yaml')).toMatchObject({
      code: 'io',
      message: `Could not write cards/a.yaml: ${words}.`,
    })
  })

  it('leaves errors of our own alone', () => {
    const error = new TypeError('a bug')
    expect(ioError(error, 'write', 'a')).toBe(error)
    const nodes = Object.assign(new TypeError('a bug'), { code: 'ERR_INVALID_ARG_TYPE' })
    expect(ioError(nodes, 'write', 'a')).toBe(nodes)
  })
})
