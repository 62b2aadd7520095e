import { PgBoss } from 'pg-boss'

import { serveCases } from './serve-cases.js'

/**
 * pg-boss with a queue for each of five steps: a job is sent, fetched and completed, and then the next is sent. It is fetched at once, by
 * whoever sent it: a worker that polls would come later. `node steps-pg-boss.js POSTGRES_URL HANDS`.
 */
const STEPS = 5
const [, , connectionString, hands] = process.argv
const boss = new PgBoss({ connectionString, max: Number(hands) })
boss.on('error', (error) => console.error(error))
await boss.start()
const queues = Array.from({ length: STEPS }, (_, at) => `step_${at}`)
for (const queue of queues) await boss.createQueue(queue)

async function runCase(id) {
  for (const queue of queues) {
    await boss.send(queue, { id, size: 60, applicant: 'Li Na' })
    const job = await fetched(queue)
    await boss.complete(queue, job.id, { outcome: 'ok' })
  }
}

/** Any case's will do: every hand does as many as it sends. One that another hand looks at just now is passed over. */
async function fetched(queue) {
  for (;;) {
    const [job] = await boss.fetch(queue)
    if (job) return job
  }
}

serveCases(runCase, () => boss.stop({ graceful: false }))
