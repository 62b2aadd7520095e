/** Looks at a person's data during this task are shown to them only so many days later, by this law. */
export type Delay = { service: string; task: string; days: number; legal: string }

const DAY_MS = 86_400_000

/** From when (epoch ms) a look at `at` is shown to whom it is about: at once, unless a delay stands for one of these tasks. */
export function shownFrom(delays: readonly Delay[], service: string, tasks: readonly string[], at: number): number {
  const standing = delays.filter((delay) => delay.service === service && tasks.includes(delay.task))
  return at + Math.max(0, ...standing.map(({ days }) => days)) * DAY_MS
}
