import { describe, expect, it } from 'vitest'
import { dateFromCsl } from '../../../src/notation/csl/date-from-csl.ts'

const certain = 'The date is kept as if it were certain.'

describe('dateFromCsl', () => {
  it.each([
    [{ 'date-parts': [[2019, 3, 5]] }, '2019-03-05', []],
    [{ 'date-parts': [['2019', '03']] }, '2019-03', []],
    [{ 'date-parts': [[2019]] }, '2019', []],
    [{ 'date-parts': [[2019, null, null]] }, '2019', []],
    [{ 'date-parts': [[2023, 2, 29]] }, '2023-02', ['Only 2023-02 is kept of: 2023-2-29']],
    [
      {
        'date-parts': [
          [2019, 3],
          [2019, 5],
        ],
      },
      '2019-03',
      ['Of a range only its first date is kept, without 2019-5.'],
    ],
    [{ 'date-parts': [[2019, 3], [0]] }, '2019-03', []],
    [{ 'date-parts': [[2019]], season: 2 }, '2019', ['The season is not kept: 2.']],
    [{ 'date-parts': [[1850]], circa: true }, '1850', [certain]],
    [{ 'date-parts': [[-44]] }, undefined, ['It is no date.']],
    [{ 'date-parts': [], raw: '5 March 2019' }, '2019-03-05', []],
    [{ literal: 'Spring 2019' }, '2019', ['Only the year is kept of: Spring 2019']],
    [{ raw: '2019-03/2019-05' }, '2019-03', ['Of a range only its first date is kept, without 2019-05.']],
    [{ raw: '2019/2020' }, '2019', ['Of a range only its first date is kept, without 2020.']],
    [{ raw: '2019-03/' }, '2019-03', ['Of a range only its first date is kept, without its open end.']],
    [{ raw: 'c. 1850' }, '1850', [certain]],
    [{ raw: '2019~' }, '2019', [certain]],
    [{ raw: '2019/03//' }, '2019-03', []],
    [{ raw: '2019///' }, '2019', []],
    [{ raw: '2019/03/05/' }, '2019-03-05', []],
    [{ raw: '03/05/2019' }, '2019', ['Only the year is kept of: 03/05/2019']],
    [{ raw: 'in press' }, undefined, ['It cannot be read as one date: in press']],
    ['2019-03', '2019-03', []],
    [2019, '2019', []],
    [true, undefined, ['It is no date.']],
  ])('of %j keeps %s and says what it loses', (value, date, lost) => {
    expect(dateFromCsl(value)).toEqual({ ...(date === undefined ? {} : { date }), lost })
  })
})
