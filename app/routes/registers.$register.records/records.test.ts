import { expect, it } from 'vitest'

import { hasToken } from './has-token.ts'
import { readJson } from './read-json.ts'
import { recordSchema } from './record-schema.ts'

const post = (body: string, headers: Record<string, string> = {}) => new Request('http://x/', { method: 'POST', body, headers })
const record = { entity: 'driver_exam', subject: '330800199001011234', key: '1', data: { result: 'fit' }, asOf: '2026-11-22', validUntil: null }

it('knows a register by its token and nothing else', () => {
  const token = 'a'.repeat(32)
  expect(hasToken(post('', { Authorization: `Bearer ${token}` }), token)).toBe(true)
  expect(hasToken(post('', { Authorization: `Bearer ${token}b` }), token)).toBe(false)
  expect(hasToken(post('', { Authorization: token }), token)).toBe(false)
  expect(hasToken(post(''), token)).toBe(false)
  expect(hasToken(post('', { Authorization: 'Bearer undefined' }), undefined)).toBe(false)
})

it('reads JSON up to a size', async () => {
  expect(await readJson(post('{"a":1}'), 7)).toEqual({ value: { a: 1 } })
  expect(await readJson(post('{"a":12}'), 7)).toBe('too_large')
  expect(await readJson(post('{'), 7)).toBe('not_json')
  expect(await readJson(new Request('http://x/', { method: 'POST' }), 7)).toBe('not_json')
})

it.each([
  ['as declared', record, true],
  ['with something more', { ...record, owner: 'me' }, false],
  ['without a subject', { ...record, subject: '' }, false],
  ['of a day that never was', { ...record, asOf: '2026-02-30' }, false],
  ['with a list for a value', { ...record, data: { result: ['fit'] } }, false],
])('judges a record %s', (_name, value, sound) => expect(recordSchema.safeParse(value).success).toBe(sound))
