import Database from 'better-sqlite3'

import { agreements, registers, services } from './files.ts'

/** What one entry of the access log has to say, whoever writes it down. */
export type Said = {
  request: string
  what: string
  subject: string
  register: string | null
  agreement: string | null
  purpose: string
  department: string
  service: string | null
  /** The draft or the case. */
  about: string | null
  reader: string
  fields: readonly string[]
}

type Asked = { id: string; register: string; agreement: string; purpose: string; reason: string; wanted: readonly { entity: string; subject: string; fields: readonly string[] }[] }

/** What a register was asked, as it would have to be written down: an entry for each subject, by the files alone. */
export function saidOf({ id, register, agreement, purpose, reason, wanted }: Asked, reader: string): Said[] {
  const paper = agreements.find((one) => one.agreement === agreement)
  const department = paper ? (services[paper.service]?.lead ?? '') : (registers[register]?.owner ?? '')
  return [...new Set(wanted.map(({ subject }) => subject))].map((subject) => ({
    request: id, what: 'register', subject, register, agreement: paper?.agreement ?? null, purpose: paper?.purpose ?? purpose, department,
    service: paper?.service ?? null, about: paper ? reason : null, reader,
    fields: wanted.filter((one) => one.subject === subject).flatMap(({ entity, fields }) => fields.map((field) => `${entity}.${field}`)).sort(),
  }))
}

type Row = Omit<Said, 'fields' | 'reader' | 'about'> & { fields: string; reader: string; draft: string | null; ref: string | null; outcome: string }

/** The log as it stands in the file, read without the portal. */
export function readLog(path: string): (Said & { outcome: string })[] {
  const client = new Database(path, { readonly: true })
  const rows = client.prepare<[], Row>('SELECT request, what, subject, register, agreement, purpose, department, service, draft, ref, reader, fields, outcome FROM access_log').all()
  client.close()
  return rows.map(({ fields, reader, draft, ref, ...row }) => ({ ...row, about: ref ?? draft, reader: (JSON.parse(reader) as { id: string }).id, fields: (JSON.parse(fields) as string[]).toSorted() }))
}

/** How often each is in one and not in the other. */
export function difference(one: readonly Said[], other: readonly Said[]): { missing: string[]; besides: string[] } {
  const counts = new Map<string, number>()
  const count = (said: Said, by: number): void => {
    const { request, what, subject, register, agreement, purpose, department, service, about, reader, fields } = said
    // What a register hands in by itself nobody asked for: there is no request to compare.
    const wasAsked = what === 'register' && reader !== register
    const key = JSON.stringify([wasAsked ? request : '', what, subject, register, agreement, purpose, department, service, about, reader, fields])
    counts.set(key, (counts.get(key) ?? 0) + by)
  }
  for (const said of one) count(said, 1)
  for (const said of other) count(said, -1)
  const times = (of: (count: number) => number) => [...counts].flatMap(([key, left]) => Array.from({ length: Math.max(0, of(left)) }, () => key))
  return { missing: times((left) => left), besides: times((left) => -left) }
}
