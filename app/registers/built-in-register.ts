import type { RecordStore, RegisterRecord } from '#db/store.ts'

import type { RegisterRequest, RegisterSource } from './register-source.ts'
import { together } from './together.ts'

/**
 * The way to registers that the portal keeps itself: valid records, newest first, with the fields asked for and no others.
 * They lie beside each other: what one application asks of several of them in one turn is one question to the store.
 */
export function builtInRegister(records: RecordStore): RegisterSource {
  const asking = new Map<string, (request: RegisterRequest) => Promise<readonly RegisterRecord[]>>()
  const begin = (reason: string) => {
    const ask = together<RegisterRequest, readonly RegisterRecord[]>((requests) => {
      asking.delete(reason)
      return readAll(records, requests)
    })
    asking.set(reason, ask)
    return ask
  }
  return {
    async read(request) {
      const ask = asking.get(request.reason) ?? begin(request.reason)
      return { ok: true, records: await ask(request) }
    },
  }
}

async function readAll(records: RecordStore, requests: readonly RegisterRequest[]): Promise<readonly (readonly RegisterRecord[])[]> {
  const held = await records.read(requests.flatMap(({ register, wanted }) => wanted.map((one) => ({ register, ...one }))))
  return requests.map((request) => held.flatMap((record) => onlyAsked(record, request)))
}

/** What another request of the same turn asked for is not this one's. */
function onlyAsked(record: RegisterRecord, { register, wanted }: RegisterRequest): RegisterRecord[] {
  if (record.register !== register || record.standing !== 'valid') return []
  const asked = wanted.filter(({ entity, subject }) => entity === record.entity && subject === record.subject).flatMap(({ fields }) => fields)
  return asked.length === 0 ? [] : [{ ...record, data: Object.fromEntries(Object.entries(record.data).filter(([name]) => asked.includes(name))) }]
}
