import { anyRow, change, insert, remove, type Row, type Tamper } from './tamper.ts'

const eventColumns = ['case_id', 'version', 'type', 'at', 'actor', 'data', 'prev_hash', 'hash']
const accessColumns = [
  'id', 'request', 'at', 'subject', 'reader', 'department', 'desk', 'what', 'register', 'agreement', 'purpose', 'service', 'ref', 'draft',
  'on_behalf_of', 'fields', 'outcome', 'why', 'shown_from',
]
const chainColumns = ['case_id', 'version', 'entry', 'leaf', 'head']

const text = (row: Row, column: string): string => String(row[column])

const editEvent = (column: string): Tamper => (database, dice) => {
  const row = anyRow(database, dice, 'events')
  change(database, dice, 'events', row, column)
  return { reasons: [column === 'case_id' || column === 'version' ? 'missing' : 'hash'], caseId: text(row, 'case_id') }
}

const editAccess = (column: string): Tamper => (database, dice) => {
  const row = anyRow(database, dice, 'access_log')
  change(database, dice, 'access_log', row, column)
  return { reasons: [column === 'id' ? 'missing' : 'access'], entry: text(row, 'id') }
}

const editChain = (column: string): Tamper => (database, dice) => {
  const row = anyRow(database, dice, 'chain', column === 'version' ? 'version IS NOT NULL' : 'true')
  change(database, dice, 'chain', row, column)
  return { reasons: ['chain'], seq: row.rowid }
}

const editCase = (column: string, reason: 'missing' | 'cut_off' | 'state'): Tamper => (database, dice) => {
  const row = anyRow(database, dice, 'cases')
  change(database, dice, 'cases', row, column)
  return { reasons: [reason], caseId: text(row, 'case_id') }
}

/** Rows edited, taken out, put in or moved, one at a time. */
export const rowTampers: Readonly<Record<string, Tamper>> = {
  ...Object.fromEntries(eventColumns.map((column) => [`edit events.${column}`, editEvent(column)])),
  ...Object.fromEntries(accessColumns.map((column) => [`edit access_log.${column}`, editAccess(column)])),
  ...Object.fromEntries(chainColumns.map((column) => [`edit chain.${column}`, editChain(column)])),
  'edit cases.case_id': editCase('case_id', 'missing'),
  'edit cases.version': editCase('version', 'cut_off'),
  'edit cases.state': editCase('state', 'state'),
  'put a case back a version': (database, dice) => {
    const row = anyRow(database, dice, 'cases', 'version > 1')
    database.prepare('UPDATE cases SET version = version - 1 WHERE rowid = ?').run(row.rowid)
    return { reasons: ['cut_off'], caseId: text(row, 'case_id') }
  },
  'spell data with a space': (database, dice) => {
    const row = anyRow(database, dice, 'events')
    database.prepare('UPDATE events SET data = ? WHERE rowid = ?').run(text(row, 'data').replace('{', '{ '), row.rowid)
    return { reasons: ['hash'], caseId: text(row, 'case_id') }
  },
  'say a key twice': (database, dice) => {
    const row = anyRow(database, dice, 'events')
    database.prepare('UPDATE events SET actor = ? WHERE rowid = ?').run(text(row, 'actor').replace('{', '{"id":"somebody",'), row.rowid)
    return { reasons: ['hash'], caseId: text(row, 'case_id') }
  },
  'delete an event': (database, dice) => {
    const row = anyRow(database, dice, 'events')
    remove(database, 'events', row)
    return { reasons: ['missing'], caseId: text(row, 'case_id') }
  },
  'delete an access entry': (database, dice) => {
    const row = anyRow(database, dice, 'access_log')
    remove(database, 'access_log', row)
    return { reasons: ['missing'], entry: text(row, 'id') }
  },
  'delete a case': (database, dice) => {
    const row = anyRow(database, dice, 'cases')
    remove(database, 'cases', row)
    return { reasons: ['missing'], caseId: text(row, 'case_id') }
  },
  'delete a row of the chain': (database, dice) => {
    const row = anyRow(database, dice, 'chain', 'seq < (SELECT max(seq) FROM chain)')
    remove(database, 'chain', row)
    return { reasons: ['chain_gap'], seq: row.rowid }
  },
  'cut the tail of a case': (database, dice) => {
    const row = anyRow(database, dice, 'events', 'version > 1')
    database.prepare('DELETE FROM events WHERE case_id = ? AND version >= ?').run(row['case_id'], row['version'])
    database.prepare('UPDATE cases SET version = ? WHERE case_id = ?').run(Number(row['version']) - 1, row['case_id'])
    return { reasons: ['missing', 'cut_off'], caseId: text(row, 'case_id') }
  },
  'cut the tail of the chain': (database, dice) => {
    const row = anyRow(database, dice, 'chain')
    database.prepare('DELETE FROM chain WHERE seq >= ?').run(row.rowid)
    return { reasons: ['unchained', 'truncated', 'state', 'cut_off', 'missing'] }
  },
  'insert an event': (database, dice) => {
    const row = anyRow(database, dice, 'events')
    const version = 1 + Number(database.prepare<[unknown], number>('SELECT max(version) FROM events WHERE case_id = ?').pluck().get(row['case_id']))
    insert(database, 'events', row, { version })
    return { reasons: ['unchained'], caseId: text(row, 'case_id') }
  },
  'insert a case': (database, dice) => {
    const row = anyRow(database, dice, 'cases')
    insert(database, 'cases', row, { case_id: 'inserted', ref: 'inserted' })
    return { reasons: ['unchained'], caseId: 'inserted' }
  },
  'insert an access entry': (database, dice) => {
    insert(database, 'access_log', anyRow(database, dice, 'access_log'), { id: 'inserted' })
    return { reasons: ['unchained'], entry: 'inserted' }
  },
}
