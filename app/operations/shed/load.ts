/** How busy the process is. */
export type Load = {
  /** Ms that whatever is due waits for the processor, on average: as much at least in each of the last two half seconds. */
  delayMs: number
  /** Requests let in and not yet answered. */
  inFlight: number
}

/** What can wait, first to last: under too much load the first go first. */
export const kindsByImportance = ['export', 'board', 'catalogue', 'guest', 'page', 'form'] as const

/**
 * `export`: tables and files taken along; `board`: figures of managers and stewards; `catalogue`: what is public, read by
 * nobody in particular; `guest`: any other page of somebody without a session; `page`: the same with one; `form`: what
 * somebody sends, an application above all.
 */
export type RequestKind = (typeof kindsByImportance)[number]
