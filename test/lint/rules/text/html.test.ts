import { expect, it } from 'vitest'
import { fixExample } from '../../../support/fix-example.ts'
import { lintExample, textUnder } from '../../../support/lint-example.ts'

it('decodes entities, and leaves the rest of the line', async () => {
  expect(await fixExample('title: Research &amp; Development # R&D\n', 'text/html')).toBe(
    'title: Research & Development # R&D\n',
  )
})

it.each([
  ['R&#38;D', 'R&D'],
  ['R&amp;amp;D', 'R&D'],
  ['The &ldquo;Open&rdquo; AI', 'The “Open” AI'],
  ['AI&nbsp;safety', 'AI safety'],
  ['AI&#8203;safety', 'AIsafety'],
  ['a &lt;b&gt; c', 'a <b> c'],
])('writes %s in a title as %s', async (before, after) => {
  expect(await fixExample(`title: "${before}"\n`, 'text/html')).toBe(`title: "${after}"\n`)
})

it('takes out tags, and parts what they parted', async () => {
  expect(await fixExample('title: A<br>B of <i>Homo sapiens</i> and H<sub>2</sub>O\n', 'text/html')).toBe(
    'title: A B of Homo sapiens and H2O\n',
  )
})

it('has no fix that would lose the address of a link', async () => {
  const { findings } = await lintExample('title: A <a href="https://rand.org">report</a>\n')
  expect(findings.map(({ rule, fix }) => [rule, fix])).toEqual([['text/html', undefined]])
})

it.each([
  'R&D; AT&T; Q&A',
  'Vec<T>, List<string> and a<b',
  'The tokens <s>, <b> and <unk>',
  'x <y> z',
  'if a < b and c > d',
  '<3',
])('is silent about %s', async title => {
  expect((await lintExample(`title: "${title}"\n`)).findings).toEqual([])
})

it.each([
  'the tag `<b>bold</b>` and `&amp;` in code, ``with ` &lt;`` twice',
  'an escape for Markdown: &lt;b&gt;x&lt;/b&gt;, &#42;not emphasis&#42;, \\&amp; and &amp;amp;',
])('in prose is silent about %s', async notes => {
  expect((await lintExample(`notes: '${notes}'\n`)).findings).toEqual([])
})

it('points at the value', async () => {
  const linted = await lintExample('key_points:\n  - One point\n  - Research &amp; more research\n')
  expect(textUnder(linted)).toEqual(['Research &amp; more research'])
  expect(linted.findings[0]?.message).toBe('Key point 2 holds the HTML entity `&amp;`.')
})
