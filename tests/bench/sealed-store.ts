import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import type { Answer } from '#app/kernel/case/answer.ts'
import { openStore } from '#db/open-store.server.ts'
import type { Store } from '#db/store.ts'
import { buildCommit, buildQueueRow, buildSummary } from '#tests/factories/case-commit.ts'
import { buildSkipped, buildSubmitted } from '#tests/factories/case-event.ts'
import { buildCaseState } from '#tests/factories/case-state.ts'
import { buildDataKeys } from '#tests/factories/data-keys.ts'

/** What sealing costs: `node tests/bench/sealed-store.ts [cases]` measures both kinds of store side by side, turn by turn. */
const CASES = Number(process.argv[2] ?? 400)
const ROUNDS = 5

const folder = mkdtempSync(join(tmpdir(), 'onetrip-bench-'))
const dataKeys = buildDataKeys()
const stores = {
  plain: await openStore({ databaseUrl: `file:${folder}/plain.db` }),
  sealed: await openStore({ databaseUrl: `file:${folder}/sealed.db`, dataKeys }),
}

const answer = (index: number): Answer => ({
  value: `the answer to question ${index}, about as long as people write`,
  source: 'record',
  envelope: { register: 'people', entity: 'person', key: '1', field: `field_${index}`, value: `the answer to question ${index}`, asOf: '2026-01-01', validUntil: null, classification: 'personal' },
  file: null,
})
const answers = Object.fromEntries(Array.from({ length: 20 }, (_, index) => [`question_${index}`, answer(index)]))

async function submit(store: Store, caseId: string): Promise<void> {
  const ref = `REF-${caseId}`
  const state = buildCaseState({ id: caseId, ref, version: 1, answers })
  await store.commit(buildCommit({ caseId, events: [buildSubmitted({ caseId, ref, answers })], state, summary: buildSummary({ caseId }), tasks: [buildQueueRow({ caseId })] }))
}

async function workOn(store: Store, caseId: string): Promise<void> {
  const state = buildCaseState({ id: caseId, ref: `REF-${caseId}`, version: 2, answers })
  await store.commit(buildCommit({ caseId, expectedVersion: 1, events: [buildSkipped('visit')], state, summary: buildSummary({ caseId }), tasks: [buildQueueRow({ caseId })] }))
}

const filter = { desks: ['lead.clerk'], holder: { is: 'anyone' as const }, service: null, task: null, light: null, now: 0 }
const steps: Record<string, (store: Store, caseId: string) => Promise<unknown>> = {
  submit,
  'work on': workOn,
  load: (store, caseId) => store.cases.load(caseId),
  events: (store, caseId) => store.cases.events(caseId),
  'queue of 20': (store) => store.desk.queue(filter, { limit: 20 }),
}

/** Microseconds of processor time for each case: what else the machine does counts for nothing. */
async function measure(store: Store, step: (store: Store, caseId: string) => Promise<unknown>, round: number): Promise<number> {
  const began = process.cpuUsage()
  for (let index = 0; index < CASES; index += 1) await step(store, `${round}-${index}`)
  const { user, system } = process.cpuUsage(began)
  return (user + system) / CASES
}

for (const [name, step] of Object.entries(steps)) {
  const times: Record<keyof typeof stores, number[]> = { plain: [], sealed: [] }
  for (let round = 0; round < ROUNDS; round += 1) for (const kind of ['plain', 'sealed'] as const) times[kind].push(await measure(stores[kind], step, round))
  const [plain, sealed] = [median(times.plain), median(times.sealed)]
  console.log(`${name.padEnd(12)} plain ${plain.toFixed(0).padStart(6)} µs   sealed ${sealed.toFixed(0).padStart(6)} µs   × ${(sealed / plain).toFixed(2)}`)
}

await Promise.all(Object.values(stores).map((store) => store.close()))
rmSync(folder, { recursive: true })

function median(values: readonly number[]): number {
  return values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)] ?? 0
}
