import type { CaseStore, Certificate } from '../store.ts'

import type { Session } from './database.server.ts'
import { certificates } from './schema.ts'
import { prepare, type Statement } from './statement.ts'
import { readRow, selected } from './table-columns.ts'

const COLUMNS = selected(certificates, 'c')

const IN_TIME = 'o.revoked_on IS NULL AND o.valid_until IS NOT NULL AND o.valid_until BETWEEN :from AND :to'

/** The person's own from one index, each company's from another. */
export const RUNNING_OUT = `
  SELECT ${COLUMNS} FROM (
    SELECT o.code FROM certificates AS o WHERE o.person = :person AND ${IN_TIME}
    UNION
    SELECT o.code FROM certificates AS o WHERE o.company = ANY(:companies::text[]) AND ${IN_TIME}
  ) AS found JOIN certificates AS c ON c.code = found.code
  ORDER BY c.valid_until, c.code`

type Row = Record<string, unknown>

export function postgresCertificates(database: Session): Pick<CaseStore, 'certificate' | 'certificatesOf' | 'runningOut'> {
  const byCode = prepare<Row>(database, 'certificate', `SELECT ${COLUMNS} FROM certificates AS c WHERE c.code = :code`)
  const ofCase = prepare<Row>(database, 'certificates of a case', `SELECT ${COLUMNS} FROM certificates AS c WHERE c.case_id = :id ORDER BY c.issued_at, c.code`)
  const runningOut = prepare<Row>(database, 'certificates running out', RUNNING_OUT)
  const all = async (statement: Statement<Row>, bound: Row): Promise<Certificate[]> => (await statement.all(bound)).map((row) => readRow(certificates, row))
  return {
    certificate: async (code) => (await all(byCode, { code }))[0] ?? null,
    certificatesOf: (id) => all(ofCase, { id }),
    runningOut: ({ person, companies }, from, to) => all(runningOut, { person, companies, from, to }),
  }
}
