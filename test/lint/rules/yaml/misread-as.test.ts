import { describe, expect, it } from 'vitest'
import { mayBeMisread, misreadAs } from '../../../../src/lint/rules/yaml/misread-as.ts'

describe('misreadAs', () => {
  it.each([
    ['1984', 'a number'],
    ['2301.10140', 'a number'],
    ['591965925902e868', 'a number'],
    ['1_000', 'a number'],
    ['0x1F', 'a number'],
    ['12:30', 'a number'],
    ['.5', 'a number'],
    ['.inf', 'a number'],
    ['2026-02-06', 'a date'],
    ['2025-12-28T02:55:47Z', 'a date'],
    ['2025-12-28 02:55:47 +1', 'a date'],
    ['Yes', 'true or false'],
    ['off', 'true or false'],
    ['~', 'no value'],
    ['NULL', 'no value'],
    ['2026-02', undefined],
    ['1984-1985', undefined],
    ['978-0-525-55861-3', undefined],
    ['0000-0002-1825-0097', undefined],
    ['3 things', undefined],
    ['yes, and no', undefined],
    ['10.1000/182', undefined],
    ['v1.2', undefined],
    ['1'.repeat(1000), undefined],
  ])('%s is %s', (text, expected) => {
    expect(misreadAs(text)).toBe(expected)
  })
})

it.each([
  ['A title', false],
  ['false', true],
  ['falsely', false],
  ['+1 more', true],
  ['1'.repeat(64), true],
  ['1'.repeat(65), false],
])('sees at a glance whether %j may be anything but text', (text, expected) => {
  expect(mayBeMisread(text)).toBe(expected)
})
