import { connectPortal, soundCatalogue } from '#app/cli/connect-portal.ts'
import { makeDemoCheckpoints } from '#app/checkpoints/demo-checkpoints.ts'
import { readSettings } from '#app/env.server.ts'
import { serveUntilStopped } from '#app/operations/process/serve-until-stopped.ts'
import { demoDataKeys } from '#app/vault-settings.ts'
import { buildCity } from '#db/demo/city.ts'
import { Dice } from '#db/demo/dice.ts'
import { openStore } from '#db/open-store.server.ts'

/** A portal as `npm start` runs it, in a city on its first day. Says its address on stdout. Settings are the environment's. */
const read = readSettings()
if (!read.ok) throw new Error(read.messages.join('\n'))
const settings = makeDemoCheckpoints(read.settings)
const store = await openStore({ databaseUrl: settings.DATABASE_URL, dataKeys: demoDataKeys(settings) })
if ((await store.people.demo()).length === 0) {
  const { people, records } = buildCity(new Dice(1), '2026-03-02')
  await store.people.put(people)
  await store.records.put(records)
}
const portal = await connectPortal(settings, store, soundCatalogue(settings), Date.now, { demo: true, sessionSecret: 'a secret for tests' })
process.stdout.write(`${await serveUntilStopped(portal, settings)}\n`)
