import { newestFirst, onlyAsked } from '../record-lookup.ts'
import type { RecordStore, RegisterRecord } from '../store.ts'

import { lastOfEach } from './commit-part.ts'
import type { Session } from './database.server.ts'
import { prepareUpsert } from './insert.ts'
import { records } from './schema.ts'
import { prepare } from './statement.ts'
import { readRow, selected } from './table-columns.ts'

/** All in one statement; DISTINCT, so that what is asked for twice answers once. Ordered by who asks, as what is sealed has to be. */
export const READ_RECORDS = `
  SELECT ${selected(records, 'r')}
  FROM (SELECT DISTINCT * FROM unnest(:registers::text[], :entities::text[], :subjects::text[]) AS given (register, entity, subject)) AS w
  JOIN records AS r ON r.subject = w.subject AND r.entity = w.entity AND r.register = w.register`

export function postgresRecords(database: Session): RecordStore {
  const read = prepare<Record<string, unknown>>(database, 'records read', READ_RECORDS)
  const upsert = prepareUpsert(database, records, [records.subject, records.entity, records.register, records.key])
  return {
    read: async (lookups) => {
      if (lookups.length === 0) return []
      const rows = await read.all({ registers: lookups.map(({ register }) => register), entities: lookups.map(({ entity }) => entity), subjects: lookups.map(({ subject }) => subject) })
      return newestFirst(rows.map((row) => readRow(records, row)).map(onlyAsked(lookups)))
    },
    put: async (all) => void (await upsert(lastOfEach(all, keyOf))),
  }
}

const keyOf = ({ subject, entity, register, key }: RegisterRecord): string => JSON.stringify([subject, entity, register, key])
