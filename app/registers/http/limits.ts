/**
 * How long a register is waited for, and how hard it is tried. A citizen waits meanwhile: a draft opens within two seconds
 * with a register stalled, so a read, its second try included, has one.
 */

/** One try: connecting, sending, waiting, reading. Well over what a register needs, which is tens of milliseconds. */
export const TRY_MS = 500

/** All tries of one read, and the wait for a free place. */
export const READ_MS = 1_000

/** Tries after the first. */
export const MORE_TRIES = 1

/** The longest pause before another try. It is drawn by lot, so that those who failed together don't come back together. */
export const PAUSE_MS = 100

/** Tries that fail in a row before a register is given up for a while. */
export const FAILURES = 5

/** How long it is given up. After that a single read tries it, and the others follow if it answers. */
export const GIVEN_UP_MS = 30_000

/** Reads of one register at a time, each on a connection of its own; and how many may wait for a place. */
export const AT_ONCE = 8
export const WAITING = 16

/** The longest answer, in bytes. */
export const ANSWER_BYTES = 1_000_000

/** How long a signature holds, and how far two machines' clocks may lie apart, in seconds. */
export const SIGNATURE_SECONDS = 60
export const SKEW_SECONDS = 5
