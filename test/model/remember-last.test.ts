import { expect, it } from 'vitest'
import { rememberLast } from '../../src/model/remember-last.ts'

it('works out once what is asked several times in a row, and again what is asked later', () => {
  const asked: string[] = []
  const length = rememberLast((text: string) => {
    asked.push(text)
    return text.length
  })
  expect(['a', 'a', 'bc', 'bc', 'a'].map(length)).toEqual([1, 1, 2, 2, 1])
  expect(asked).toEqual(['a', 'bc', 'a'])
})

it('remembers that there was nothing', () => {
  let count = 0
  const nothing = rememberLast((_: string) => {
    count++
    return undefined
  })
  expect([nothing('a'), nothing('a'), count]).toEqual([undefined, undefined, 1])
})
