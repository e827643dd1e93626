import { describe, expect, it } from 'vitest'
import { globs } from '../../src/model/glob.ts'

describe('globs', () => {
  it.each([
    ['drafts/**', 'drafts/a/b.yaml', true],
    ['drafts/*', 'drafts/a/b.yaml', false],
    ['*.yaml', 'a.yaml', true],
    ['*.yaml', 'b/a.yaml', false],
    ['./b/*.yaml', 'b/a.yaml', true],
    ['**/.hidden/*', 'b/.hidden/a.yaml', true],
    ['!a.yaml', 'b.yaml', false],
    ['**', 'a/b/c.yaml', true],
    ['**/c.yaml', 'c.yaml', true],
    ['a/**/c.yaml', 'a/c.yaml', true],
    ['a/**/b/**/c', 'a/x/b/y/b/c', true],
    ['a/**', 'a', true],
    ['?.yaml', 'é.yaml', true],
    ['?.yaml', 'ab.yaml', false],
    ['a*b*c', 'axbxbxc', true],
    ['a*b*c', 'axbxcx', false],
    ['', 'a', false],
  ])('%s and %s: %s', (pattern, file, expected) => {
    expect(globs([pattern])(file)).toBe(expected)
  })

  it('take no time with a pattern that is hostile to regular expressions', () => {
    expect(globs([`${'*a'.repeat(500)}b`])('a'.repeat(2000))).toBe(false)
    expect(globs([`${'**/a/'.repeat(500)}b`])('a/'.repeat(2000))).toBe(false)
  })
})
