import net from 'node:net'
import { expect, it } from 'vitest'
import { openPostgresStore } from '#db/postgres/postgres-store.server.ts'
import { newDatabase } from '#tests/factories/new-database.ts'
it('stalls', async () => {
  const url = new URL(await newDatabase())
  const pairs: net.Socket[][] = []
  const proxy = net.createServer((a) => { const b = net.connect(Number(url.port), '127.0.0.1'); a.pipe(b); b.pipe(a); a.on('error', () => {}); b.on('error', () => {}); pairs.push([a, b]) })
  await new Promise<void>((done) => proxy.listen(0, '127.0.0.1', done))
  const there = new URL(url); there.port = String((proxy.address() as net.AddressInfo).port)
  const store = await openPostgresStore(there.href, Date.now, { connections: 2 })
  await store.cases.load('x')
  let stalled = true
  proxy.removeAllListeners('connection'); proxy.on('connection', (a) => { if (stalled) { a.on('error', () => {}); pairs.push([a]); return } const b = net.connect(Number(url.port), '127.0.0.1'); a.pipe(b); b.pipe(a); a.on('error', () => {}); b.on('error', () => {}) })
  for (const pair of pairs) { pair[0]!.unpipe(); pair[1]!.unpipe(); pair.forEach((s) => s.pause()) }
  for (let i = 0; i < 3; i++) { const t = performance.now(); const r = await store.cases.load('x').then(() => 'ok', (e: Error) => e.message); console.log(r, performance.now() - t) }
  const t2 = performance.now(); console.log(await Promise.all([1, 2, 3, 4, 5].map(() => store.cases.load('x').then(() => 'ok', (e: Error) => `${e.message} ${Math.round(performance.now() - t2)}`))))
  stalled = false
  const t = performance.now(); console.log(await store.cases.load('x').then(() => 'ok', (e: Error) => e.message), performance.now() - t)
  await store.close(); proxy.close(); pairs.flat().forEach((s) => s.destroy())
  expect(1).toBe(1)
})
