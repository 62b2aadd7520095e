import { by } from '../memory/order.ts'
import type { RecordStore, RegisterRecord } from '../store.ts'

import { readJson } from './json-column.ts'
import type { Connection } from './open-database.server.ts'
import { prepareUpsert, selected } from './prepared.ts'
import { records } from './schema.ts'

type Row = Omit<RegisterRecord, 'data'> & { data: string }
type Wanted = { entity: string; subject: string }

/** The records of one subject, each by its key in the primary index. There are few: ordered there, each would be copied twice. */
const READ = `SELECT ${selected(records, 'r')} FROM records AS r WHERE r.subject = :subject AND r.entity = :entity AND r.register = :register`

export const prepareRecordPut = (connection: Connection): ((record: RegisterRecord) => void) =>
  prepareUpsert(connection, records, [records.subject, records.entity, records.register, records.key])

export function sqliteRecords(connection: Connection): RecordStore {
  const read = connection.client.prepare<[Wanted & { register: string }], Row>(READ)
  const putOne = prepareRecordPut(connection)
  const putAll = (all: readonly RegisterRecord[]): void => all.forEach(putOne)
  return {
    read: async (register, wanted) => newestFirst(once(wanted).flatMap((one) => read.all({ register, ...one }).map(record))),
    put: (all) => connection.write(() => putAll(all)),
  }
}

const record = (row: Row): RegisterRecord => ({ ...row, data: readJson('records.data', row.data) })

/** A subject asked for twice answers once. */
const once = (wanted: readonly Wanted[]): Wanted[] => [...new Map(wanted.map(({ entity, subject }) => [JSON.stringify([entity, subject]), { entity, subject }])).values()]

/** Sorting keeps the order of equals. */
const newestFirst = (all: readonly RegisterRecord[]): RegisterRecord[] =>
  all.toSorted(by((one) => [one.entity, one.subject, one.key])).sort((one, other) => by<RegisterRecord>(({ asOf }) => [asOf])(other, one))
