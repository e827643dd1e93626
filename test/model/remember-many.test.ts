import { expect, it } from 'vitest'
import { rememberMany } from '../../src/model/remember-many.ts'

/** A function that works out lengths, and what it was asked. */
function lengths(most: number) {
  const asked: string[] = []
  const lengthOf = rememberMany((text: string) => {
    asked.push(text)
    return text.length
  }, most)
  return { asked, lengthOf }
}

it('works out once what is asked again and again', () => {
  const { asked, lengthOf } = lengths(10)
  expect(['a', 'bc', 'a', 'bc'].map(lengthOf)).toEqual([1, 2, 1, 2])
  expect(asked).toEqual(['a', 'bc'])
})

it('forgets what it has before it remembers too many', () => {
  const { asked, lengthOf } = lengths(2)
  expect(['a', 'bc', 'def', 'a', 'def'].map(lengthOf)).toEqual([1, 2, 3, 1, 3])
  expect(asked).toEqual(['a', 'bc', 'def', 'a'])
})
