import { describe, expect, it, test } from 'vitest'

import { accessAddress, readAccessWish } from './access-wish.ts'

const read = (query: string) => readAccessWish(new URLSearchParams(query))
const march = (name: string, day: string) => `${name}-day=${day}&${name}-month=3&${name}-year=2026`

describe('what an address asks of the log', () => {
  test('nothing: everything of one’s own', () => {
    expect(read('')).toMatchObject({ of: '', filter: { department: null, from: null, until: null }, typed: {}, problem: null, after: null })
  })

  test('a department and days, in the digits of any keyboard', () => {
    expect(read(`of=9133&department=tax&${march('from', '２')}&until-day=٥&until-month=3&until-year=2026`)).toMatchObject({
      of: '9133', filter: { department: 'tax', from: '2026-03-02', until: '2026-03-05' }, problem: null,
    })
  })

  test.each([
    [march('from', '32'), { field: 'from', code: 'not_a_date_from' }],
    [march('from', ''), { field: 'from', code: 'not_a_date_from' }],
    [march('until', 'x'), { field: 'until', code: 'not_a_date_until' }],
    ['until-day=1&until-month=1&until-year=9999', { field: 'until', code: 'not_a_date_until' }],
    ['from-day=1&from-month=1&from-year=0001', { field: 'from', code: 'not_a_date_from' }],
    [`${march('from', '5')}&${march('until', '4')}`, { field: 'until', code: 'ends_before' }],
  ])('%s is no period, and stays as it was typed', (query, problem) => {
    const wish = read(query)
    expect(wish.problem).toEqual(problem)
    const again = Object.fromEntries(new URLSearchParams(accessAddress('/x', wish).slice('/x?'.length)))
    expect(again).toEqual(Object.fromEntries([...new URLSearchParams(query)].filter(([, value]) => value !== '')))
  })

  test('one day is a period', () => expect(read(`${march('from', '5')}&${march('until', '5')}`).problem).toBeNull())

  test('what is no department counts as any; what is no cursor as none', () => {
    expect(read(`department=${encodeURIComponent('x" OR 1')}&after=${'a'.repeat(501)}`)).toMatchObject({ filter: { department: null }, after: null })
  })
})

it('keeps the filter on another page', () => {
  expect(accessAddress('/my-data/access', read('of=c1&department=tax&after=old'), { after: 'new' })).toBe('/my-data/access?of=c1&department=tax&after=new')
})
