import type { CaseStore, Certificate } from '../store.ts'

import { readJson } from './json-column.ts'
import type { Connection } from './open-database.server.ts'
import { selected } from './prepared.ts'
import { certificates } from './schema.ts'

const inTime = 'revoked_on IS NULL AND valid_until IS NOT NULL AND valid_until BETWEEN :from AND :to'

/** The person's own from one index, each company's from another. */
export const RUNNING_OUT = `
  SELECT ${selected(certificates, 'c')} FROM certificates AS c WHERE c.rowid IN (
    SELECT rowid FROM certificates WHERE person = :person AND ${inTime}
    UNION
    SELECT o.rowid FROM json_each(:companies) AS k CROSS JOIN certificates AS o ON o.company = k.value AND o.company IS NOT NULL AND o.${inTime.replaceAll(' valid', ' o.valid')}
  )
  ORDER BY c.valid_until, c.code`

export function sqliteRunningOut({ client }: Connection): CaseStore['runningOut'] {
  const read = client.prepare<[{ person: string; companies: string; from: string; to: string }], Omit<Certificate, 'shown'> & { shown: string }>(RUNNING_OUT)
  return async ({ person, companies }, from, to) =>
    read.all({ person, companies: JSON.stringify(companies), from, to }).map((row) => ({ ...row, shown: readJson('certificates.shown', row.shown) }))
}
