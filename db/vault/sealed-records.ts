import type { Value } from '#app/kernel/case/answer.ts'

import { newestFirst } from '../record-lookup.ts'
import type { Amendment, RecordStore, RegisterRecord, Store } from '../store.ts'

import type { Keys, OpenKey } from './key-ring.ts'
import { keyIdOf, sealText } from './sealed-text.ts'
import { indexed } from './subjects.ts'
import { openerOf, standing, subjectKey, subjectKeyId, type Vault } from './vault.ts'

/** Where a record's own key is kept, which may be personal; no field has this name. */
const KEY = ''
/** Names a certificate and nobody: a case that takes one back finds its record by it. */
const PLAIN = 'certificate_number'

/** Values are sealed one by one, so that one can be put right without reading the others. */
export function sealRecord(vault: Vault, keys: Keys, record: RegisterRecord): RegisterRecord {
  const row = rowOf(vault, record)
  const key = standing(keys(subjectKeyId(row.subject)))
  const data = Object.entries(record.data).map(([field, value]) => [field, sealField(key, row, field, value)])
  return { ...record, ...row, data: { ...Object.fromEntries(data), [KEY]: sealText(key, place(row, KEY), record.key) } }
}

/** The same for one value put right. */
export function sealAmendment(vault: Vault, keys: Keys, amendment: Amendment): Amendment {
  const row = rowOf(vault, amendment)
  return { ...amendment, ...row, value: sealField(standing(keys(subjectKeyId(row.subject))), row, amendment.field, amendment.value) }
}

export function sealedRecords({ records: inner }: Store, vault: Vault): RecordStore {
  return {
    read: async (lookups) => {
      const { index, subject } = indexed(vault, lookups.map((one) => one.subject))
      // what was not asked for stays sealed
      const asked = lookups.map(({ fields, ...one }) => ({ ...one, subject: index(one.subject), ...(fields && { fields: [...fields, KEY] }) }))
      const kept = await inner.read(asked)
      const open = await openerOf(vault, kept.map(({ data }) => String(data[KEY])))
      return newestFirst(kept.map((row) => openRecord(open, row, subject(row.subject))))
    },
    put: async (records) => {
      const keys = await vault.ring.ensure(records.map(({ subject }) => subjectKey(vault, subject)))
      await inner.put(records.map((record) => sealRecord(vault, keys, record)))
    },
  }
}

function openRecord(open: (place: string, text: string) => unknown, row: RegisterRecord, subject: string): RegisterRecord {
  const { [KEY]: key, ...fields } = row.data
  const data = Object.entries(fields).map(([field, value]) => [field, isPlain(field, value) ? value : open(place(row, field), String(value))])
  return { ...row, subject, key: String(open(place(row, KEY), String(key)) ?? ''), data: Object.fromEntries(data) }
}

const sealField = (key: OpenKey, row: Row, field: string, value: Value): Value => (isPlain(field, value) ? value : sealText(key, place(row, field), value))

const isPlain = (field: string, value: Value): boolean => value === null || field === PLAIN

type Row = { register: string; entity: string; subject: string; key: string }

function rowOf({ index, subjectIndex }: Vault, { register, entity, subject, key }: Row): { subject: string; key: string } & Row {
  return { register, entity, subject: subjectIndex(subject), key: index('record_key', register, entity, subject, key) }
}

const place = ({ register, entity, subject, key }: Row, field: string): string => ['records', 'data', register, entity, subject, key, field].join('/')

export const keyOfRecord = ({ data }: RegisterRecord): string => keyIdOf(String(data[KEY]))
