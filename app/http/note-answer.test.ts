import { describe, expect, test } from 'vitest'

import { kindOf } from './note-answer.server.ts'

const answer = (status: number, type = 'text/html') => new Response(null, { status, headers: { 'Content-Type': type } })

describe('what is written down', () => {
  test.each([
    ['routes/cases.$ref._index', answer(404), 'denied'],
    ['routes/board._index', answer(403), 'denied'],
    ['routes/help', answer(429), 'limited'],
    ['routes/sign-in._index', answer(429), 'limited'],
    ['routes/sign-in.$provider.callback', answer(400), 'sign_in_failed'],
    ['routes/second-factor', answer(403), 'sign_in_failed'],
    ['routes/second-factor', answer(303), 'second_factor'],
    ['routes/sign-out', answer(303), 'sign_out'],
    ['routes/steward[.]csv', answer(200, 'text/csv; charset=utf-8'), 'export'],
  ])('%s %o is %s', (route, response, kind) => expect(kindOf(route, response)).toBe(kind))

  test.each([
    ['routes/cases.$ref._index', answer(200)],
    ['routes/apply.$draft.$question', answer(422)],
    ['routes/desk.cases.$ref.decide', answer(409)],
    ['routes/sign-in._index', answer(303)],
  ])('%s %o is nothing', (route, response) => expect(kindOf(route, response)).toBeNull())
})
