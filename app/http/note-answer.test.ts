import { describe, expect, test } from 'vitest'

import { kindOf } from './note-answer.server.ts'

describe('what is written down', () => {
  test.each([
    ['routes/cases.$ref._index', 404, null, 'denied'],
    ['routes/board._index', 403, null, 'denied'],
    ['routes/help', 429, null, 'limited'],
    ['routes/sign-in._index', 429, null, 'limited'],
    ['routes/sign-in.$provider.callback', 400, null, 'sign_in_failed'],
    ['routes/second-factor', 403, null, 'sign_in_failed'],
    ['routes/second-factor', 303, null, 'second_factor'],
    ['routes/sign-out', 303, null, 'sign_out'],
    ['routes/steward[.]csv', 200, 'text/csv; charset=utf-8', 'export'],
  ])('%s %i %s is %s', (route, status, type, kind) => expect(kindOf(route, status, type)).toBe(kind))

  test.each([
    ['routes/cases.$ref._index', 200, 'text/html'],
    ['routes/cases.$ref._index', 200, null],
    ['routes/apply.$draft.$question', 422, null],
    ['routes/desk.cases.$ref.decide', 409, null],
    ['routes/sign-in._index', 303, null],
  ])('%s %i is nothing', (route, status, type) => expect(kindOf(route, status, type)).toBeNull())
})
