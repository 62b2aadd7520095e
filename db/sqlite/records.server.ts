import type { RecordStore, RegisterRecord } from '../store.ts'

import { readJson } from './json-column.ts'
import type { Connection } from './open-database.server.ts'
import { prepareUpsert, selected } from './prepared.ts'
import { records } from './schema.ts'

type Row = Omit<RegisterRecord, 'data'> & { data: string }

/** All subjects in one statement; DISTINCT, so that a subject asked for twice answers once. */
const READ = `
  SELECT ${selected(records, 'r')}
  FROM (SELECT DISTINCT value ->> 'entity' AS entity, value ->> 'subject' AS subject FROM json_each(:wanted)) AS w
  CROSS JOIN records AS r ON r.subject = w.subject AND r.entity = w.entity AND r.register = :register
  ORDER BY r.as_of DESC, r.entity, r.subject, r.key`

export const prepareRecordPut = (connection: Connection): ((record: RegisterRecord) => void) =>
  prepareUpsert(connection, records, [records.subject, records.entity, records.register, records.key])

export function sqliteRecords(connection: Connection): RecordStore {
  const read = connection.client.prepare<[{ register: string; wanted: string }], Row>(READ)
  const putOne = prepareRecordPut(connection)
  const putAll = (all: readonly RegisterRecord[]): void => all.forEach(putOne)
  return {
    read: async (register, wanted) =>
      read.all({ register, wanted: JSON.stringify(wanted) }).map((row) => ({ ...row, data: readJson('records.data', row.data) })),
    put: (all) => connection.write(() => putAll(all)),
  }
}
