import { afterEach, expect, it } from 'vitest'

import { openMemoryStore } from '#db/memory/memory-store.ts'
import { FAULT_SECRET, FaultRegister } from '#tests/factories/fault-register.ts'
import { never, PERSON, records, request, right, traffic } from '#tests/faults/asked.ts'

import { registerSources } from './register-sources.ts'

const closing: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const close of closing.splice(0)) await close()
})

const health = { ...traffic, id: 'health' }
const none = { REGISTER_URLS: {}, REGISTER_SECRETS: {} }

async function open(settings: Parameters<typeof registerSources>[2]) {
  const store = openMemoryStore()
  await store.records.put([...records, ...records.map((record) => ({ ...record, register: 'health' }))])
  const opened = registerSources({ traffic, health }, store.records, settings)
  if (!opened.ok) throw new Error(opened.messages.join('\n'))
  closing.push(opened.sources.close)
  return opened.sources
}

it('reads what is built in: valid records, newest first, with the fields asked for and no others', async () => {
  const { of } = await open(none)
  expect(await of('traffic').read(request(), never)).toEqual(right)
  expect(await of('traffic').read(request({ wanted: [{ entity: 'offences', subject: 'another', fields: ['place'] }] }), never)).toEqual({ ok: true, records: [] })
  expect(await of('constructor').read(request({ register: 'constructor' }), never)).toEqual({ ok: true, records: [] })
})

it('reads one subject’s fields for that subject alone', async () => {
  const { of } = await open(none)
  const wanted = [
    { entity: 'offences', subject: PERSON, fields: ['points'] },
    { entity: 'offences', subject: 'another', fields: ['place'] },
    { entity: 'offences', subject: PERSON, fields: ['settled'] },
  ]
  const answer = await of('traffic').read(request({ wanted }), never)
  expect(answer).toMatchObject({ ok: true, records: [{ data: { points: 3, settled: false } }, {}] })
  expect(JSON.stringify(answer)).not.toContain('place')
})

it('asks the one with an address over HTTP, with the same outcome, and keeps its connections', async () => {
  const register = await new FaultRegister(traffic, records).up()
  closing.push(() => register.down())
  const { of } = await open({ REGISTER_URLS: { traffic: register.url }, REGISTER_SECRETS: { traffic: FAULT_SECRET } })
  expect(await of('traffic').read(request(), never)).toEqual(right)
  expect(await of('traffic').read(request(), never)).toEqual(right)
  expect([register.requests, register.connections.size]).toEqual([2, 1])
  expect(of('traffic')).toBe(of('traffic'))
  await of('health').read(request({ register: 'health' }), never)
  expect(register.requests).toBe(2)
})

it('asks nothing more once it is closed', async () => {
  const register = await new FaultRegister(traffic, records).up()
  closing.push(() => register.down())
  const sources = await open({ REGISTER_URLS: { traffic: register.url }, REGISTER_SECRETS: { traffic: FAULT_SECRET } })
  await sources.close()
  expect(await sources.of('traffic').read(request(), never)).toEqual({ ok: false, why: 'no_answer' })
  closing.pop()
  expect(register.requests).toBe(0)
})

it('does not open with settings that are wrong, and says all that is', () => {
  const settings = { REGISTER_URLS: { traffic: 'http://traffic.example', trafic: 'https://x.example' }, REGISTER_SECRETS: { helth: FAULT_SECRET } }
  expect(registerSources({ traffic, health }, openMemoryStore().records, settings)).toEqual({
    ok: false,
    messages: [
      'REGISTER_URLS names a register "trafic", and there is none.',
      'REGISTER_SECRETS names a register "helth", and there is none.',
      expect.stringMatching(/^The register traffic has the address http:\/\/traffic\.example, but /),
    ],
  })
})
