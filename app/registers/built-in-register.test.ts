import { expect, it } from 'vitest'

import { openMemoryStore } from '#db/memory/memory-store.ts'
import type { RecordLookup } from '#db/store.ts'
import { buildRecord } from '#tests/factories/record.ts'

import { builtInRegister } from './built-in-register.ts'
import type { RegisterRequest } from './register-source.ts'

const { subject } = buildRecord()
const never = new AbortController().signal
const request = (more: Partial<RegisterRequest> = {}): RegisterRequest => ({ id: 'r', register: 'people', agreement: 'a', purpose: 'p', reason: 'draft-1', wanted: [{ entity: 'permit', subject, fields: ['size'] }], ...more })

async function open() {
  const { records } = openMemoryStore()
  await records.put([buildRecord(), buildRecord({ register: 'land' })])
  const turns: (readonly RecordLookup[])[] = []
  const source = builtInRegister({ ...records, read: (lookups) => (turns.push(lookups), records.read(lookups)) })
  return { turns, read: async (...requests: RegisterRequest[]) => Promise.all(requests.map((one) => source.read(one, never))) }
}

it('asks the store once for what an application reads in several registers at once', async () => {
  const { turns, read } = await open()
  const land = request({ register: 'land', wanted: [{ entity: 'permit', subject, fields: ['kind'] }] })
  expect(await read(request(), land, request({ register: 'none' }))).toEqual([
    { ok: true, records: [buildRecord({ data: { size: 40 } })] },
    { ok: true, records: [buildRecord({ register: 'land', data: { kind: 'small' } })] },
    { ok: true, records: [] },
  ])
  expect(turns.length).toBe(1)
  await read(request())
  expect(turns.length).toBe(2)
})

it('asks for each application by itself: what one of them fails by is not another’s', async () => {
  const { turns, read } = await open()
  await read(request(), request({ reason: 'draft-2' }))
  expect(turns.length).toBe(2)
})

it('gives each request its own fields, also of one register in one turn', async () => {
  const { read } = await open()
  const kind = request({ wanted: [{ entity: 'permit', subject, fields: ['kind'] }] })
  const answers = await read(request(), kind, request({ wanted: [{ entity: 'permit', subject: 'another', fields: ['kind'] }] }))
  expect(answers.map((answer) => answer.ok && answer.records.map(({ data }) => data))).toEqual([[{ size: 40 }], [{ kind: 'small' }], []])
})
