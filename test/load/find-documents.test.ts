import { execFileSync } from 'node:child_process'
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
    findDocuments(patterns, cwd, ['.md', '.mdx']).names

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

  it('passes over what an export made, in its folder and below', () => {
    const list = JSON.stringify({
      version: 1,
      files: { 'a.md': '', 'p/b.md': '' },
      unfinished: { 'c.md': '' },
    })
    const cwd = directoryWith({
      'site/.cards-export.json': list,
      'site/a.md': '',
      'site/p/b.md': '',
      'site/c.md': '',
      'site/own.md': '',
      'a.md': '',
    })
    expect(findDocuments(['**'], cwd, ['.md'])).toEqual({ names: ['a.md', 'site/own.md'], exported: 3 })
    expect(() => find(['site/a.md'], cwd)).toThrow('site/a.md is no document: `cards export` made it.')
    expect(() => find(['site/p'], cwd)).toThrow('site/p is no document: `cards export` made it.')
    expect(() => find(['site/?.md'], cwd)).toThrow(
      'There are no documents in site/?.md: `cards export` made all that it matches.',
    )
  })

  it('refuses a list of what an export made that cannot be understood', () => {
    const cwd = directoryWith({ 'a/.cards-export.json': '{', 'a/b.md': '' })
    expect(() => find(['a'], cwd)).toThrow('is not the list of files that `cards export` keeps there')
  })

  it('refuses a pipe, for which it would wait for ever', () => {
    const cwd = directoryWith({})
    execFileSync('mkfifo', [join(cwd, 'a.md')])
    expect(() => find(['a.md'], cwd)).toThrow('a.md is no ordinary file.')
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
