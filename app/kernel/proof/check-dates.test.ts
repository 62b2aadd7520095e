import fc from 'fast-check'
import { expect, test } from 'vitest'

import { buildCalendar } from '#app/kernel/clock/calendar.ts'
import { dueAfter } from '#app/kernel/clock/deadline.ts'
import type { Span } from '#app/kernel/clock/span.ts'
import { buildDefinition } from '#tests/factories/definition.ts'

import { checkDates, startDates } from './check-dates.ts'

const calendar = buildCalendar({
  calendar: 'trial', version: 1, zone: 'Asia/Shanghai', covers: { from: '2026-01-01', to: '2026-12-31' }, weekend: ['sat', 'sun'],
  holidays: ['2026-10-01', '2026-10-02', '2026-12-31'], makeup: ['2026-12-27'], source: 'tests',
})

const span = fc.record({ amount: fc.integer({ min: 1, max: 400 }), unit: fc.constantFrom<Span['unit']>('wd', 'd', 'h') })

test('counts the days on which the limit is covered as if each were tried', () => {
  fc.assert(
    fc.property(span, (limit) => {
      const definition = { ...buildDefinition(), limit, extension: null, flow: [] }
      const tried = calendar.dates.filter((_date, i) => {
        const due = dueAfter(calendar, calendar.starts[i]!, limit)
        return due.ok && due.at <= calendar.starts.at(-1)!
      })
      const found = startDates(definition, calendar)
      expect(found).toEqual(tried.length === 0 ? null : { first: tried[0], last: tried.at(-1), count: tried.length })
      expect(checkDates(definition, calendar)).toHaveLength(tried.length === 0 ? 1 : 0)
    }),
    { numRuns: 200 },
  )
})
