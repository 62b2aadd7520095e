import type { LightFilter } from './store.ts'

/** Sorts after every instant: the place of rows whose clock is stopped. */
export const NEVER = Number.MAX_SAFE_INTEGER

/** The traffic light of something due: `stopped` while its clock stands still. Instants are epoch ms. */
export function lightOf({ yellowAt, dueAt }: { yellowAt: number | null; dueAt: number | null }, now: number): LightFilter {
  if (dueAt === null) return 'stopped'
  if (dueAt <= now) return 'red'
  return yellowAt !== null && yellowAt <= now ? 'yellow' : 'green'
}
