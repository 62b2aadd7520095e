import { expect, it } from 'vitest'

import { isDirect } from './is-direct.ts'

const from = (url: string, headers: Record<string, string> = {}, address = '127.0.0.1'): boolean => isDirect(new Request(url, { headers }), address)

it('knows who asks on this machine', () => {
  expect([from('http://127.0.0.1:3000/metrics'), from('http://[::1]:3000/metrics'), from('http://localhost/metrics')]).toEqual([true, true, true])
})

it('believes the connection, not the host that a request names', () => {
  for (const address of ['203.0.113.7', '10.0.0.1', '::ffff:203.0.113.7', '', 'localhost']) expect(from('http://127.0.0.1:3000/metrics', {}, address)).toBe(false)
  for (const address of ['127.0.0.1', '127.0.0.9', '::1', '::ffff:127.0.0.1']) expect(from('http://127.0.0.1:3000/metrics', {}, address)).toBe(true)
})

it('refuses other hosts, and what a proxy passes on', () => {
  expect(from('https://portal.example/metrics')).toBe(false)
  expect(from('http://127.0.0.1:3000/metrics', { 'X-Forwarded-For': '203.0.113.7' })).toBe(false)
})
