import { DBOS } from '@dbos-inc/dbos-sdk'

import { serveCases } from './serve-cases.js'

/** DBOS with a workflow that waits for a message five times, and somebody who sends them, one after the other. `node steps-dbos.js POSTGRES_URL HANDS`. */
const STEPS = 5
const [, , systemDatabaseUrl, hands] = process.argv

const fiveSteps = DBOS.registerWorkflow(
  async () => {
    let done = 0
    for (let at = 0; at < STEPS; at += 1) if ((await DBOS.recv(`step_${at}`)) === 'ok') done += 1
    return done
  },
  { name: 'fiveSteps' },
)

// As many connections as there are hands to use them, and some for what DBOS does by itself.
DBOS.setConfig({ name: 'bench', systemDatabaseUrl, systemDatabasePoolSize: 2 * Number(hands) + 4, logLevel: 'error', runAdminServer: false })
await DBOS.launch()

async function runCase(id) {
  const handle = await DBOS.startWorkflow(fiveSteps, { workflowID: id })()
  for (let at = 0; at < STEPS; at += 1) await DBOS.send(id, 'ok', `step_${at}`)
  const done = await handle.getResult()
  if (done !== STEPS) throw new Error(`${done} steps were done`)
}

serveCases(runCase, () => DBOS.shutdown())
