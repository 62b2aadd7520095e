import { openSqliteStore } from '#db/sqlite/sqlite-store.server.ts'
import { buildAccess } from '#tests/factories/access-entry.ts'
import { buildCommit } from '#tests/factories/case-commit.ts'
import { buildSkipped } from '#tests/factories/case-event.ts'

/** Commits and reads until it is killed, as a portal does. Says on stdout what is acknowledged. */
const [path = '', run = ''] = process.argv.slice(2)
const store = openSqliteStore(path)
for (let index = 0; ; index += 1) {
  const caseId = `case-${run}-${index}`
  await store.commit(buildCommit({ caseId }))
  await store.commit(buildCommit({ caseId, expectedVersion: 1, events: ['visit', 'exam', 'post'].map(buildSkipped) }))
  await store.access.append([1, 2].map((read) => buildAccess({ id: `${caseId}-${read}` })), [])
  process.stdout.write(`${caseId}\n`)
}
