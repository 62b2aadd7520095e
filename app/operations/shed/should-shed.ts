import type { Load, RequestKind } from './load.ts'

/**
 * From when on a kind is not served. A process answers some hundreds of pages a second, so `inFlight` over that is the time in
 * seconds that somebody new would wait; `delayMs` is about what each turn of a request waits, and a page has one or two. Each
 * row is above the one before: what matters more is never turned away while what matters less is let in.
 */
export const limits: Readonly<Record<RequestKind, Load>> = {
  /** Taken along at night as well as now, and the dearest to make. */
  export: { delayMs: 60, inFlight: 60 },
  /** Looked at again in five minutes. */
  board: { delayMs: 90, inFlight: 90 },
  /** What a search engine or a crowd reads. People who are applying do not come by here. */
  catalogue: { delayMs: 130, inFlight: 130 },
  /** Nothing of theirs is under way; about a second's wait. */
  guest: { delayMs: 200, inFlight: 200 },
  /** Somebody is at work: two seconds' wait is as long as a page may take. */
  page: { delayMs: 400, inFlight: 400 },
  /** Somebody has typed it, and a day may end at midnight. Refused only where memory is the limit: an upload may hold 10 MB. */
  form: { delayMs: 5000, inFlight: 800 },
}

/** Is a request of this kind better told to come back? More load never lets in what less would turn away. */
export function shouldShed({ delayMs, inFlight }: Load, kind: RequestKind): boolean {
  const most = limits[kind]
  return delayMs >= most.delayMs || inFlight >= most.inFlight
}
