import type { Environment } from '#app/use-cases/environment.ts'

/** A form that comes after its session is kept for whose it was: so an ended session is known for a day. */
const KEEP_MS = 24 * 3_600_000

/** Drops what is over: sessions, and what was to be used once. */
export async function forgetSessions({ store, now }: Environment): Promise<void> {
  await store.sessions.forget(now() - KEEP_MS)
  await store.once.forget(now())
}
