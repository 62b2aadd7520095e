import { gzipSync } from 'node:zlib'

import { afterAll, beforeAll, expect, test } from 'vitest'

import { startPortal, type TestPortal } from '../journeys/test-portal.ts'

import { Client } from './client.ts'

let portal: TestPortal
beforeAll(async () => void (portal = await startPortal()))
afterAll(() => portal.stop())

const BUDGET = 50_000

/** Bytes (gzip) of a page and of everything it makes a browser fetch, and how much of that is script. */
async function weigh(client: Client, path: string): Promise<{ bytes: number; scripts: number; inline: number }> {
  const html = await (await client.get(path)).text()
  const assets = [...html.matchAll(/<(?:link[^>]*rel="(?:stylesheet|icon|modulepreload|preload)"[^>]*href|script[^>]*src|img[^>]*src)="([^"]+)"/g)].map((match) => match[1] ?? '').filter((href) => href.startsWith('/'))
  const weights = await Promise.all(assets.map(async (href) => ({ href, bytes: gzipSync(new Uint8Array(await (await client.get(href)).arrayBuffer())).byteLength })))
  const sum = (of: typeof weights) => of.reduce((total, one) => total + one.bytes, 0)
  return { bytes: gzipSync(html).byteLength + sum(weights), scripts: sum(weights.filter(({ href }) => href.endsWith('.js'))), inline: [...html.matchAll(/<script(?![^>]*src=)/g)].length }
}

test('a citizen’s first view weighs at most 50 KB, of which scripts no more than one small enhancer', async () => {
  const citizen = await Client.signedIn(portal.url, 'citizen-0000')
  const person = await portal.env.store.people.find('citizen-0000')
  const draft = await citizen.begin('restaurant-opening', { for: `company:${person?.companies[0]?.code ?? ''}` })
  for (const path of ['/', '/services', '/services/restaurant-opening', '/cases', draft, `${draft}/records`, `${draft}/kitchen`, `${draft}/review`]) {
    const { bytes, scripts, inline } = await weigh(citizen, path)
    expect(bytes, path).toBeGreaterThan(5_000)
    expect(bytes, path).toBeLessThanOrEqual(BUDGET)
    expect(scripts, path).toBeLessThanOrEqual(2_000)
    expect(inline, path).toBe(0)
  }
})
