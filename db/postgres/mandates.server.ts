import type { Mandate, MandateStore } from '../mandate-store.ts'

import type { Session } from './database.server.ts'
import { prepareUpsert } from './insert.ts'
import { mandates } from './schema.ts'
import { prepare } from './statement.ts'
import { readRow, selected } from './table-columns.ts'

type Row = Record<string, unknown>

const SELECT = `SELECT ${selected(mandates, 'm')} FROM mandates AS m`

export function postgresMandates(database: Session): MandateStore {
  const held = prepare<Row>(database, 'mandates held', `${SELECT} WHERE m.person = :who AND m.revoked_at IS NULL ORDER BY m.name, m.id`)
  const given = prepare<Row>(database, 'mandates given', `${SELECT} WHERE m.subject = :who AND m.revoked_at IS NULL ORDER BY m.name, m.id`)
  const find = prepare<Row>(database, 'mandate', `${SELECT} WHERE m.id = :id`)
  const put = prepareUpsert(database, mandates, [mandates.id])
  const revoke = prepare(database, 'mandate revoke', 'UPDATE mandates SET revoked_at = :at WHERE id = :id AND revoked_at IS NULL')
  return {
    heldBy: async (who) => (await held.all({ who })).map(read),
    givenFor: async (who) => (await given.all({ who })).map(read),
    find: async (id) => (await find.all({ id })).map(read)[0] ?? null,
    put: async (mandate) => void (await put([mandate])),
    revoke: async (id, at) => (await revoke.run({ id, at })) === 1,
  }
}

const read = (row: Row): Mandate => readRow(mandates, row)
