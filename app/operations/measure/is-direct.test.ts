import { expect, it } from 'vitest'

import { isDirect } from './is-direct.ts'

const from = (host: string, headers: Record<string, string> = {}, remoteAddress = '127.0.0.1'): boolean => {
  const get = (name: string) => ({ host, ...headers })[name.toLowerCase()]
  // Trusted: nothing else of a request is looked at.
  return isDirect({ get, socket: { remoteAddress } } as unknown as Parameters<typeof isDirect>[0])
}

it('knows who asks on this machine', () => {
  expect([from('127.0.0.1:3000'), from('[::1]:3000'), from('localhost')]).toEqual([true, true, true])
})

it('believes the connection, not the host that a request names', () => {
  for (const address of ['203.0.113.7', '10.0.0.1', '::ffff:203.0.113.7', '', 'localhost']) expect(from('127.0.0.1:3000', {}, address)).toBe(false)
  for (const address of ['127.0.0.1', '127.0.0.9', '::1', '::ffff:127.0.0.1']) expect(from('127.0.0.1:3000', {}, address)).toBe(true)
})

it('refuses other hosts, and what a proxy passes on', () => {
  expect(from('portal.example')).toBe(false)
  expect(from('127.0.0.1:3000', { 'x-forwarded-for': '203.0.113.7' })).toBe(false)
})
