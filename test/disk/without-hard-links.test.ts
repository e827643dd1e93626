import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it, vi } from 'vitest'
import { withLock } from '../../src/disk/lock.ts'
import { createFile, FileExistsError } from '../../src/disk/write-file.ts'
import { temporaryFolder } from './child-process.ts'

// A file system such as exFAT.
vi.mock('node:fs', async original => ({
  ...(await original<typeof import('node:fs')>()),
  linkSync: () => {
    throw Object.assign(new Error('EPERM'), { code: 'EPERM', syscall: 'link' })
  },
}))

it('creates files, and still never in place of another', () => {
  const folder = temporaryFolder()
  const path = join(folder, 'a.yaml')
  createFile(path, 'mine')
  expect(() => createFile(path, 'theirs')).toThrow(FileExistsError)
  expect(readFileSync(path, 'utf8')).toBe('mine')
  expect(readdirSync(folder)).toEqual(['a.yaml'])
})

it('locks', async () => {
  const folder = temporaryFolder()
  writeFileSync(join(folder, 'counter'), '0')
  const count = () =>
    withLock(folder, async () => {
      const before = Number(readFileSync(join(folder, 'counter'), 'utf8'))
      await new Promise(resolve => setTimeout(resolve, 2))
      writeFileSync(join(folder, 'counter'), String(before + 1))
    })
  await Promise.all([count(), count(), count()])
  expect(readFileSync(join(folder, 'counter'), 'utf8')).toBe('3')
  expect(readdirSync(folder)).toEqual(['counter'])
})
