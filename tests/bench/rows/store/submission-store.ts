import { byTurns } from '../../harness/by-turns.ts'
import type { Bench, Effort, Figures } from '../../harness/row.ts'
import { trialSubmissions } from '../../store/trial-submissions.ts'
import { openTwoFiles, type Synchronous, type TwoFiles } from '../../store/two-files.ts'

const says = (durable: string): string => `submissions that the store commits one at a time, ${durable}, against better-sqlite3 given the same rows ready to be written`

export const submissionStoreNormal: Bench = {
  name: 'submission-store-normal',
  says: says('synchronous=NORMAL, by processor time'),
  unit: 'µs',
  ratio: 'theirs/ours',
  goal: 0.7,
  atMost: false,
  measure: (effort) => measured(effort, 'NORMAL', 2000, processorTime),
}

export const submissionStoreFull: Bench = {
  name: 'submission-store-full',
  says: says('every commit on the disk'),
  unit: '/s',
  ratio: 'ours/theirs',
  goal: 0.85,
  atMost: false,
  measure: (effort) => measured(effort, 'FULL', 400, rate),
}

/** @returns a figure for doing something so many times */
type Measure = (count: number, run: () => Promise<void>) => Promise<number>

/** Of processor time of this process, in µs each. */
const processorTime: Measure = async (count, run) => {
  const before = process.cpuUsage()
  await run()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / count
}

/** How many in a second. */
const rate: Measure = async (count, run) => {
  const from = performance.now()
  await run()
  return (count / (performance.now() - from)) * 1000
}

/** @param aRound submissions of one round, of each side */
async function measured({ folder, rounds, share }: Effort, synchronous: Synchronous, aRound: number, measure: Measure): Promise<Figures> {
  const count = Math.max(1, Math.round(aRound * share))
  // the first round of each warms, and counts for nothing; all are written in the order in which they are chained
  const files = await openTwoFiles(folder, await trialSubmissions((rounds + 1) * count), synchronous)
  const ours = (round: number) => measure(count, () => commitAll(files.ours, (round + 1) * count, count))
  const theirs = (round: number) => measure(count, async () => files.theirs.left.slice((round + 1) * count, (round + 2) * count).forEach(files.theirs.write))
  await ours(-1)
  await theirs(-1)
  const figures = await byTurns(rounds, ours, theirs)
  files.close()
  return figures
}

async function commitAll({ commit, changes }: TwoFiles['ours'], from: number, count: number): Promise<void> {
  for (const change of changes.slice(from, from + count)) await commit(change)
}
