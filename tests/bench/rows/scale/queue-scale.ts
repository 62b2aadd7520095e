import { commandCase } from '#app/use-cases/command-case.ts'
import type { Environment } from '#app/use-cases/environment.ts'
import { viewQueue } from '#app/use-cases/view-queue.ts'
import { writeCursor } from '#db/page.ts'
import { openSqliteStore } from '#db/sqlite/sqlite-store.server.ts'
import { queueKey } from '#db/sort-key.ts'
import { staff } from '#tests/factories/play.ts'

import { fiveStepsOn } from '../../engines/five-steps.ts'
import { byTurns } from '../../harness/by-turns.ts'
import type { Bench, Effort, Figures } from '../../harness/row.ts'
import { DESKS, KINDS, manyCases, OPEN_EVERY } from '../../scale/many-cases.ts'

const [MANY, FEW] = [5_000_000, 10_000]
const clerk = { ...staff('clerk-1', ...DESKS.slice(0, 3)), name: 'Clerk 1' }
const WISH = { holder: 'anyone', service: null, task: null, light: null } as const
const PAGE = 50
const PAGES = 200
/** As many as the small town has at one desk with nobody on them. */
const CLAIMS = 20

/** A town of many cases, by the use cases. */
type Town = { env: Environment; cases: number }

export const queue5m = rowOn('queue-5m', 'the queue of a clerk at three desks (page, counts, choices) at 5 million cases, 200 000 of them open, against 10 000 with 400 open', 1.15,
  ({ rounds }, many, few) => byTurns(rounds, () => pages(many), () => pages(few)))

export const queue5mDeep = rowOn('queue-5m-deep', 'at 5 million cases: the last page of that queue against the first', 1.3, async ({ rounds }, many) => {
  const after = await lastPage(many)
  return byTurns(rounds, () => pages(many, after), () => pages(many))
})

export const queue5mCounts = rowOn('queue-5m-counts', 'the counts over that queue (all, mine, unassigned, lights) at 5 million cases, against 10 000', 1.1,
  ({ rounds }, many, few) => byTurns(rounds, () => counts(many), () => counts(few)))

export const queue5mClaim = rowOn('queue-5m-claim', 'taking work on (load, decide, commit) at 5 million cases, against 10 000', 1.3,
  ({ rounds }, many, few) => byTurns(rounds, () => claims(many), () => claims(few)))

function rowOn(name: string, says: string, goal: number, measure: (effort: Effort, many: Town, few: Town) => Promise<Figures>): Bench {
  return { name, says: `${says}, by processor time`, unit: 'µs', ratio: 'ours/theirs', goal, atMost: true, measure: (effort) => onBoth(effort, measure) }
}

async function onBoth(effort: Effort, measure: (effort: Effort, many: Town, few: Town) => Promise<Figures>): Promise<Figures> {
  const [many, few] = [await town(effort.folder, Math.max(FEW, Math.round(MANY * effort.share))), await town(effort.folder, FEW)]
  try {
    // warm: neither plans nor code are made for the first time in a round that counts
    for (const one of [many, few]) for (const use of [pages, counts, claims]) await use(one)
    return await measure(effort, many, few)
  } finally {
    await Promise.all([many, few].map(({ env }) => env.store.close()))
  }
}

const town = async (folder: string, cases: number): Promise<Town> => ({ env: fiveStepsOn(openSqliteStore(await manyCases(folder, cases))), cases })

/** @returns µs of processor time of one */
async function each(count: number, run: (at: number) => Promise<unknown>): Promise<number> {
  const before = process.cpuUsage()
  for (let at = 0; at < count; at += 1) await run(at)
  const { user, system } = process.cpuUsage(before)
  return (user + system) / count
}

function pages({ env, cases }: Town, after: string | null = null): Promise<number> {
  const all = (cases / OPEN_EVERY / DESKS.length) * clerk.desks.length
  return each(PAGES, async () => {
    const view = await viewQueue(env, clerk, { ...WISH, after })
    if (view?.page.rows.length !== PAGE || view.counts.all !== all || view.choices.length !== 1) throw new Error(`the queue shows ${view?.page.rows.length} of ${view?.counts.all} instead of ${PAGE} of ${all}`)
  })
}

/** Where the last full page begins: one back from the end, in the order of the queue. */
async function lastPage({ env }: Town): Promise<string> {
  const end = writeCursor([Number.MAX_SAFE_INTEGER, '', '', 0, ''])
  const filter = { desks: clerk.desks, holder: { is: 'anyone' }, service: null, task: null, light: null, now: env.now() } as const
  const { rows } = await env.store.desk.queue(filter, { limit: PAGE + 1, before: end })
  const [first] = rows
  if (!first || rows.length !== PAGE + 1) throw new Error('the queue has no last page')
  return writeCursor(queueKey(first))
}

const counts = ({ env }: Town): Promise<number> => each(PAGES, () => env.store.desk.counts(clerk.desks, clerk.id, env.now()))

/** Claims at the clerk's first desk, from one end of the town to the other; they are given back, which is not counted. */
async function claims({ env, cases }: Town): Promise<number> {
  const blocks = cases / OPEN_EVERY / KINDS
  const ids = Array.from({ length: CLAIMS }, (_, at) => `case-${String((Math.floor((blocks / CLAIMS) * at) * KINDS + at * DESKS.length) * OPEN_EVERY).padStart(10, '0')}`)
  const give = (type: 'claim' | 'release') => async (at: number): Promise<void> => {
    const state = await env.store.cases.load(ids[at] ?? '')
    const task = state?.tasks['acceptance:1']
    const done = await commandCase(env, clerk, ids[at] ?? '', { type, task: 'acceptance', round: 1, desk: 'lead.clerk', version: task?.version ?? 0 })
    if (!done.ok) throw new Error(JSON.stringify(done.problem))
  }
  const claimed = await each(CLAIMS, give('claim'))
  await each(CLAIMS, give('release'))
  return claimed
}
