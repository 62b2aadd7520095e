import { eachOnce, newestFirst, onlyAsked } from '../record-lookup.ts'
import type { RecordLookup, RecordStore, RegisterRecord } from '../store.ts'

import { readJson } from './json-column.ts'
import type { Connection } from './open-database.server.ts'
import { prepareUpsert, selected } from './prepared.ts'
import { records } from './schema.ts'

type Row = Omit<RegisterRecord, 'data'> & { data: string }

/** The records of one subject, each by its key in the primary index. There are few: ordered there, each would be copied twice. */
const READ = `SELECT ${selected(records, 'r')} FROM records AS r WHERE r.subject = ? AND r.entity = ? AND r.register = ?`

/** As many lookups as there are, each by the primary index: to ask once costs half of what it does to ask for each. */
export const recordsSql = (lookups: number): string => Array.from({ length: lookups }, () => READ).join(' UNION ALL ')

/** Lookups in one statement. */
const AT_ONCE = 20

export const prepareRecordPut = (connection: Connection): ((record: RegisterRecord) => void) =>
  prepareUpsert(connection, records, [records.subject, records.entity, records.register, records.key])

export function sqliteRecords(connection: Connection): RecordStore {
  const read = prepareRead(connection)
  const putOne = prepareRecordPut(connection)
  const putAll = (all: readonly RegisterRecord[]): void => all.forEach(putOne)
  return {
    read: async (lookups) => newestFirst(read(eachOnce(lookups)).map(onlyAsked(lookups))),
    put: (all) => connection.write(() => putAll(all)),
  }
}

function prepareRead({ client }: Connection): (lookups: readonly RecordLookup[]) => RegisterRecord[] {
  const prepare = (lookups: number) => client.prepare<string[], Row>(recordsSql(lookups))
  const statements = new Map<number, ReturnType<typeof prepare>>()
  const read = (lookups: readonly RecordLookup[]): RegisterRecord[] => {
    const statement = statements.get(lookups.length) ?? prepare(lookups.length)
    statements.set(lookups.length, statement)
    return statement.all(...lookups.flatMap(({ subject, entity, register }) => [subject, entity, register])).map(record)
  }
  return (lookups) => {
    const parts = Array.from({ length: Math.ceil(lookups.length / AT_ONCE) }, (_, part) => lookups.slice(part * AT_ONCE, (part + 1) * AT_ONCE))
    return parts.flatMap(read)
  }
}

const record = (row: Row): RegisterRecord => ({ ...row, data: readJson('records.data', row.data) })
