import { execFileSync, spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { readBytes, readRegularFile } from '../../src/load/read-bytes.ts'

const folder = mkdtempSync(join(tmpdir(), 'cards-read-bytes-'))
afterAll(() => rmSync(folder, { recursive: true }))

function fileOf(size: number): { path: string; bytes: Buffer } {
  const path = join(folder, `${size}`)
  const bytes = Buffer.from(Array.from({ length: size }, (_, i) => (i * 7) % 251))
  writeFileSync(path, bytes)
  return { path, bytes }
}

describe('readBytes', () => {
  it.each([0, 1, 900, 65_535, 65_536, 65_537, 131_072, 200_000])('reads a file of %i bytes', size => {
    const { path, bytes } = fileOf(size)
    expect(Buffer.compare(readBytes(path), bytes)).toBe(0)
  })

  it.each([0, 10, 65_535, 65_536, 100_000])(
    'reads one byte more than a limit of %i, and no further',
    limit => {
      const { path, bytes } = fileOf(200_000)
      expect(Buffer.compare(readBytes(path, limit), bytes.subarray(0, limit + 1))).toBe(0)
    },
  )

  it('gives bytes that the next file does not change', () => {
    const [first, second] = [fileOf(900), fileOf(901)]
    const bytes = readBytes(first.path)
    readBytes(second.path)
    expect(Buffer.compare(bytes, first.bytes)).toBe(0)
  })

  it.skipIf(process.platform === 'win32')('reads a pipe to its end', () => {
    const path = join(folder, 'pipe')
    execFileSync('mkfifo', [path])
    const write = '(head -c 100 /dev/zero; sleep 0.05; head -c 149900 /dev/zero) > "$0"'
    spawn('sh', ['-c', write, path])
    expect(readBytes(path)).toHaveLength(150_000)
  })

  it('throws for a folder and for a file that is not there', () => {
    expect(() => readBytes(folder)).toThrow('EISDIR')
    expect(() => readBytes(join(folder, 'none'))).toThrow('ENOENT')
  })
})

describe('readRegularFile', () => {
  it.each([0, 1, 900, 65_535, 65_536, 65_537, 200_000])('reads a file of %i bytes', size => {
    const { path, bytes } = fileOf(size)
    expect(Buffer.compare(readRegularFile(path), bytes)).toBe(0)
  })

  it('gives bytes that the next file does not change', () => {
    const [first, second] = [fileOf(900), fileOf(901)]
    const bytes = readRegularFile(first.path)
    readRegularFile(second.path)
    expect(Buffer.compare(bytes, first.bytes)).toBe(0)
  })

  it('throws for a folder and for a file that is not there', () => {
    expect(() => readRegularFile(folder)).toThrow('EISDIR')
    expect(() => readRegularFile(join(folder, 'none'))).toThrow('ENOENT')
  })
})
