import type { CaseCommit } from '../store.ts'

import type { Connection } from './open-database.server.ts'

/** By the certificate's number: a later certificate may have taken the record's place, and that one stands. */
const STAND = `
  UPDATE records SET standing = :standing
  WHERE subject = :subject AND entity = :entity AND register = :register AND data ->> 'certificate_number' = :number`

const AMEND = `
  UPDATE records SET data = json_set(data, '$.' || json_quote(:field), json(:value)), as_of = :asOf
  WHERE subject = :subject AND entity = :entity AND register = :register AND key = :key`

/** What a command changes in records that stand already. */
export function prepareRecordChanges({ client }: Connection): (change: CaseCommit) => void {
  const stand = client.prepare(STAND)
  const amend = client.prepare(AMEND)
  return ({ standings, amendments }) => {
    for (const one of standings) stand.run(one)
    for (const one of amendments) amend.run({ ...one, value: JSON.stringify(one.value) })
  }
}
