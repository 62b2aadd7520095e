import { deliverMessages } from '#app/outbox/deliver-messages.ts'
import { postMessages } from '#app/outbox/post-message.ts'
import { openStore } from '#db/open-store.server.ts'
import type { Store } from '#db/store.ts'

import { bundleServer } from './bundle-server.ts'
import { type Ledger, newLedger, submitUntilAcknowledged } from './ledger.ts'
import { type Receiver, startReceiver } from './receiver.ts'
import { ServerProcess } from './server-process.ts'

export type KillPlan = { databaseUrl: string; processes: number; kills: number; /** Acknowledged between two kills, at least. */ between: number; clients: number; mutant?: string; say?: (line: string) => void }

/** What the portals said, against what the store and the outbox's receiver hold. All but the first three must be 0. */
export type KillReport = { /** Those at the end, of every server at once, are among them. */ kills: number; acknowledged: number; retries: number; lost: number; contradicted: number; untold: number; /** Messages that came more often than once, beyond one a kill. */ repeatsTooMany: number; repeats: number }

const EXTRA_MS = 60
const REPEAT_EVERY = 50
const LATER_MS = 3_600_000
/** Looked up side by side at the end: one by one, hundreds of thousands take longer than the kills. */
const AT_ONCE = 64

/** Submits from many clients while the servers are killed in turn; then lets the outbox run dry and counts. */
export async function killLoop(plan: KillPlan): Promise<KillReport> {
  const receiver = await startReceiver()
  const bundle = await bundleServer()
  const servers = Array.from({ length: plan.processes }, () => new ServerProcess([bundle.path, plan.databaseUrl, receiver.url, plan.mutant ?? '']))
  // one after the other: the first makes the tables
  for (const server of servers) await server.start()
  const ledger = newLedger()
  const stop = submitForever(ledger, servers, plan.clients)
  await killInTurn(plan, ledger, servers)
  await stop()
  await Promise.all(servers.map((server) => server.kill()))
  const kills = plan.kills + servers.length
  const store = await openStore({ databaseUrl: plan.databaseUrl })
  try {
    await runDry(store, receiver)
    return await counted(store, kills, ledger, receiver)
  } finally {
    await store.close()
    await receiver.stop()
    bundle.remove()
  }
}

function submitForever(ledger: Ledger, servers: readonly ServerProcess[], clients: number): () => Promise<void> {
  let stopped = false
  let next = 0
  const client = async (): Promise<void> => {
    while (!stopped) {
      const key = `k${(next += 1)}`
      let turn = next
      const portOf = (): number | null => servers[(turn += 1) % servers.length]?.port ?? null
      await submitUntilAcknowledged(ledger, key, portOf, next % REPEAT_EVERY === 0)
    }
  }
  const running = Array.from({ length: clients }, client)
  return async () => {
    stopped = true
    await Promise.all(running)
  }
}

async function killInTurn({ kills, between, say }: KillPlan, ledger: Ledger, servers: readonly ServerProcess[]): Promise<void> {
  for (let kill = 0; kill < kills; kill += 1) {
    const goal = ledger.acknowledged.size + between
    while (ledger.acknowledged.size < goal) await pause(2)
    // anywhere between two commits, and inside of one
    await pause(Math.random() * EXTRA_MS)
    const server = servers[kill % servers.length]
    await server?.kill()
    await server?.start()
    if ((kill + 1) % 100 === 0) say?.(`${kill + 1} kills, ${ledger.acknowledged.size} acknowledged`)
  }
}

/** Everything that was ever recorded is sent, whatever lease it was under. */
async function runDry(store: Store, receiver: Receiver): Promise<void> {
  const later = Date.now() + LATER_MS
  while ((await store.outbox.pending()) > 0) await deliverMessages(store.outbox, postMessages(receiver.url), () => later)
}

async function counted(store: Store, kills: number, ledger: Ledger, receiver: Receiver): Promise<KillReport> {
  const isKept = async ([key, ref]: readonly [string, string]): Promise<boolean> => (await store.cases.refByKey(key)) === ref && (await store.cases.loadByRef(ref)) !== null
  const told = [...ledger.acknowledged]
  let lost = 0
  for (let from = 0; from < told.length; from += AT_ONCE) lost += (await Promise.all(told.slice(from, from + AT_ONCE).map(isKept))).filter((kept) => !kept).length
  const untold = told.filter(([, ref]) => !receiver.refs.has(ref)).length
  const repeats = [...receiver.arrived.values()].reduce((sum, times) => sum + times - 1, 0)
  const { acknowledged, contradicted, retries } = ledger
  return { kills, acknowledged: acknowledged.size, retries, lost, contradicted: contradicted.length, untold, repeats, repeatsTooMany: Math.max(0, repeats - kills) }
}

const pause = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms))
