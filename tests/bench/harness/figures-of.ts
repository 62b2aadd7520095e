import type { Asking, Load } from './asking.ts'
import { byTurns } from './by-turns.ts'
import type { ChildServer } from './child-server.ts'
import type { Effort, Figures } from './row.ts'
import { startAsker } from './start-asker.ts'

/** One side of a comparison: a server that is up, and what is asked of it. */
export type Side<Server extends { url: string } = ChildServer> = { server: Server; askings: readonly Asking[] }

/** @param requests in one round of one side @param hands at once */
export type Volume = { requests: number; hands: number }

/** Milliseconds of processor time of each server, a pass through its askings. */
export const processorTimes = (effort: Effort, ours: Side, theirs: Side, volume: Volume): Promise<Figures> =>
  measured(effort, ours, theirs, volume, async (side, ask) => {
    const before = await side.server.usage()
    const { requests } = await ask()
    return ((await side.server.usage()) - before) / (requests / side.askings.length)
  })

/** Passes through its askings that each server answers in a second. */
export const rates = (effort: Effort, ours: Side<Named>, theirs: Side<Named>, volume: Volume): Promise<Figures> =>
  measured(effort, ours, theirs, volume, async (side, ask) => {
    const { requests, seconds } = await ask()
    return requests / side.askings.length / seconds
  })

type Named = Pick<ChildServer, 'url'>
type Ask = () => Promise<{ requests: number; seconds: number }>

/** Warms both sides with a round each that counts for nothing, then measures by turns. */
async function measured<Server extends Named>({ rounds, share }: Effort, ours: Side<Server>, theirs: Side<Server>, volume: Volume, measure: (side: Side<Server>, ask: Ask) => Promise<number>): Promise<Figures> {
  const asker = startAsker()
  const passes = Math.max(1, Math.round((volume.requests * share) / Math.max(ours.askings.length, theirs.askings.length)))
  const asked = new Map<Side<Server>, number>()
  const one = (side: Side<Server>) => {
    const requests = passes * side.askings.length
    const from = asked.get(side) ?? 0
    asked.set(side, from + requests)
    const load: Load = { url: side.server.url, askings: side.askings, requests, hands: volume.hands, from }
    return measure(side, async () => ({ requests, ...(await asker.load(load)) }))
  }
  try {
    await one(ours)
    await one(theirs)
    return await byTurns(rounds, () => one(ours), () => one(theirs))
  } finally {
    await asker.stop()
  }
}
