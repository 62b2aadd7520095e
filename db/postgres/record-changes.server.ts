import type { CaseCommit } from '../store.ts'
import type { RegisterRecord } from '../record-store.ts'

import { lastOfEach } from './commit-part.ts'
import type { Session } from './database.server.ts'
import { records } from './schema.ts'
import { prepare } from './statement.ts'
import { readRow, selected } from './table-columns.ts'

/** Locked until the transaction is over, in an order in which everybody locks them. */
const TOUCHED = `
  SELECT ${selected(records, 'r')} FROM records AS r
  WHERE (r.subject, r.entity, r.register) IN (SELECT * FROM unnest(:subjects::text[], :entities::text[], :registers::text[]))
  ORDER BY r.subject, r.entity, r.register, r.key FOR UPDATE`

/** Whether a command changes records that stand already, so that these are to be read before it is written. */
export const changesRecords = ({ standings, amendments }: CaseCommit): boolean => standings.length + amendments.length > 0

/** Records as a command leaves them: those it makes, and those it changes of what stands already. One statement could not write a row twice. */
export function prepareRecordChanges(database: Session): (change: CaseCommit, session: Session) => Promise<RegisterRecord[]> {
  const touched = prepare<Record<string, unknown>>(database, 'records to change', TOUCHED)
  return async (change, session) => {
    const places = [...change.standings, ...change.amendments]
    const bound = { subjects: places.map(({ subject }) => subject), entities: places.map(({ entity }) => entity), registers: places.map(({ register }) => register) }
    const standing = (await touched.all(bound, session)).map((row) => readRow(records, row))
    const before = new Map(standing.map((record) => [keyOf(record), record]))
    const after = recordsOf(change, standing)
    return after.filter((record) => before.get(keyOf(record)) !== record)
  }
}

/** By the certificate's number: a later certificate may have taken the record's place, and that one stands. */
export function recordsOf({ records: made, standings, amendments }: CaseCommit, stored: readonly RegisterRecord[] = []): RegisterRecord[] {
  let all = lastOfEach([...stored, ...made], keyOf)
  for (const { number, standing, ...of } of standings) {
    all = all.map((one) => (isOf(one, of) && one.data['certificate_number'] === number ? { ...one, standing } : one))
  }
  for (const { key, field, value, asOf, ...of } of amendments) {
    all = all.map((one) => (isOf(one, of) && one.key === key ? { ...one, data: { ...one.data, [field]: value }, asOf } : one))
  }
  return all
}

type Place = Pick<RegisterRecord, 'register' | 'entity' | 'subject'>

const isOf = (one: Place, { register, entity, subject }: Place): boolean => one.register === register && one.entity === entity && one.subject === subject

const keyOf = ({ subject, entity, register, key }: RegisterRecord): string => JSON.stringify([subject, entity, register, key])
