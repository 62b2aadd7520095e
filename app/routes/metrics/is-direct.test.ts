import { expect, it } from 'vitest'

import { isDirect } from './is-direct.ts'

const from = (url: string, headers: Record<string, string> = {}): boolean => isDirect(new Request(url, { headers }))

it('knows who asks on this machine', () => {
  expect([from('http://127.0.0.1:3000/metrics'), from('http://[::1]:3000/metrics'), from('http://localhost/metrics')]).toEqual([true, true, true])
})

it('refuses other hosts, and what a proxy passes on', () => {
  expect(from('https://portal.example/metrics')).toBe(false)
  expect(from('http://127.0.0.1:3000/metrics', { 'X-Forwarded-For': '203.0.113.7' })).toBe(false)
})
