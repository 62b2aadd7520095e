import { makeDemoCheckpoints } from '#app/checkpoints/demo-checkpoints.ts'
import { openCheckpoints } from '#app/checkpoints/open-checkpoints.ts'
import { readSettings } from '#app/env.server.ts'
import { openStore } from '#db/open-store.server.ts'
import { buildCommit } from '#tests/factories/case-commit.ts'
import { buildStoredFile } from '#tests/factories/stored-file.ts'

/** Commits, keeps uploads and ships a checkpoint of each until it is killed. Says on stdout what is acknowledged. */
const read = readSettings()
if (!read.ok) throw new Error(read.messages.join('\n'))
const settings = makeDemoCheckpoints(read.settings)
const store = await openStore({ databaseUrl: settings.DATABASE_URL })
const checkpoints = openCheckpoints(settings, store.chain, Date.now)
for (let index = 0; ; index += 1) {
  const caseId = `case-${process.pid}-${index}`
  await store.commit(buildCommit({ caseId }))
  await store.files.put(buildStoredFile({ id: `file-${caseId}` }), Buffer.from(`upload of ${caseId}`))
  await checkpoints.now()
  process.stdout.write(`${caseId}\n`)
}
