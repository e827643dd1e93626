import { mkdirSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { findDocuments } from '../../src/load/find-documents.ts'
import { directoryWith } from '../support/library.ts'

const FILES = {
  'README.md': '',
  'docs/a.md': '',
  'docs/b.mdx': '',
  'docs/c.txt': '',
  'docs/deep/er/d.MD': '',
  'docs/node_modules/e.md': '',
  'docs/.hidden/f.md': '',
  'docs/[slug].md': '',
  'src/x.ts': '',
}

describe('findDocuments', () => {
  const find = (patterns: readonly string[], cwd = directoryWith(FILES)) =>
    findDocuments(patterns, cwd, ['.md', '.mdx'])

  it.each([
    [['docs'], ['docs/[slug].md', 'docs/a.md', 'docs/b.mdx', 'docs/deep/er/d.MD']],
    [['.'], ['README.md', 'docs/[slug].md', 'docs/a.md', 'docs/b.mdx', 'docs/deep/er/d.MD']],
    [['docs/'], ['docs/[slug].md', 'docs/a.md', 'docs/b.mdx', 'docs/deep/er/d.MD']],
    [['docs/**'], ['docs/[slug].md', 'docs/a.md', 'docs/b.mdx', 'docs/deep/er/d.MD']],
    [['docs/*.md'], ['docs/[slug].md', 'docs/a.md']],
    [['./docs/?.md'], ['docs/a.md']],
    [['docs/*.{md,mdx}'], ['docs/[slug].md', 'docs/a.md', 'docs/b.mdx']],
    [['{docs,src}/a.md'], ['docs/a.md']],
    [['docs/*.txt'], ['docs/c.txt']],
    [['docs/c.txt'], ['docs/c.txt']],
    [['docs/[slug].md'], ['docs/[slug].md']],
    [['docs/.hidden/f.md'], ['docs/.hidden/f.md']],
    [['docs/.hidden'], ['docs/.hidden/f.md']],
    [
      ['**/*.md', 'docs/a.md', './docs/a.md'],
      ['README.md', 'docs/[slug].md', 'docs/a.md'],
    ],
    [['*.md'], ['README.md']],
  ])('finds for %j', (patterns, expected) => {
    expect(find(patterns)).toEqual(expected)
  })

  it('goes up and to absolute paths', () => {
    const root = directoryWith(FILES)
    expect(find(['../docs/*.md', '../README.md'], join(root, 'src'))).toEqual([
      '../README.md',
      '../docs/[slug].md',
      '../docs/a.md',
    ])
    expect(find([join(root, 'docs/a.*')])).toEqual([join(root, 'docs/a.md')])
  })

  it.each([
    ['docs/x.md', 'No file matches docs/x.md.'],
    ['docs/*.html', 'No file matches docs/*.html.'],
    ['nowhere/**', 'No file matches nowhere/**.'],
    ['src', 'There are no documents in src.'],
    ['-', 'No file matches -.'],
    ['docs/a\0.md', 'No file matches docs/a\0.md.'],
  ])('refuses %j, which leads to no file', (pattern, message) => {
    expect(() => find([pattern])).toThrow(message)
  })

  it('takes a file once that links lead to, and ends where they go in circles', () => {
    const root = directoryWith({ 'docs/b.md': '', 'other/c.md': '' })
    symlinkSync('b.md', join(root, 'docs/a.md'))
    symlinkSync('..', join(root, 'docs/up'))
    symlinkSync('../other', join(root, 'docs/z'))
    symlinkSync('loop', join(root, 'docs/loop'))
    symlinkSync('nowhere.md', join(root, 'docs/broken.md'))
    mkdirSync(join(root, 'docs/d.md'))
    expect(find(['docs'], root)).toEqual(['docs/b.md', 'docs/z/c.md'])
    expect(find(['.'], root)).toEqual(['docs/b.md', 'other/c.md'])
  })
})
