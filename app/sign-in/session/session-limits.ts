import type { StoredPerson } from '#db/store.ts'

/** How long somebody stays signed in, in ms: without a request, and in all. */
export type SessionLimit = { idleMs: number; longestMs: number }
export type SessionLimits = Readonly<Record<StoredPerson['kind'], SessionLimit>>

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS

/**
 * NIST SP 800-63B, 4.2.3 and 4.3.3: 30 minutes idle and 12 hours in all at AAL2, 15 minutes at AAL3. ASVS 5.0 V7.3 asks for both
 * limits to be set by risk: staff see other people's data, and sit where others pass.
 */
export const usualLimits: SessionLimits = {
  citizen: { idleMs: 30 * MINUTE_MS, longestMs: 12 * HOUR_MS },
  staff: { idleMs: 15 * MINUTE_MS, longestMs: 10 * HOUR_MS },
}

/** @param idle minutes, by kind; the whole time stays as it is, since a shift does not get longer */
export const limitsOf = (idle: Readonly<Record<StoredPerson['kind'], number>>): SessionLimits => ({
  citizen: { ...usualLimits.citizen, idleMs: idle.citizen * MINUTE_MS },
  staff: { ...usualLimits.staff, idleMs: idle.staff * MINUTE_MS },
})
