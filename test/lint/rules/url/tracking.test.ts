import { expect, it } from 'vitest'
import { resourceId } from '../../../../src/model/stable-id.ts'
import { trackingParameters, withoutTracking } from '../../../../src/model/tracking-parameters.ts'
import { lintExample, textUnder } from '../../../support/lint-example.ts'

it.each([
  ['https://a.org/b?utm_source=x', 'https://a.org/b'],
  ['https://a.org/b?UTM_Source=x&page=2', 'https://a.org/b?page=2'],
  ['https://a.org/b?page=2&fbclid=x#part', 'https://a.org/b?page=2#part'],
  ['https://a.org/b?gclid&q=a+b%20c', 'https://a.org/b?q=a+b%20c'],
])('writes %s as %s', (url, expected) => {
  expect(withoutTracking(url)).toBe(expected)
  expect(trackingParameters(expected)).toEqual([])
})

it.each([
  'https://a.org/b?',
  'https://a.org/?my_utm_source=x',
  'https://a.org/#?utm_source=x',
  'https://a.org/utm_source=x',
])('leaves %s alone', url => {
  expect(trackingParameters(url)).toEqual([])
  expect(withoutTracking(`${url}`)).toBe(url === 'https://a.org/b?' ? url : url)
})

it('points at each URL that tracks', async () => {
  const linted = await lintExample(
    'url: https://time.com/a?utm_source=x&utm_medium=y&utm_term=z&utm_id=1\nalso_at:\n  - https://qz.com/b\n  - https://qz.com/c?ocid=1\n',
  )
  expect(linted.findings.map(({ pointer, message }) => [pointer, message])).toEqual([
    ['/url', 'The URL tracks its reader: `utm_source`, `utm_medium`, `utm_term`, 1 more.'],
    ['/also_at/1', 'The URL tracks its reader: `ocid`.'],
  ])
  expect(textUnder(linted)[1]).toBe('https://qz.com/c?ocid=1')
})

it('keeps the resource ID of the old URL among the aliases', async () => {
  const url = 'https://time.com/a?utm_source=x'
  const linted = await lintExample(`url: ${url}\naliases: [591965925902e868]\n`)
  const texts = linted.findings[0]?.fix?.edits.map(({ text }) => text).join('\n')
  expect(texts).toContain('https://time.com/a')
  expect(texts).toContain(resourceId(url))
})

it('asks for the resource ID only of the URL that has one', async () => {
  const { findings } = await lintExample(
    'url: https://time.com/a?utm_source=x\nalso_at: [https://qz.com/c?ocid=1]\n',
  )
  expect(findings.map(({ help }) => help)).toEqual([
    'Write it without those parameters, and keep its resource ID under `aliases`.',
    'Write it without those parameters.',
  ])
})
